#include "uncertainty/draws.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/invalid_model_files.h"
#include "loads/overlaid_load_models.h"
#include "metrics/metrics.h"
#include "study/change.h"
#include "sweep/counter_random.h"
#include "sweep/pool.h"
#include "sweep/sobol.h"

namespace stridelab {
namespace {

constexpr std::uint64_t seed = 21, shift_stream = 3ULL << 32;
constexpr std::size_t most_contributors = 3;
constexpr double low_share = 0.05, high_share = 0.95;

/// The stride of a form with the constants of the overlay that is active, started from the one that is known.
std::optional<StrideSource> stride_under(const EngineRun& run, const RunInputs& inputs, bool moves) {
  const PlannedStride& known = run.stride->plan;
  if (!moves || !known.stride) {
    StrideSource source = known.source;
    source.form.kneecap_method = inputs.form.kneecap_method;
    if (source.left) source.left->form.kneecap_method = inputs.form.kneecap_method;
    return source;
  }
  const auto found = synthesise_from(*known.stride, inputs.body, inputs.form, inputs.left);
  if (!found) return std::nullopt;
  return stride_source(*found);
}

std::optional<MetricValues> metrics_under(const EngineRun& run, const RunInputs& inputs, bool moves,
                                          const LoadModels& models) {
  const auto source = stride_under(run, inputs, moves);
  if (!source) return std::nullopt;
  const auto record = record_stride(*source, models);
  if (!record) return std::nullopt;
  return compute_metrics(*record, models);
}

using Quantity = std::function<std::optional<double>(const Drawn&)>;

/// All draws, and each input alone at the ends of what nine in ten draws give it.
struct Draws {
  const std::vector<UncertainInput>& inputs;
  std::vector<Drawn> together, alone;  ///< alone: low, high of each input

  [[nodiscard]] std::optional<SureValue> of(const std::string& metric, const Quantity& quantity) const;
  [[nodiscard]] std::vector<Contributor> largest(const Quantity& quantity) const;
};

std::optional<SureValue> Draws::of(const std::string& metric, const Quantity& quantity) const {
  std::vector<double> values;
  for (const Drawn& drawn : together)
    if (const auto value = drawn.a ? quantity(drawn) : std::nullopt; value && std::isfinite(*value))
      values.push_back(*value);
  // A metric that most draws lack has no interval.
  if (values.size() < 2 || 2 * values.size() < together.size()) return std::nullopt;
  std::ranges::sort(values);
  return SureValue{
      metric,
      {quantile(values, low_share), quantile(values, 0.25), quantile(values, 0.75), quantile(values, high_share)},
      largest(quantity)};
}

std::vector<Contributor> Draws::largest(const Quantity& quantity) const {
  std::vector<Contributor> all;
  for (std::size_t j = 0; j < inputs.size(); ++j) {
    const Drawn &low = alone[2 * j], &high = alone[2 * j + 1];
    if (!low.a || !high.a) continue;
    const auto from = quantity(low), to = quantity(high);
    if (from && to && *to != *from) all.push_back({inputs[j].label, *to - *from});
  }
  std::ranges::stable_sort(all, std::greater{}, [](const Contributor& c) { return std::abs(c.swing); });
  all.resize(std::min(all.size(), most_contributors));
  return all;
}

void summarise(const Draws& draws, bool is_change, HowSure& sure) {
  const auto add = [&](std::vector<SureValue>& into, const std::string& key, const Quantity& quantity) {
    if (auto value = draws.of(key, quantity)) into.push_back(*std::move(value));
  };
  for (const MetricRow& row : metric_table()) {
    if (row.key == "solve_time_ms") continue;
    const std::string key(row.key);
    add(sure.a, key, [&](const Drawn& d) { return d.a->value(key); });
    if (!is_change) continue;
    const auto change = [&](const Drawn& d) { return change_between(row, d.a->value(key), d.b->value(key)); };
    add(sure.b, key, [&](const Drawn& d) { return d.b->value(key); });
    add(sure.change, key, [&](const Drawn& d) { return change(d).change; });
    add(sure.change_percent, key, [&](const Drawn& d) { return change(d).change_percent; });
  }
}

std::vector<UncertainInput> without_method(std::vector<UncertainInput> inputs) {
  std::erase_if(inputs, chooses_method);
  return inputs;
}

}  // namespace

bool chooses_method(const UncertainInput& input) { return input.places.front().key == "kneecap_method"; }

Drawn draw_metrics(const std::vector<UncertainInput>& inputs, const std::vector<double>& values, const EngineRun& a,
                   const EngineRun* b, const LoadModels& models) {
  Drawn drawn;
  const ModelOverlay overlay(edits_of(inputs, values));
  // Thrown where a range goes beyond what a reader takes: a fault of the ranges, no runner's.
  const LoadModels changed = value_or_throw(overlaid_load_models(models, overlay));
  const OverlayScope scope(&overlay);
  const bool moves = std::ranges::any_of(inputs, moves_stride);
  const auto of = [&](const EngineRun& run) {
    RunInputs chosen = run.inputs;
    choose(inputs, values, chosen);
    return metrics_under(run, chosen, moves, changed);
  };
  drawn.a = of(a);
  if (b != nullptr && drawn.a) drawn.b = of(*b);
  if (b != nullptr && !drawn.b) drawn.a.reset();
  return drawn;
}

std::vector<double> draw_of(const std::vector<UncertainInput>& inputs, std::uint64_t index) {
  static const SobolSequence sequence(SobolSequence::most_dimensions);
  std::vector<double> values;
  for (std::size_t j = 0; j < inputs.size(); ++j) {
    const auto shift = static_cast<std::uint32_t>(random_bits(seed, shift_stream + j, 0) >> 32);
    const std::uint32_t bits = sequence.bits(index, static_cast<int>(j)) ^ shift;
    values.push_back(inputs[j].at((static_cast<double>(bits) + 0.5) * 0x1.0p-32));
  }
  return values;
}

bool asks_for_method(const EngineRun& run) {
  return run.parameters.value("kneecap_method").origin != Origin::default_value;
}

double quantile(const std::vector<double>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

HowSure how_sure(const EngineRun& a, const EngineRun* b, const LoadModels& models,
                 const std::vector<UncertainInput>& all, const DrawSettings& settings) {
  const std::vector<UncertainInput> inputs = settings.method_held ? without_method(all) : all;
  const auto count = static_cast<std::uint64_t>(settings.draws);
  Draws draws{inputs, {}, {}};
  std::uint64_t next = 0;
  work_in_order(
      settings.jobs,
      [&]() -> std::optional<std::uint64_t> {
        if (next == count + 2 * inputs.size()) return std::nullopt;
        return next++;
      },
      [&](std::uint64_t index) {
        if (index < count) return draw_metrics(inputs, draw_of(inputs, index), a, b, models);
        const UncertainInput& input = inputs[(index - count) / 2];
        return draw_metrics({input}, {input.at((index - count) % 2 == 0 ? low_share : high_share)}, a, b, models);
      },
      [&](Drawn drawn) { (draws.together.size() < count ? draws.together : draws.alone).push_back(std::move(drawn)); });
  HowSure sure;
  for (const Drawn& drawn : draws.together) ++(drawn.a ? sure.draws : sure.without_stride);
  summarise(draws, b != nullptr, sure);
  return sure;
}

}  // namespace stridelab
