#include "report/csv_report.h"

#include <fmt/format.h>

#include "core/text.h"
#include "report/csv_text.h"
#include "report/forward_words.h"

namespace stridelab {
namespace {

std::string cell(const std::optional<double>& value) { return value ? number_text(*value) : std::string(); }

std::string first_cells(const RunReport& report) {
  return csv_cell(report.scenario) + "," + csv_cell(printable(report.question)) + "," + report.run.engine + "," +
         std::string(to_text(report.outcome));
}

/// How the step was run; a stride is one step that counts.
std::string forward_cells(const RunReport& report, const StepResult* step) {
  const bool averaged = report.metrics && (step == nullptr || step->left_out.empty());
  return std::string(",") + (averaged ? "1" : "0") + "," + (step != nullptr ? csv_cell(step->left_out) : "") + "," +
         (step != nullptr ? number_text(step->contact_s) : "") + "," + csv_cell(interference(report));
}

/// Every input of the run, also of one without an answer; of one that could not be read there are none.
std::string input_cells(const RunReport& report) {
  std::string text;
  for (const ParameterInfo& info : parameter_table()) {
    text += ",";
    if (!report.is_readable()) continue;
    const ParameterValue& value = report.parameters.value(info.key);
    text += info.kind == ParameterKind::number ? number_text(value.number) : csv_cell(value.text);
  }
  if (!report.is_forward()) return text + ",,,,";
  const RunSettings& run = report.run;
  return text + fmt::format(",{},{},{},{}", number_text(run.duration_s), run.seed, number_text(run.assist_percent),
                            number_text(run.torque_noise_percent));
}

std::string notes_cell(const RunReport& report) {
  std::string text;
  for (const std::string& note : all_notes(report)) text += (text.empty() ? "" : "; ") + note;
  return "," + csv_cell(text);
}

/// The one step of a stride, or the line of a run without numbers.
std::string single_row(const RunReport& report) {
  std::string text = first_cells(report) + ",0,right" + forward_cells(report, nullptr);
  for (const MetricRow& row : metric_table())
    text += "," + cell(report.metrics ? report.metrics->value(row.key) : std::nullopt);
  return text + input_cells(report) + notes_cell(report) + "\n";
}

std::string step_row(const RunReport& report, const StepResult& step) {
  std::string text = first_cells(report) + "," + std::to_string(step.index) +
                     (step.side == Side::right ? ",right" : ",left") + forward_cells(report, &step);
  for (std::size_t i = 0; i < metric_table().size(); ++i)
    text += "," + cell(i < step.values.size() ? step.values[i].value : std::nullopt);
  return text + input_cells(report) + notes_cell(report) + "\n";
}

}  // namespace

std::string csv_header() {
  std::string text = "scenario,question,engine,status,step,side,averaged,left_out,contact_s,interference";
  for (const MetricRow& row : metric_table()) text += "," + std::string(row.key);
  for (const ParameterInfo& info : parameter_table()) text += ",input_" + std::string(info.key);
  text += ",input_duration_s,input_seed,input_assist_percent,input_torque_noise_percent";
  return text + ",notes\n";
}

void add_csv_rows(const RunReport& report, const std::function<void(const std::string&)>& take) {
  if (!report.forward) return take(single_row(report));
  for (const StepResult& step : report.forward->steps) take(step_row(report, step));
}

std::string csv_text(const std::vector<RunReport>& reports) {
  std::string text = csv_header();
  for (const RunReport& report : reports) add_csv_rows(report, [&](const std::string& row) { text += row; });
  return text;
}

std::string curves_csv_header() {
  std::string text = "scenario,percent_gait,time_s";
  for (const std::string& name : curve_names()) text += "," + name;
  return text + "\n";
}

std::string curves_csv_rows(const RunReport& report) {
  std::string text;
  if (report.curves.empty()) return text;
  const std::vector<double> time_s = curve_times_s(report);
  for (std::size_t i = 0; i < curve_samples; ++i) {
    text += csv_cell(report.scenario) + "," + std::to_string(i) + "," + number_text(time_s[i]);
    for (const Curve& curve : report.curves) text += "," + number_text(curve.values[i]);
    text += "\n";
  }
  return text;
}

std::string curves_csv_text(const std::vector<RunReport>& reports) {
  std::string text = curves_csv_header();
  for (const RunReport& report : reports) text += curves_csv_rows(report);
  return text;
}

}  // namespace stridelab
