#include "loads/joint_moments.h"

namespace stridelab {

static_assert(leg_coordinate(knee_angle_r, Side::left) == knee_angle_l);
static_assert(leg_coordinate(subtalar_angle_r, Side::left) == subtalar_angle_l);

JointMoments joint_moments(const StrideSample& sample, Side side) {
  const CoordinateVector& tau = sample.generalised_force_nm;
  const LegSample& leg = sample.leg[static_cast<std::size_t>(index(side))];
  JointMoments m;
  m.knee_extension_nm = -tau[leg_coordinate(knee_angle_r, side)];
  m.hip_extension_nm = -tau[leg_coordinate(hip_flexion_r, side)];
  m.hip_abduction_nm = -tau[leg_coordinate(hip_adduction_r, side)];
  m.ankle_plantarflexion_nm = -tau[leg_coordinate(ankle_angle_r, side)];
  m.knee_abduction_nm = -mirror(side) * leg.tibia.col(0).dot(leg.knee_moment_nm);
  return m;
}

double knee_power_w(const StrideSample& sample, Side side) {
  const int knee = leg_coordinate(knee_angle_r, side);
  return sample.generalised_force_nm[knee] * sample.qd_rad_s[knee];
}

}  // namespace stridelab
