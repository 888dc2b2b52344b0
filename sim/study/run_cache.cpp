#include "study/run_cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/text.h"
#include "forward/simulation.h"

namespace stridelab {
namespace {

bool has_averaged_step(const ForwardResult& result) {
  return std::any_of(result.steps.begin(), result.steps.end(), [](const StepResult& s) { return s.left_out.empty(); });
}

/// The newest in use are kept, so that memory does not grow with the number of scenarios.
constexpr std::size_t most_known = 16;

/// A run settles, then each foot needs a whole step, which may begin up to a stride later.
double enough_s(double stride_s) { return std::ceil(10.0 * (settling_strides + 2.5) * stride_s) / 10.0; }

NoRun too_short(double duration_s, double stride_s) {
  return {fmt::format("duration_s = {} is too short: the first {} strides, in which the run settles, do not count, and "
                      "a step of each foot has to follow; duration_s = {} is enough",
                      number_text(duration_s), settling_strides, number_text(enough_s(stride_s))),
          std::nullopt};
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
    : engines_(std::move(engines)), strides_(models, engines_.stride), record_every_s_(record_every_s) {}

tl::expected<PlannedStride, Infeasible> RunCache::plan(const RunInputs& inputs, const Stride* neighbour) const {
  return neighbour != nullptr ? engines_.preview(*neighbour, inputs) : engines_.stride(inputs);
}

RunCache::Key RunCache::key_of(const RunInputs& inputs, const RunSettings& settings) {
  return {inputs, settings.duration_s, settings.assist_percent, settings.torque_noise_percent, settings.seed};
}

const ForwardOutcome* RunCache::find(const Key& key) const {
  for (const auto& [known, outcome] : known_)
    if (known == key) return outcome.get();
  return nullptr;
}

const ForwardOutcome& RunCache::remember(const Key& key, ForwardOutcome outcome) {
  std::erase_if(known_, [&](const auto& known) { return known.first == key; });
  if (known_.size() >= most_known) known_.pop_back();
  known_.emplace(known_.begin(), key, std::make_unique<ForwardOutcome>(std::move(outcome)));
  return *known_.front().second;
}

bool RunCache::knows_forward(const RunInputs& inputs, const RunSettings& settings) const {
  return find(key_of(inputs, settings)) != nullptr;
}

const ForwardOutcome& RunCache::run_forward(const RunInputs& inputs, const RunSettings& settings,
                                            const std::function<void(double)>& progress, const FrameSink& frames) {
  const Key key = key_of(inputs, settings);
  if (const ForwardOutcome* known = find(key); known != nullptr && !frames) return *known;
  return remember(key, run_now(inputs, settings, progress, frames));
}

/// Who is shaken more than usual and falls would not fall by his form: whether that is so is tried.
NoRun RunCache::blamed(NoRun failure, const ForwardJob& job) {
  const double usual_percent = RunSettings{}.torque_noise_percent;
  const double noise_percent = job.request.simulation.torque_noise_percent;
  if (noise_percent <= usual_percent) return failure;
  ForwardRequest calmer = job.request;
  calmer.simulation.torque_noise_percent = usual_percent;
  calmer.frames = {};
  calmer.progress = {};
  calmer.record_every_s = 0.0;
  if (!engines_.forward({job.inputs, job.plan, job.loads, calmer})) return failure;
  failure.text = fmt::format("{} (that is the noise: with torque_noise_percent = {} instead of {} the same form runs)",
                             failure.text.substr(0, failure.text.find("; to help")), number_text(usual_percent),
                             number_text(noise_percent));
  return failure;
}

ForwardOutcome RunCache::run_now(const RunInputs& inputs, const RunSettings& settings,
                                 const std::function<void(double)>& progress, const FrameSink& frames) {
  if (auto refused = sides_refused(inputs, "the forward engine runs"))
    return tl::unexpected(NoRun{*std::move(refused), std::nullopt});
  const SolveResult& plan = strides_.solve(inputs);
  if (!plan) return tl::unexpected(NoRun{plan.error().text(), std::nullopt});
  const double stride_s = 120.0 / inputs.form.cadence_spm;
  if (settings.duration_s < (settling_strides + 1.0) * stride_s)
    return tl::unexpected(too_short(settings.duration_s, stride_s));
  ForwardRequest request;
  request.simulation = simulation_settings(settings);
  request.duration_s = settings.duration_s;
  request.record_every_s = record_every_s_;
  request.frames = frames;
  request.progress = progress;
  const auto start = std::chrono::steady_clock::now();
  const ForwardJob job{inputs, (*plan)->plan, models(), request};
  auto result = engines_.forward(job);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (!result) return tl::unexpected(blamed(std::move(result.error()), job));
  if (!has_averaged_step(*result)) return tl::unexpected(too_short(settings.duration_s, stride_s));
  const double plan_ms = (*plan)->metrics.value("solve_time_ms").value_or(0.0);
  result->mean.set(metric("solve_time_ms"), plan_ms + took.count());
  return std::make_shared<const ForwardResult>(std::move(*result));
}

}  // namespace stridelab
