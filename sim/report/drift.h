#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <tl/expected.hpp>

#include "core/diagnostics.h"
#include "study/run_report.h"

namespace stridelab {

/// What moved against the report of an earlier run (`run --json`): every metric of every scenario, by name, and what it
/// was run with. Times are no result and are not compared.
class Drift {
 public:
  /// tolerance_percent  of the old value; what stays within it has not moved
  /// errors             cannot be read, or is no stridelab.report
  static tl::expected<Drift, Diagnostics> read(const std::filesystem::path& file, double tolerance_percent);

  /// What moved in this run, a line each; empty when nothing did.
  std::string add(const RunReport& report);

  /// What the earlier report has and nobody ran now, and how many figures moved.
  [[nodiscard]] std::string summary() const;

  [[nodiscard]] bool moved() const { return moved_ > 0 || !old_.empty(); }

 private:
  [[nodiscard]] bool has_moved(double before, double now) const;
  std::string compare(const std::string& scenario, const nlohmann::json& before, const nlohmann::json& now,
                      std::string_view what);

  std::string file_;
  double tolerance_percent_ = 0.0;
  std::map<std::string, nlohmann::json> old_;  ///< by scenario; one that was compared is gone
  std::size_t moved_ = 0, compared_ = 0;
};

}  // namespace stridelab
