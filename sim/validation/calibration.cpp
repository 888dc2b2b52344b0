#include "validation/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/settings_inputs.h"
#include "uncertainty/draws.h"

namespace stridelab {
namespace {

bool names_method(const PublishedEffect& effect) {
  const auto names = [](const std::string& setting) { return setting.starts_with("kneecap_method="); };
  return std::ranges::any_of(effect.a, names) || std::ranges::any_of(effect.b, names);
}

const SureValue* find(const std::vector<SureValue>& values, const std::string& metric) {
  const auto found = std::ranges::find(values, metric, &SureValue::metric);
  return found == values.end() ? nullptr : &*found;
}

/// The run of these settings, without metrics where there is no stride.
tl::expected<EngineRun, Diagnostics> run_of(const std::vector<std::string>& settings, const LoadModels& models,
                                            const Engines& engines) {
  auto inputs = settings_inputs(settings);
  if (!inputs) return tl::unexpected(inputs.error());
  EngineRun run;
  run.inputs = *std::move(inputs);
  if (const SolveResult solved = solve_run(run.inputs, engines.stride, models)) {
    run.stride = *solved;
    run.metrics = run.stride->metrics;
  }
  return run;
}

struct Counts {
  int rows = 0, in_90 = 0, in_50 = 0;
  double width = 0.0, ratio = 0.0;  ///< medians: of the 90 % interval, and against the size of the effect
};

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values.empty() ? 0.0 : quantile(values, 0.5);
}

Counts counts_of(const std::vector<CalibrationRow>& rows, bool predicted) {
  Counts counts;
  std::vector<double> widths, ratios;
  for (const CalibrationRow& row : rows) {
    if ((row.origin == "predicted") != predicted) continue;
    ++counts.rows;
    counts.in_90 += row.in_90();
    counts.in_50 += row.in_50();
    const double width = row.interval.high_90 - row.interval.low_90;
    if (row.unit == "%") widths.push_back(width);
    ratios.push_back(width / std::abs(row.published));
  }
  counts.width = median(widths);
  counts.ratio = median(ratios);
  return counts;
}

std::string sentence(const char* who, const Counts& c) {
  return fmt::format(
      "{}: {} of {} in the 90 % interval, {} in the 50 %; median width {:.1f} points, {:.2f} of the effect", who,
      c.in_90, c.rows, c.in_50, c.width, c.ratio);
}

constexpr const char *predicted_words = "Predicted", *fitted_words = "Calibrated or put in (in sample)";

}  // namespace

tl::expected<Calibration, Diagnostics> calibrate(const std::vector<PublishedEffect>& effects, const LoadModels& models,
                                                 const Engines& engines, int draws, int jobs,
                                                 const std::function<void(double)>& progress) {
  const auto ranges = read_uncertain_inputs();
  if (!ranges) return tl::unexpected(ranges.error());
  Calibration calibration;
  calibration.draws = draws;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const PublishedEffect& effect = effects[i];
    if (progress) progress(static_cast<double>(i) / static_cast<double>(effects.size()));
    if (effect.null || effect.kind == "value" || !effect.value || *effect.value == 0.0) continue;
    const auto a = run_of(effect.a, models, engines), b = run_of(effect.b, models, engines);
    if (!a || !b) return tl::unexpected(a ? b.error() : a.error());
    const bool solved = a->stride && b->stride;
    const HowSure sure = solved ? how_sure(*a, &*b, models, *ranges, {draws, jobs, names_method(effect)}) : HowSure{};
    const bool percent = effect.kind == "percent";
    const SureValue* value = find(percent ? sure.change_percent : sure.change, effect.metric);
    if (value == nullptr)
      calibration.left_out.push_back(effect.key);
    else
      calibration.rows.push_back({effect.key, effect.origin,
                                  std::string(percent ? "%" : find_metric(effect.metric)->row->unit), *effect.value,
                                  value->interval, sure.without_stride});
  }
  return calibration;
}

std::string calibration_text(const Calibration& calibration) {
  std::string text = fmt::format(
      "\nDo published changes lie where the intervals say? {} draws of the model's constants each.\n"
      "{:<44}{:>10}{:>22}{:>22}  {}\n",
      calibration.draws, "", "published", "90 %", "50 %", "");
  for (const CalibrationRow& row : calibration.rows)
    text += fmt::format("{:<44}{:>10.1f}{:>22}{:>22}  {}{}\n", row.key + " " + row.unit, row.published,
                        fmt::format("{:.1f} .. {:.1f}", row.interval.low_90, row.interval.high_90),
                        fmt::format("{:.1f} .. {:.1f}", row.interval.low_50, row.interval.high_50),
                        row.in_90() ? row.in_50() ? "in both" : "in 90 %" : "outside",
                        row.origin == "predicted" ? "" : ", " + row.origin);
  text += sentence(predicted_words, counts_of(calibration.rows, true)) + ".\n";
  text += sentence(fitted_words, counts_of(calibration.rows, false)) + ".\n";
  for (const std::string& key : calibration.left_out) text += "Without an interval: " + key + ".\n";
  return text;
}

std::string calibration_markdown(const Calibration& calibration) {
  std::string text = fmt::format(
      "\n## Do published changes lie where the intervals say?\n\n"
      "{} draws of the model's constants (`models/uncertainty/ranges.toml`), the same for both runs of a change. A "
      "study's own "
      "spread is not in them.\n\n- {}.\n- {}.\n\n"
      "| change | published | 90 % | 50 % | where | origin |\n|---|---:|---|---|---|---|\n",
      calibration.draws, sentence(predicted_words, counts_of(calibration.rows, true)),
      sentence(fitted_words, counts_of(calibration.rows, false)));
  for (const CalibrationRow& row : calibration.rows)
    text += fmt::format("| {} | {:.1f} {} | {:.1f} .. {:.1f} | {:.1f} .. {:.1f} | {} | {} |\n", row.key, row.published,
                        row.unit, row.interval.low_90, row.interval.high_90, row.interval.low_50, row.interval.high_50,
                        row.in_90() ? row.in_50() ? "in both" : "in 90 %" : "outside", row.origin);
  for (const std::string& key : calibration.left_out) text += "\nWithout an interval: " + key + ".\n";
  return text;
}

}  // namespace stridelab
