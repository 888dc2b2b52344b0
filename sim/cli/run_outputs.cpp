#include "cli/run_outputs.h"

#include "cli/plot_output.h"
#include "report/csv_report.h"
#include "scenario/input_files.h"

namespace stridelab {
namespace {

/// A file of frames lies beside a CSV that is a file.
std::string frames_target(const std::string& csv) {
  return csv.empty() || csv == "-" || output_place(csv).is_stream() ? std::string() : frames_csv_path(csv);
}

}  // namespace

RunOutputs::RunOutputs(const RunOptions& options, const Console& console)
    : against_(options.against),
      plot_file_(options.plot),
      console_(console),
      outputs_(console),
      json_(outputs_.want("--json", options.json, json_file)),
      csv_(outputs_.want("--csv", options.csv, csv_file)),
      frames_(outputs_.want("--csv, frames,", frames_target(options.csv), csv_file)),
      junit_(outputs_.want("--junit", options.junit, junit_file)),
      all_json_(outputs_.want_in(options.out_folder, "report.json", json_file)),
      all_csv_(outputs_.want_in(options.out_folder, "report.csv", csv_file)),
      curves_(outputs_.want_in(options.out_folder, "curves.csv", csv_file)),
      all_junit_(outputs_.want_in(options.out_folder, "junit.xml", junit_file)),
      plot_(outputs_.want("--plot", options.plot, picture_file)) {}

ExitCode RunOutputs::open(const std::vector<std::filesystem::path>& scenarios) {
  return outputs_.open([&] {
    std::vector<std::filesystem::path> read = input_files(scenarios);
    if (!against_.empty()) read.emplace_back(against_);
    return read;
  });
}

bool RunOutputs::has_files() const {
  for (const std::size_t output : {json_, csv_, junit_, all_json_})
    if (outputs_.is_file(output)) return true;
  return false;
}

void RunOutputs::append_to(const std::vector<std::size_t>& outputs, const std::string& text) {
  for (const std::size_t output : outputs) outputs_.append(output, text);
}

FrameSink RunOutputs::frames_of(const std::string& scenario) {
  constexpr double every_s = 0.005;
  if (!keeps_frames()) return {};
  return {every_s,
          [this, scenario](const Frame& frame) { outputs_.append(frames_, frames_text_.add(scenario, frame)); }};
}

void RunOutputs::start() {
  append_to({csv_, all_csv_}, csv_header());
  append_to({curves_}, curves_csv_header());
  for (const std::size_t output : {junit_, all_junit_})
    outputs_.append(output, junit_head(outputs_.is_file(output) ? std::optional(totals_) : std::nullopt));
}

void RunOutputs::add(const RunReport& report) {
  if (outputs_.is_wanted(json_) || outputs_.is_wanted(all_json_)) append_to({json_, all_json_}, json_text_.add(report));
  add_csv_rows(report, [&](const std::string& row) { append_to({csv_, all_csv_}, row); });
  append_to({curves_}, curves_csv_rows(report));
  append_to({junit_, all_junit_}, junit_suite(report, totals_));
}

ExitCode RunOutputs::plot(const std::vector<RunReport>& forms, const LoadModels& models) {
  return write_plot(outputs_, plot_, plot_file_, forms, models, console_);
}

ExitCode RunOutputs::finish() {
  append_to({json_, all_json_}, json_text_.finish());
  append_to({junit_, all_junit_}, junit_tail());
  for (const std::size_t output : {junit_, all_junit_})
    if (outputs_.is_file(output)) outputs_.replace_start(output, junit_head(totals_));
  if (frames_text_.empty()) outputs_.drop(frames_);  // of strides alone
  return outputs_.commit();
}

}  // namespace stridelab
