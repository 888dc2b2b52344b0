#pragma once

#include <string>
#include <vector>

#include "cli/outputs.h"
#include "cli/run_command.h"
#include "report/frames_csv.h"
#include "report/json_report.h"
#include "report/junit_report.h"

namespace stridelab {

/// The files of `stridelab run`. Each report is written as it comes and need not be kept.
class RunOutputs {
 public:
  RunOutputs(const RunOptions& options, const Console& console);

  /// As Outputs::open(), for runs of these scenarios.
  ExitCode open(const std::vector<std::filesystem::path>& scenarios);

  /// Whether forward runs write theirs.
  [[nodiscard]] bool keeps_frames() const { return outputs_.is_file(csv_); }

  /// Where the frames of a forward run go; empty without a CSV that has a name beside which they can lie.
  FrameSink frames_of(const std::string& scenario);
  [[nodiscard]] bool takes_stdout() const { return outputs_.takes_stdout(); }
  /// Something is written besides what is printed.
  [[nodiscard]] bool has_files() const;

  void start();
  void add(const RunReport& report);
  /// The picture of these runs, where one is asked for.
  ExitCode plot(const std::vector<RunReport>& forms, const LoadModels& models);
  ExitCode finish();

 private:
  void append_to(const std::vector<std::size_t>& outputs, const std::string& text);

  std::string against_, plot_file_;
  const Console& console_;
  Outputs outputs_;
  std::size_t json_, csv_, frames_, junit_, all_json_, all_csv_, curves_, all_junit_, plot_;
  ReportText json_text_;
  FramesText frames_text_;
  JunitTotals totals_;
};

}  // namespace stridelab
