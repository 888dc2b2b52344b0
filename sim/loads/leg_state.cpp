#include "loads/leg_state.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

/// Of the model's sole, for a body of 1.75 m (models/runners/de_leva_1996.toml, [foot]).
constexpr double heel_to_ball_m = 0.175, foot_reference_height_m = 1.75;

constexpr double smallest_arm_m = 0.010;

}  // namespace

LegAngles leg_angles(const StrideSample& sample, Side side, const Body& body, const Footing& footing) {
  const auto q = [&](Coordinate right) { return sample.q_rad[leg_coordinate(right, side)]; };
  const double sole_m = heel_to_ball_m * body.height_m / foot_reference_height_m;
  LegAngles angles;
  angles[hip_flexion] = q(hip_flexion_r);
  angles[hip_adduction] = q(hip_adduction_r);
  angles[hip_rotation] = q(hip_rotation_r);
  angles[knee_flexion] = q(knee_angle_r);
  angles[ankle_dorsiflexion] = q(ankle_angle_r) - footing.drop_change_m / sole_m;
  angles[subtalar_inversion] = q(subtalar_angle_r);
  return angles;
}

LegMoments leg_moments(const StrideSample& sample, Side side, const JointMoments& active) {
  const auto net_nm = [&](Coordinate right) { return sample.generalised_force_nm[leg_coordinate(right, side)]; };
  LegMoments moments;
  moments[hip_flexion] = -active.hip_extension_nm;
  moments[hip_adduction] = -active.hip_abduction_nm;
  moments[hip_rotation] = net_nm(hip_rotation_r);
  moments[knee_flexion] = -active.knee_extension_nm;
  moments[ankle_dorsiflexion] = -active.ankle_plantarflexion_nm;
  moments[subtalar_inversion] = net_nm(subtalar_angle_r);
  return moments;
}

double group_arm_m(const MuscleModel& model, const UnitArms& arm_m, MuscleGroup group, LegAngle about) {
  const UnitVector strength_n = model.members(group).cwiseProduct(model.max_force_n);
  return std::max(std::abs(strength_n.dot(arm_m.col(about))) / strength_n.sum(), smallest_arm_m);
}

}  // namespace stridelab
