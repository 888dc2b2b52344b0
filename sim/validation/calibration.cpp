#include "validation/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/settings_inputs.h"
#include "uncertainty/draws.h"
#include "validation/study_scatter.h"

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

/// One of the two kinds of interval.
using Kind = Interval CalibrationRow::*;

Counts counts_of(const std::vector<CalibrationRow>& rows, bool predicted, Kind kind) {
  Counts counts;
  std::vector<double> widths, ratios;
  for (const CalibrationRow& row : rows) {
    if ((row.origin == "predicted") != predicted) continue;
    const Interval& interval = row.*kind;
    ++counts.rows;
    counts.in_90 += row.in_90(interval);
    counts.in_50 += row.in_50(interval);
    const double width = interval.high_90 - interval.low_90;
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

/// Four sentences: both kinds, predicted and in sample apart.
std::vector<std::string> sentences(const Calibration& calibration) {
  std::vector<std::string> all;
  for (const auto& [name, kind] : {std::pair{"The model's own interval", Kind{&CalibrationRow::model}},
                                   {"What one study would find", &CalibrationRow::study}})
    for (const bool predicted : {true, false})
      all.push_back(fmt::format("{}, {}", name,
                                sentence(predicted ? "predicted" : "calibrated or put in (in sample)",
                                         counts_of(calibration.rows, predicted, kind))));
  return all;
}

std::string range_text(double low, double high) { return fmt::format("{:.1f} .. {:.1f}", low, high); }

const char* where(const CalibrationRow& row, const Interval& interval) {
  return row.in_50(interval) ? "in both" : row.in_90(interval) ? "in 90 %" : "outside";
}

/// Inputs that a study's group and the model differ by; those of the model alone come first.
struct AllInputs {
  std::vector<UncertainInput> model, study;
};

tl::expected<AllInputs, Diagnostics> read_all_inputs() {
  auto model = read_uncertain_inputs();
  if (!model) return tl::unexpected(model.error());
  const auto runners = read_runner_inputs();
  if (!runners) return tl::unexpected(runners.error());
  AllInputs all{*std::move(model), {}};
  all.study = all.model;
  all.study.insert(all.study.end(), runners->begin(), runners->end());
  return all;
}

std::vector<UncertainInput> without_method(std::vector<UncertainInput> inputs) {
  std::erase_if(inputs, chooses_method);
  return inputs;
}

/// The row of an effect; nothing where it has no interval.
std::optional<CalibrationRow> row_of(const PublishedEffect& effect, const EngineRun& a, const EngineRun& b,
                                     const LoadModels& models, const AllInputs& inputs, const StudyScatter& scatter,
                                     const CalibrationDraws& draws) {
  const bool method_held = names_method(effect);
  const HowSure sure = how_sure(a, &b, models, inputs.model, {draws.model, draws.jobs, method_held});
  const bool percent = effect.kind == "percent";
  const SureValue* value = find(percent ? sure.change_percent : sure.change, effect.metric);
  const std::vector<UncertainInput> of_study = method_held ? without_method(inputs.study) : inputs.study;
  const auto study = one_study(effect, a, b, models, {of_study, scatter, draws.study, draws.jobs});
  if (value == nullptr || !study) return std::nullopt;
  return CalibrationRow{
      effect.key,         effect.origin,   std::string(percent ? "%" : find_metric(effect.metric)->row->unit),
      *effect.value,      value->interval, *study,
      sure.without_stride};
}

}  // namespace

tl::expected<Calibration, Diagnostics> calibrate(const std::vector<PublishedEffect>& effects, const LoadModels& models,
                                                 const Engines& engines, const CalibrationDraws& draws,
                                                 const std::function<void(double)>& progress) {
  const auto inputs = read_all_inputs();
  if (!inputs) return tl::unexpected(inputs.error());
  const auto scatter = read_study_scatter();
  if (!scatter) return tl::unexpected(scatter.error());
  Calibration calibration{draws.model, draws.study, {}, {}};
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const PublishedEffect& effect = effects[i];
    if (progress) progress(static_cast<double>(i) / static_cast<double>(effects.size()));
    if (effect.null || effect.kind == "value" || !effect.value || *effect.value == 0.0) continue;
    const auto a = run_of(effect.a, models, engines), b = run_of(effect.b, models, engines);
    if (!a || !b) return tl::unexpected(a ? b.error() : a.error());
    const bool solved = a->stride && b->stride;
    auto row = solved ? row_of(effect, *a, *b, models, *inputs, *scatter, draws) : std::nullopt;
    if (row)
      calibration.rows.push_back(*std::move(row));
    else
      calibration.left_out.push_back(effect.key);
  }
  return calibration;
}

std::string calibration_text(const Calibration& calibration) {
  std::string text = fmt::format(
      "\nDo published changes lie where the intervals say? Model: {} draws of its constants. Study: {} draws of them "
      "and of "
      "the\nrunner, with the error of a study's sample.\n{:<44}{:>10}{:>18}  {:<9}{:>18}  {}\n",
      calibration.draws, calibration.study_draws, "", "published", "model 90 %", "", "study 90 %", "");
  for (const CalibrationRow& row : calibration.rows)
    text += fmt::format("{:<44}{:>10.1f}{:>18}  {:<9}{:>18}  {}{}\n", row.key + " " + row.unit, row.published,
                        range_text(row.model.low_90, row.model.high_90), where(row, row.model),
                        range_text(row.study.low_90, row.study.high_90), where(row, row.study),
                        row.origin == "predicted" ? "" : ", " + row.origin);
  for (const std::string& line : sentences(calibration)) text += line + ".\n";
  for (const std::string& key : calibration.left_out) text += "Without an interval: " + key + ".\n";
  return text;
}

std::string calibration_markdown(const Calibration& calibration) {
  std::string text = fmt::format(
      "\n## Do published changes lie where the intervals say?\n\n"
      "*Model*: {} draws of the model's constants (`models/uncertainty/ranges.toml`), the same for both runs of a "
      "change. "
      "*Study*, what one study would find: {} draws of them and of the runner (`runners.toml`), with the error of a "
      "sample "
      "as large as the study's (`studies.toml`). Ranges were fixed before they were counted with.\n\n",
      calibration.draws, calibration.study_draws);
  for (const std::string& line : sentences(calibration)) text += "- " + line + ".\n";
  text +=
      "\n| change | published | model 90 % | model 50 % | where | study 90 % | study 50 % | where | origin |\n"
      "|---|---:|---|---|---|---|---|---|---|\n";
  for (const CalibrationRow& row : calibration.rows)
    text +=
        fmt::format("| {} | {:.1f} {} | {} | {} | {} | {} | {} | {} | {} |\n", row.key, row.published, row.unit,
                    range_text(row.model.low_90, row.model.high_90), range_text(row.model.low_50, row.model.high_50),
                    where(row, row.model), range_text(row.study.low_90, row.study.high_90),
                    range_text(row.study.low_50, row.study.high_50), where(row, row.study), row.origin);
  for (const std::string& key : calibration.left_out) text += "\nWithout an interval: " + key + ".\n";
  return text;
}

}  // namespace stridelab
