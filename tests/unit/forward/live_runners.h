#pragma once

#include "forward/live_command.h"
#include "forward/simulation.h"
#include "gait/synthesise.h"
#include "loads/load_models.h"

namespace stridelab::test {

inline const LoadModels& shipped_loads() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

/// Held a little, so that tests of the live session are about the session and not about the runner.
inline SimulationSettings held() {
  SimulationSettings settings;
  settings.carrier = CarrierKind::own;
  settings.assist_percent = 10.0;
  return settings;
}

inline LiveRunner with_cadence(double cadence_spm) {
  LiveRunner runner;
  runner.form.cadence_spm = cadence_spm;
  return runner;
}

/// A runner with his canonical stride.
inline SetRunner solved(const LiveRunner& runner) {
  const Stride stride = synthesise(runner.body, runner.form).value();
  return {runner, std::make_shared<const TracedStride>(TracedStride{stride, nullptr}), false};
}

/// As a slider asks that comes from another form.
inline SetRunner preview(const LiveRunner& runner, const SetRunner& from) {
  const Stride stride = synthesise_from(from.solved->stride, runner.body, runner.form).value();
  return {runner, std::make_shared<const TracedStride>(TracedStride{stride, from.solved}), true};
}

/// The default runner, solved once per program.
inline const SetRunner& easy_runner() {
  static const SetRunner runner = solved(LiveRunner{});
  return runner;
}

}  // namespace stridelab::test
