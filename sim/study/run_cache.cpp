#include "study/run_cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "core/text.h"

namespace stridelab {
namespace {

bool has_averaged_step(const ForwardResult& result) {
  return std::any_of(result.steps.begin(), result.steps.end(), [](const StepResult& s) { return s.left_out.empty(); });
}

NoRun nothing_to_average(const ForwardResult& result) {
  return {fmt::format("no step is left to average in {} s: the first steps, in which the run settles, do not count; "
                      "raise duration_s",
                      number_text(result.duration_s)),
          result.quality};
}

}  // namespace

SimulationSettings simulation_settings(const RunSettings& settings) {
  SimulationSettings simulation;
  simulation.assist_percent = settings.assist_percent;
  simulation.torque_noise_percent = settings.torque_noise_percent;
  simulation.seed = settings.seed;
  return simulation;
}

RunCache::RunCache(const LoadModels& models, Engines engines, double record_every_s)
    : strides_(models, std::move(engines.stride)),
      forward_(std::move(engines.forward)),
      record_every_s_(record_every_s) {}

RunCache::Key RunCache::key_of(const RunInputs& inputs, const RunSettings& settings) {
  return {inputs, settings.duration_s, settings.assist_percent, settings.torque_noise_percent, settings.seed};
}

const ForwardOutcome* RunCache::find(const Key& key) const {
  for (const auto& [known, outcome] : known_)
    if (known == key) return outcome.get();
  return nullptr;
}

bool RunCache::knows_forward(const RunInputs& inputs, const RunSettings& settings) const {
  return find(key_of(inputs, settings)) != nullptr;
}

const ForwardOutcome& RunCache::run_forward(const RunInputs& inputs, const RunSettings& settings,
                                            const std::function<void(double)>& progress) {
  const Key key = key_of(inputs, settings);
  if (const ForwardOutcome* known = find(key)) return *known;
  known_.emplace_back(key, std::make_unique<ForwardOutcome>(run_now(inputs, settings, progress)));
  return *known_.back().second;
}

ForwardOutcome RunCache::run_now(const RunInputs& inputs, const RunSettings& settings,
                                 const std::function<void(double)>& progress) {
  const SolveResult& plan = strides_.solve(inputs);
  if (!plan) return tl::unexpected(NoRun{plan.error().text(), std::nullopt});
  ForwardRequest request;
  request.simulation = simulation_settings(settings);
  request.duration_s = settings.duration_s;
  request.record_every_s = record_every_s_;
  request.progress = progress;
  const auto start = std::chrono::steady_clock::now();
  auto result = forward_({inputs, (*plan)->plan, models(), request});
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (!result) return tl::unexpected(std::move(result.error()));
  if (!has_averaged_step(*result)) return tl::unexpected(nothing_to_average(*result));
  const double plan_ms = (*plan)->metrics.value("solve_time_ms").value_or(0.0);
  result->mean.set(metric("solve_time_ms"), plan_ms + took.count());
  return std::make_shared<const ForwardResult>(std::move(*result));
}

}  // namespace stridelab
