#pragma once

#include "forward/live_command.h"
#include "forward/simulation.h"
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

/// A form nobody can run: with so quick a step at this speed there is hardly any flight.
inline LiveRunner infeasible_runner() {
  LiveRunner runner;
  runner.form.speed_m_s = 2.5;
  runner.form.cadence_spm = 220.0;
  return runner;
}

}  // namespace stridelab::test
