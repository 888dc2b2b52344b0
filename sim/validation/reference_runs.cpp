#include "validation/reference_runs.h"

#include <tbb/parallel_for.h>

#include <mutex>

namespace stridelab {
namespace {

constexpr double frame_interval_s = 0.001;  ///< of recorded frames: the engine's own step, so that none is passed over

ReferenceRunResult by_stride(const ReferenceRun& run, const ReferenceRunSettings& s) {
  ReferenceRunResult out;
  SolveCache cache(s.models, s.engines.stride);
  const SolveResult& solved = cache.solve(run.inputs);
  if (!solved) {
    out.missing = solved.error().text();
    return out;
  }
  out.metrics = (*solved)->metrics;
  if (run.signals)
    out.signals = read_signals((*solved)->plan.source, s.models, (*solved)->record, s.names, s.conditions.cutoff_hz);
  return out;
}

ReferenceRunResult by_forward(const ReferenceRun& run, const ReferenceRunSettings& s) {
  ReferenceRunResult out;
  RunSettings settings;
  settings.engine = "forward";
  settings.duration_s = s.conditions.forward_duration_s;
  settings.torque_noise_percent = s.conditions.forward_torque_noise_percent;
  RunCache cache(s.models, s.engines, run.signals ? frame_interval_s : 0.0);
  const ForwardOutcome& outcome = cache.run_forward(run.inputs, settings);
  if (!outcome) {
    out.missing = outcome.error().text;
    return out;
  }
  out.metrics = (*outcome)->mean;
  if (run.signals) out.signals = read_signals(**outcome, run.inputs.body, s.names, s.conditions.cutoff_hz);
  if (run.signals && !out.signals) out.missing = "no stride is left to average";
  return out;
}

}  // namespace

std::vector<ReferenceRunResult> run_all(const std::vector<ReferenceRun>& runs, const ReferenceRunSettings& settings,
                                        const std::function<void(double)>& progress) {
  std::vector<ReferenceRunResult> results(runs.size());
  std::mutex reporting;
  std::size_t done = 0;
  tbb::parallel_for(std::size_t{0}, runs.size(), [&](std::size_t i) {
    const bool forward = runs[i].engine == EngineIndex::forward;
    results[i] = forward ? by_forward(runs[i], settings) : by_stride(runs[i], settings);
    const std::lock_guard lock(reporting);
    if (progress) progress(static_cast<double>(++done) / static_cast<double>(runs.size()));
  });
  return results;
}

}  // namespace stridelab
