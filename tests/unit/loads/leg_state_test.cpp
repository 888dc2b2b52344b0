#include "loads/leg_state.h"

#include <gtest/gtest.h>

#include "loads/load_models.h"

namespace stridelab {
namespace {

StrideSample posed() {
  StrideSample s{};
  for (int i = 0; i < n_coordinates; ++i) {
    s.q_rad[i] = 0.01 * (i + 1);
    s.generalised_force_nm[i] = 10.0 * (i + 1);
  }
  return s;
}

TEST(LegState, AnglesAreThoseOfTheNamedLeg) {
  const StrideSample s = posed();
  const LegAngles right = leg_angles(s, Side::right, Body{}, Footing{});
  const LegAngles left = leg_angles(s, Side::left, Body{}, Footing{});
  EXPECT_EQ(right[knee_flexion], s.q_rad[knee_angle_r]);
  EXPECT_EQ(left[knee_flexion], s.q_rad[knee_angle_l]);
  EXPECT_EQ(left[subtalar_inversion], s.q_rad[subtalar_angle_l]);
  EXPECT_EQ(right[ankle_dorsiflexion], s.q_rad[ankle_angle_r]);
}

// 10 mm less heel under a sole of 175 mm lets the heel down by 3.3 deg: dorsiflexion, for the muscles.
TEST(LegState, ALowerHeelStretchesTheCalf) {
  Footing flat;
  flat.drop_change_m = -0.010;
  const Body body;
  const double change = leg_angles(posed(), Side::right, body, flat)[ankle_dorsiflexion] -
                        leg_angles(posed(), Side::right, body, Footing{})[ankle_dorsiflexion];
  EXPECT_NEAR(change * deg_per_rad, 3.27, 0.01);
}

TEST(LegState, MomentsCarryTheSignOfTheirCoordinates) {
  const StrideSample s = posed();
  for (const Side side : {Side::right, Side::left}) {
    const LegMoments m = leg_moments(s, side, joint_moments(s, side));
    EXPECT_EQ(m[hip_flexion], s.generalised_force_nm[leg_coordinate(hip_flexion_r, side)]);
    EXPECT_EQ(m[hip_rotation], s.generalised_force_nm[leg_coordinate(hip_rotation_r, side)]);
    EXPECT_EQ(m[knee_flexion], s.generalised_force_nm[leg_coordinate(knee_angle_r, side)]);
    EXPECT_EQ(m[ankle_dorsiflexion], s.generalised_force_nm[leg_coordinate(ankle_angle_r, side)]);
  }
}

TEST(LegState, ArmOfAGroupIsThatOfItsUnitsAndNeverTiny) {
  const MuscleModel muscles = read_load_models().value().muscles;
  UnitArms arm_m = UnitArms::Constant(-0.040);
  EXPECT_DOUBLE_EQ(group_arm_m(muscles, arm_m, MuscleGroup::gastrocnemius, ankle_dorsiflexion), 0.040);
  arm_m.setConstant(0.001);
  EXPECT_DOUBLE_EQ(group_arm_m(muscles, arm_m, MuscleGroup::gastrocnemius, ankle_dorsiflexion), 0.010);
}

}  // namespace
}  // namespace stridelab
