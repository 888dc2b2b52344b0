#include "loads/joint_moments.h"

#include <gtest/gtest.h>

namespace stridelab {
namespace {

StrideSample at_rest() {
  StrideSample s{};
  s.q_rad.setZero();
  s.qd_rad_s.setZero();
  s.generalised_force_nm.setZero();
  for (LegSample& leg : s.leg) {
    leg.tibia.setIdentity();
    leg.knee_moment_nm.setZero();
  }
  return s;
}

TEST(JointMoments, StraighteningEffortIsExtensionOnBothLegs) {
  StrideSample s = at_rest();
  // A generalised force with the sign of flexion bends; its opposite straightens.
  s.generalised_force_nm[knee_angle_r] = -100.0;
  s.generalised_force_nm[knee_angle_l] = -90.0;
  s.generalised_force_nm[hip_flexion_r] = -80.0;
  s.generalised_force_nm[hip_adduction_l] = -70.0;
  s.generalised_force_nm[ankle_angle_r] = -60.0;
  EXPECT_DOUBLE_EQ(joint_moments(s, Side::right).knee_extension_nm, 100.0);
  EXPECT_DOUBLE_EQ(joint_moments(s, Side::left).knee_extension_nm, 90.0);
  EXPECT_DOUBLE_EQ(joint_moments(s, Side::right).hip_extension_nm, 80.0);
  EXPECT_DOUBLE_EQ(joint_moments(s, Side::left).hip_abduction_nm, 70.0);
  EXPECT_DOUBLE_EQ(joint_moments(s, Side::right).ankle_plantarflexion_nm, 60.0);
}

/// Velocity that a moment's direction gives the far end of the tibia, 0.4 m below the knee.
double outward_speed(const Vec3& moment, Side side) { return mirror(side) * moment.cross(Vec3(0.0, -0.4, 0.0)).z(); }

TEST(JointMoments, AbductionIsWhatTurnsTheFootOutward) {
  for (const Side side : {Side::right, Side::left}) {
    for (const double about_x : {30.0, -30.0}) {
      StrideSample s = at_rest();
      Vec3& moment = s.leg[static_cast<std::size_t>(index(side))].knee_moment_nm;
      moment = Vec3(about_x, 11.0, -7.0);
      const double abduction = joint_moments(s, side).knee_abduction_nm;
      EXPECT_DOUBLE_EQ(std::abs(abduction), 30.0);
      EXPECT_GT(abduction * outward_speed(Vec3(about_x, 0.0, 0.0), side), 0.0);
    }
  }
}

TEST(JointMoments, InwardGroundForceAsksForAbduction) {
  // A vertical ground force that passes inside the right knee bends it into a bow leg; muscles and ligaments answer
  // with an abduction moment. Static shank: internal moment = -(foot - knee) x force.
  StrideSample s = at_rest();
  const Vec3 knee_to_pressure(0.0, -0.5, -0.03);
  s.leg[0].knee_moment_nm = -knee_to_pressure.cross(Vec3(0.0, 1500.0, 0.0));
  EXPECT_NEAR(joint_moments(s, Side::right).knee_abduction_nm, 45.0, 1e-9);
}

TEST(JointMoments, GivingWayUnderLoadAbsorbsEnergy) {
  StrideSample s = at_rest();
  s.generalised_force_nm[knee_angle_l] = -100.0;  // extending
  s.qd_rad_s[knee_angle_l] = 2.0;                 // flexing
  EXPECT_DOUBLE_EQ(knee_power_w(s, Side::left), -200.0);
}

}  // namespace
}  // namespace stridelab
