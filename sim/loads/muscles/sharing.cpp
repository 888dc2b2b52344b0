#include "loads/muscles/sharing.h"

#include "loads/muscles/capacity.h"
#include "loads/muscles/dual_newton.h"
#include "loads/muscles/muscle_geometry.h"

namespace stridelab {

LegMoments reserve_scale_nm(const MuscleModel& model, const Body& body) {
  const double size = body.mass_kg * body.height_m / (model.generic_mass_kg * model.generic_height_m);
  return size * model.sharing.reserve_scale_nm;
}

MuscleState share_muscles(const MuscleModel& model, const Body& body, const StrengthLimits& limits,
                          const LegAngles& angle_rad, const LegMoments& net_nm) {
  const MuscleGeometry geometry = muscle_geometry(model, body, angle_rad);
  const double strain = achilles_strain(model, body, geometry, net_nm[ankle_dorsiflexion]);
  MuscleState state;
  state.length_m = geometry.length_m;
  state.arm_m = geometry.arm_m;
  state.capacity_n = unit_capacity_n(model, body, limits, geometry, strain);
  UnitArms moment_per_activation_nm;
  for (int k = 0; k < n_leg_angles; ++k)
    moment_per_activation_nm.col(k) = geometry.arm_m.col(k).cwiseProduct(state.capacity_n);
  const SharingSolution solution = solve_sharing(moment_per_activation_nm, reserve_scale_nm(model, body), net_nm);
  state.activation = solution.activation;
  state.force_n = state.activation.cwiseProduct(state.capacity_n);
  for (int k = 0; k < n_leg_angles; ++k)
    state.reserve_nm[k] = net_nm[k] - moment_per_activation_nm.col(k).dot(state.activation);
  state.iterations = solution.iterations;
  state.converged = solution.converged;
  state.extrapolated = !inside_fit(model, angle_rad);
  return state;
}

double group_force_n(const MuscleModel& model, const MuscleState& state, MuscleGroup group) {
  return model.members(group).dot(state.force_n);
}

double group_activation(const MuscleModel& model, const MuscleState& state, MuscleGroup group) {
  return model.members(group).cwiseProduct(state.activation).maxCoeff();
}

double largest_reserve_nm(const MuscleState& state) { return state.reserve_nm.cwiseAbs().maxCoeff(); }

double muscle_shortfall_nm(const MuscleState& state) {
  LegMoments trusted = state.reserve_nm;
  trusted(hip_rotation) = 0.0;
  return trusted.cwiseAbs().maxCoeff();
}

}  // namespace stridelab
