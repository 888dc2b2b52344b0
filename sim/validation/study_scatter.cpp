#include "validation/study_scatter.h"

#include <algorithm>
#include <cmath>

#include "core/model_path.h"
#include "model_files/model_file.h"
#include "study/change.h"
#include "sweep/counter_random.h"
#include "sweep/distribution.h"
#include "sweep/pool.h"
#include "uncertainty/draws.h"

namespace stridelab {
namespace {

constexpr std::uint64_t seed = 23;

StudyScatter read(ModelSection root) {
  ModelSection change = root.table("change_between_runners"), unknown = root.table("unknown_study");
  StudyScatter scatter;
  scatter.change_percent = change.number("percent", {0.1, 100.0, "%"});
  scatter.change_deg = change.number("degrees", {0.1, 30.0, "deg"});
  scatter.runners = unknown.number("runners", {2.0, 1000.0, ""});
  for (ModelSection* section : {&change, &unknown})
    if (section->text("source").empty()) section->fault("source", "a number without source");
  return scatter;
}

std::optional<double> change_of(const PublishedEffect& effect, const Drawn& drawn) {
  if (!drawn.a || !drawn.b) return std::nullopt;
  const Change change =
      change_between(*find_metric(effect.metric)->row, drawn.a->value(effect.metric), drawn.b->value(effect.metric));
  return effect.kind == "percent" ? change.change_percent : change.change;
}

/// The error of a study's sample in draw i of n, in standard errors: each of n equal shares once.
double sample_error(std::uint64_t i, std::uint64_t n) {
  const std::uint64_t share = permuted(i, n, mixed(seed));
  return normal_quantile((static_cast<double>(share) + 0.5) / static_cast<double>(n));
}

}  // namespace

tl::expected<StudyScatter, Diagnostics> read_study_scatter() {
  return read_model_file(model_path("uncertainty/studies.toml"), read);
}

double sampling_error(const PublishedEffect& effect, const StudyScatter& scatter, double level) {
  double sd = scatter.change_percent;
  if (effect.kind != "percent")
    sd = find_metric(effect.metric)->row->unit == "deg" ? scatter.change_deg
                                                        : 0.01 * scatter.change_percent * std::abs(level);
  return effect.sd_between.value_or(sd) / std::sqrt(effect.runners.value_or(scatter.runners));
}

std::optional<Interval> one_study(const PublishedEffect& effect, const EngineRun& a, const EngineRun& b,
                                  const LoadModels& models, const StudyDraws& how) {
  const double error = sampling_error(effect, how.scatter, a.metrics->value(effect.metric).value_or(0.0));
  const auto count = static_cast<std::uint64_t>(how.draws);
  std::vector<double> found;
  std::uint64_t next = 0;
  work_in_order(
      how.jobs, [&]() -> std::optional<std::uint64_t> { return next < count ? std::optional(next++) : std::nullopt; },
      [&](std::uint64_t i) -> std::optional<double> {
        const auto change = change_of(effect, draw_metrics(how.inputs, draw_of(how.inputs, i), a, &b, models));
        return change ? std::optional(*change + error * sample_error(i, count)) : std::nullopt;
      },
      [&](std::optional<double> change) {
        if (change && std::isfinite(*change)) found.push_back(*change);
      });
  if (found.size() < 2 || 2 * found.size() < count) return std::nullopt;
  std::ranges::sort(found);
  return Interval{quantile(found, 0.05), quantile(found, 0.25), quantile(found, 0.75), quantile(found, 0.95)};
}

}  // namespace stridelab
