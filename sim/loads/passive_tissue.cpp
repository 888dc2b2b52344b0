#include "loads/passive_tissue.h"

#include <algorithm>
#include <cmath>

#include "core/frames.h"

namespace stridelab {
namespace {

double held_deg(const PassiveTissueModel::Range& range, double angle_rad) {
  return std::clamp(angle_rad * deg_per_rad, range.lowest_deg, range.highest_deg);
}

}  // namespace

PassiveMoments added_passive_moments(const PassiveTissueModel& model, const Body& body, const SagittalAngles& angles) {
  if (body.calf_tightness == 0.0 && body.hamstring_tightness == 0.0) return {};
  const double ankle_deg = held_deg(model.plantarflexion, angles.plantarflexion_rad);
  const double knee_deg = held_deg(model.knee_flexion, angles.knee_flexion_rad);
  const double hip_deg = held_deg(model.hip_flexion, angles.hip_flexion_rad);
  const double size = body.mass_kg * body.height_m / (model.reference_mass_kg * model.reference_height_m);
  const auto moment_nm = [&](const PassiveTissueModel::Exponential& e) {
    return size * std::exp(e.constant + e.plantarflexion_per_deg * ankle_deg + e.knee_per_deg * knee_deg +
                           e.hip_per_deg * hip_deg);
  };
  const double knee_nm = moment_nm(model.knee);
  PassiveMoments added;
  added.ankle_plantarflexion_nm = body.calf_tightness * moment_nm(model.ankle);
  added.knee_flexion_calf_nm = body.calf_tightness * model.calf_share_of_knee * knee_nm;
  added.knee_flexion_hamstrings_nm = body.hamstring_tightness * (1.0 - model.calf_share_of_knee) * knee_nm;
  added.hip_extension_nm = body.hamstring_tightness * moment_nm(model.hip);
  return added;
}

JointMoments active_moments(const JointMoments& net, const PassiveMoments& passive) {
  JointMoments active = net;
  active.knee_extension_nm += passive.knee_flexion_nm();
  active.hip_extension_nm -= passive.hip_extension_nm;
  active.ankle_plantarflexion_nm -= passive.ankle_plantarflexion_nm;
  return active;
}

PassiveForces passive_forces(const PassiveMoments& passive, const PassiveArms& arms) {
  return {passive.ankle_plantarflexion_nm / arms.calf_at_ankle_m, passive.hip_extension_nm / arms.hamstrings_at_hip_m,
          passive.knee_flexion_calf_nm / arms.calf_at_knee_m +
              passive.knee_flexion_hamstrings_nm / arms.hamstrings_at_knee_m};
}

}  // namespace stridelab
