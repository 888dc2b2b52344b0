#include "study/run_report.h"

#include <fmt/format.h>

#include <cmath>

#include "core/text.h"
#include "model_files/models_origin.h"
#include "study/run_conditions.h"

namespace stridelab {
namespace {

std::string assist_words(const RunReport& report) {
  const std::string setting = fmt::format("assist_percent = {}", number_text(report.run.assist_percent));
  const auto force = report.metrics ? report.metrics->value("residual_force_peak_percent_bw") : std::nullopt;
  if (!force) return fmt::format("a fore-aft force held the runner ({})", setting);
  return fmt::format("a fore-aft force of at most {:.2f} % BW held the runner ({})", *force, setting);
}

std::string noise_words(const RunSettings& run) {
  return fmt::format("random joint torques of {} % of strength (seed {})", number_text(run.torque_noise_percent),
                     run.seed);
}

}  // namespace

std::string_view to_text(RunOutcome outcome) {
  if (outcome == RunOutcome::passed) return "passed";
  return outcome == RunOutcome::failed ? "failed" : "error";
}

std::string interference(const RunReport& report) {
  if (!report.is_forward()) return {};
  std::string text;
  if (report.run.assist_percent > 0.0) text = assist_words(report);
  if (report.run.torque_noise_percent > 0.0) text += (text.empty() ? "" : "; ") + noise_words(report.run);
  return text;
}

void add_regions(RunReport& report, const RegionMap& map) {
  report.band_basis = map.basis_for(run_conditions(report.inputs, report.is_forward()));
  const ParameterValue& method = report.parameters.value("kneecap_method");
  if (method.text != method.info->default_text)
    report.band_basis += fmt::format("; the kneecap's by kneecap_method = {}", method.info->default_text);
  for (EngineRun* run : {static_cast<EngineRun*>(&report), &report.base})
    if (run->metrics) run->regions = region_loads(map, *run->metrics, run_conditions(run->inputs, report.is_forward()));
}

std::vector<std::string> all_notes(const RunReport& report) {
  std::vector<std::string> all;
  if (report.is_readable()) all = report.parameters.notes();
  if (report.metrics) all.insert(all.end(), report.metrics->notes.begin(), report.metrics->notes.end());
  all.insert(all.end(), report.notes.begin(), report.notes.end());
  if (std::string models = models_origin().note(); !models.empty()) all.push_back(std::move(models));
  return all;
}

std::vector<double> curve_times_s(const RunReport& report) {
  const double stride_s = 120.0 / report.metrics->value("cadence_spm").value_or(std::nan(""));
  std::vector<double> time_s;
  for (int i = 0; i < curve_samples; ++i) time_s.push_back(stride_s * i / (curve_samples - 1));
  return time_s;
}

RunReport unreadable_scenario(const std::string& path, const Diagnostics& faults) {
  RunReport report;
  report.scenario = path;
  report.outcome = RunOutcome::unreadable;
  const Diagnostic& first = faults.front();
  std::string why = first.message;
  if (first.line > 0) why = first.file + ":" + std::to_string(first.line) + ": " + why;
  if (faults.size() > 1) why += " (and " + std::to_string(faults.size() - 1) + " more)";
  report.error = one_line(why);
  return report;
}

}  // namespace stridelab
