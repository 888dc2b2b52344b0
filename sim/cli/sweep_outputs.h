#pragma once

#include <streambuf>
#include <string>
#include <string_view>

#include "cli/outputs.h"
#include "cli/sweep_command.h"

namespace stridelab {

/// stdout takes no more: the program says at its end whether that is a fault.
struct StdoutEnded {};

/// The table and the store of a sweep, looked at before anything is computed.
class SweepOutputs {
 public:
  SweepOutputs(const SweepOptions& options, const Console& console);

  /// As Outputs::open(); the store is looked at and left to who writes it.
  ExitCode open();

  /// More of the table. throws StdoutEnded, or StoreError where the file takes no more
  void write(const std::string& text);

  /// The same; false once nothing can be written.
  [[nodiscard]] bool put(std::string_view text);

  /// Gives the table its name. throws StoreError
  void finish();

 private:
  const SweepOptions& options_;
  const Console& console_;
  Outputs outputs_;
  std::size_t csv_;
};

/// The table as the stream that rows are written to.
class TableBuffer : public std::streambuf {
 public:
  explicit TableBuffer(SweepOutputs& outputs) : outputs_(outputs) {}

 private:
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int_type overflow(int_type c) override;
  SweepOutputs& outputs_;
};

}  // namespace stridelab
