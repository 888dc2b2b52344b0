#include "report/csv_report.h"

#include <algorithm>

#include "core/text.h"
#include "report/csv_text.h"
#include "report/forward_words.h"

namespace stridelab {
namespace {

std::string cell(const std::optional<double>& value) { return value ? number_text(*value) : std::string(); }

std::string first_cells(const RunReport& report) {
  return csv_cell(report.scenario) + "," + csv_cell(report.question) + "," + report.run.engine + "," +
         std::string(to_text(report.outcome));
}

/// Cells that only a table with forward runs has; a stride is one step that counts.
std::string forward_cells(const RunReport& report, const StepResult* step) {
  const bool averaged = report.metrics && (step == nullptr || step->left_out.empty());
  return std::string(",") + (averaged ? "1" : "0") + "," + (step != nullptr ? csv_cell(step->left_out) : "") + "," +
         (step != nullptr ? number_text(step->contact_s) : "") + "," + csv_cell(interference(report));
}

std::string notes_cell(const RunReport& report) {
  std::string text;
  for (const std::string& note : all_notes(report)) text += (text.empty() ? "" : "; ") + note;
  return "," + csv_cell(text);
}

/// The one step of a stride, or the line of a run without numbers.
std::string single_row(const RunReport& report, bool with_forward) {
  std::string text = first_cells(report) + ",0,right" + (with_forward ? forward_cells(report, nullptr) : "");
  for (const MetricRow& row : metric_table())
    text += "," + cell(report.metrics ? report.metrics->value(row.key) : std::nullopt);
  return text + notes_cell(report) + "\n";
}

std::string step_row(const RunReport& report, const StepResult& step) {
  std::string text = first_cells(report) + "," + std::to_string(step.index) +
                     (step.side == Side::right ? ",right" : ",left") + forward_cells(report, &step);
  for (std::size_t i = 0; i < metric_table().size(); ++i)
    text += "," + cell(i < step.values.size() ? step.values[i].value : std::nullopt);
  return text + notes_cell(report) + "\n";
}

}  // namespace

std::string csv_text(const std::vector<RunReport>& reports) {
  const bool with_forward = std::any_of(reports.begin(), reports.end(), [](auto& r) { return r.is_forward(); });
  std::string text = "scenario,question,engine,status,step,side";
  if (with_forward) text += ",averaged,left_out,contact_s,interference";
  for (const MetricRow& row : metric_table()) text += "," + std::string(row.key);
  text += ",notes\n";
  for (const RunReport& report : reports) {
    if (!report.forward) text += single_row(report, with_forward);
    if (report.forward)
      for (const StepResult& step : report.forward->steps) text += step_row(report, step);
  }
  return text;
}

std::string curves_csv_text(const std::vector<RunReport>& reports) {
  std::string text = "scenario,percent_gait,time_s";
  for (const std::string& name : curve_names()) text += "," + name;
  text += "\n";
  for (const RunReport& report : reports) {
    if (report.curves.empty()) continue;
    const std::vector<double> time_s = curve_times_s(report);
    for (std::size_t i = 0; i < curve_samples; ++i) {
      text += csv_cell(report.scenario) + "," + std::to_string(i) + "," + number_text(time_s[i]);
      for (const Curve& curve : report.curves) text += "," + number_text(curve.values[i]);
      text += "\n";
    }
  }
  return text;
}

}  // namespace stridelab
