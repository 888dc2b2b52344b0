#pragma once

#include <string>
#include <string_view>

#include "cli/console.h"
#include "cli/exit_code.h"

namespace stridelab {

/// Writes results where the command line asked for them and remembers the gravest outcome, so that one unwritable file
/// does not lose the others.
class Outputs {
 public:
  explicit Outputs(const Console& console) : console_(console) {}

  /// To a file, or to stdout when `target` is "-". An empty target writes nothing.
  void write(const std::string& target, std::string_view content);

  /// To a file in a folder that is created when missing.
  void write_in(const std::string& folder, std::string_view name, std::string_view content);

  [[nodiscard]] ExitCode outcome() const { return outcome_; }

 private:
  void complain(const std::string& message);

  const Console& console_;
  ExitCode outcome_ = ExitCode::done;
};

}  // namespace stridelab
