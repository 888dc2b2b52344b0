#include "tuning/score.h"

#include <algorithm>
#include <cmath>

#include "core/invalid_model_files.h"
#include "ground/contact_materials.h"

namespace stridelab {
namespace {

constexpr int frame_every = 4;  // steps of integration: 250 frames a second are enough to judge quality

/// Square of a value over its limit; beyond the limit only its logarithm, so that one bad form does not rule the rest.
double excess(double value, double limit) {
  const double share = std::abs(value / limit);
  return share < 1.0 ? share * share : 1.0 + 2.0 * std::log(share);
}

/// The usual shoe on asphalt. errors: throws InvalidModelFiles
ContactModel contact_of(double mass_kg) { return value_or_throw(read_contact_model("cushioned", "asphalt", mass_kg)); }

}  // namespace

double TrialResult::cost(double duration_s) const {
  if (fell) return 10.0 + 20.0 * (1.0 - survived_s / duration_s);
  const RunningQuality& q = quality;
  const RunningLimits& limit = forward_limits().good_running;
  constexpr double wish = 2.0 / 3.0;  // joints should stay well inside their limit
  const double joints = q.joint_rms_rad.maxCoeff();
  double cost = excess(joints, wish * limit.joint_rms_rad) +
                excess(q.vertical_force_rms_n, limit.force_rms_n_kg * q.plan.mass_kg) +
                excess(q.height_error_m, limit.height_error_m) +
                excess(q.speed_error_m_s, limit.speed_share * q.plan.speed_m_s) +
                excess(q.drift_m_s, limit.drift_share * q.plan.speed_m_s) + excess(q.lateral_drift_m, limit.lateral_m) +
                excess(q.cadence_error_spm, limit.cadence_share * q.plan.cadence_spm);
  if (q.fault()) cost += 3.0;
  return std::min(cost, 9.9);  // never worse than a fall
}

TrialResult run_trial(const Stride& stride, const ReflexGains& gains, const Trial& trial, const LoadModels& loads) {
  SimulationSettings settings;
  settings.dt_s = trial.dt_s;
  settings.carrier = CarrierKind::own;
  settings.assist_percent = trial.assist_percent;
  settings.contact = contact_of(stride.body().mass_kg);
  Simulation simulation(stride, loads, settings, gains);
  QualityScore score({stride.form().speed_m_s, stride.form().cadence_spm, stride.body().mass_kg, 0.0});
  while (simulation.time_s() < trial.duration_s && simulation.step())
    if (simulation.index() % frame_every == 0) score.add(simulation.frame());
  TrialResult result;
  result.survived_s = simulation.time_s();
  result.fell = simulation.fall().has_value();
  result.quality = score.result();
  return result;
}

}  // namespace stridelab
