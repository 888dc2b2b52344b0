#include <gtest/gtest.h>

#include "support/own_kinematics.h"

/// The table of frames and signs as tests: a positive coordinate moves the named point the named way, on both sides.
namespace stridelab {
namespace {

using test::OwnPose;

/// How far a point of a segment moves when one coordinate turns by 0.1 rad from standing.
Vec3 shift(int coordinate, int link, const Vec3& local) {
  const Skeleton s = build_skeleton({70.0, 1.75, Sex::male});
  CoordinateVector q = CoordinateVector::Zero();
  const Vec3 before = test::own_pose(s, q).point(link, local);
  q(coordinate) = 0.1;
  return test::own_pose(s, q).point(link, local) - before;
}

/// Points 0.4 m from a joint: 0.1 rad moves them by 40 mm. Half of that counts as moving that way.
constexpr double reach = 0.4;
constexpr double clearly = 0.5 * 0.1 * reach;

const Vec3 forward = Vec3::UnitX(), up = Vec3::UnitY(), right = Vec3::UnitZ();

/// Inward is toward the other leg: left for the right leg.
Vec3 inward(int right_coordinate, int coordinate) { return coordinate == right_coordinate ? Vec3(-right) : right; }

void expect_moves(int coordinate, int link, const Vec3& local, const Vec3& way) {
  const Vec3 moved = shift(coordinate, link, local);
  EXPECT_GT(moved.dot(way), clearly) << coordinate_names[static_cast<std::size_t>(coordinate)] << ": "
                                     << moved.transpose();
}

TEST(Signs, PelvisTiltTurnsTheFrontUp) { expect_moves(pelvis_tilt, pelvis_rotation, reach * forward, up); }
TEST(Signs, PelvisListDropsTheRightSide) { expect_moves(pelvis_list, pelvis_rotation, reach * right, -up); }
TEST(Signs, PelvisRotationBringsTheRightSideForward) {
  expect_moves(pelvis_rotation, pelvis_rotation, reach * right, forward);
}
TEST(Signs, LumbarExtensionLeansTheTrunkBack) { expect_moves(lumbar_extension, lumbar_rotation, reach * up, -forward); }
TEST(Signs, LumbarBendingLeansTheTrunkRight) { expect_moves(lumbar_bending, lumbar_rotation, reach * up, right); }
TEST(Signs, LumbarRotationBringsTheRightShoulderForward) {
  expect_moves(lumbar_rotation, lumbar_rotation, reach * right, forward);
}

TEST(Signs, HipFlexionRightMovesTheKneeForward) { expect_moves(hip_flexion_r, hip_rotation_r, -reach * up, forward); }
TEST(Signs, HipFlexionLeftMovesTheKneeForward) { expect_moves(hip_flexion_l, hip_rotation_l, -reach * up, forward); }
TEST(Signs, HipAdductionRightMovesTheKneeLeft) { expect_moves(hip_adduction_r, hip_rotation_r, -reach * up, -right); }
TEST(Signs, HipAdductionLeftMovesTheKneeRight) { expect_moves(hip_adduction_l, hip_rotation_l, -reach * up, right); }
TEST(Signs, HipRotationRightTurnsTheToesInward) {
  expect_moves(hip_rotation_r, mtp_angle_r, reach * forward, inward(hip_rotation_r, hip_rotation_r));
}
TEST(Signs, HipRotationLeftTurnsTheToesInward) {
  expect_moves(hip_rotation_l, mtp_angle_l, reach * forward, inward(hip_rotation_r, hip_rotation_l));
}
TEST(Signs, KneeAngleRightMovesTheAnkleBack) { expect_moves(knee_angle_r, knee_angle_r, -reach * up, -forward); }
TEST(Signs, KneeAngleLeftMovesTheAnkleBack) { expect_moves(knee_angle_l, knee_angle_l, -reach * up, -forward); }
TEST(Signs, AnkleAngleRightLiftsTheToes) { expect_moves(ankle_angle_r, subtalar_angle_r, reach * forward, up); }
TEST(Signs, AnkleAngleLeftLiftsTheToes) { expect_moves(ankle_angle_l, subtalar_angle_l, reach * forward, up); }
TEST(Signs, SubtalarAngleRightTurnsTheSoleInward) {
  expect_moves(subtalar_angle_r, subtalar_angle_r, -reach * up, inward(subtalar_angle_r, subtalar_angle_r));
}
TEST(Signs, SubtalarAngleLeftTurnsTheSoleInward) {
  expect_moves(subtalar_angle_l, subtalar_angle_l, -reach * up, inward(subtalar_angle_r, subtalar_angle_l));
}
TEST(Signs, ToeAngleRightLiftsTheToes) { expect_moves(mtp_angle_r, mtp_angle_r, reach * forward, up); }
TEST(Signs, ToeAngleLeftLiftsTheToes) { expect_moves(mtp_angle_l, mtp_angle_l, reach * forward, up); }
TEST(Signs, ArmFlexionRightSwingsTheArmForward) { expect_moves(arm_flex_r, arm_flex_r, -reach * up, forward); }
TEST(Signs, ArmFlexionLeftSwingsTheArmForward) { expect_moves(arm_flex_l, arm_flex_l, -reach * up, forward); }

/// A coordinate of one leg leaves the other one where it is.
TEST(Signs, LegsAreSeparate) {
  for (int k = hip_flexion_r; k <= arm_flex_r; ++k) {
    EXPECT_EQ(shift(k, mtp_angle_l, Vec3::Zero()).norm(), 0.0);
    EXPECT_EQ(shift(k + n_leg_coordinates, mtp_angle_r, Vec3::Zero()).norm(), 0.0);
  }
}

/// Standing: X forward, Y up, Z right, the right leg on the right.
TEST(Signs, RightIsPositiveZ) {
  const Skeleton s = build_skeleton({70.0, 1.75, Sex::male});
  const OwnPose stand = test::own_pose(s, CoordinateVector::Zero());
  EXPECT_GT(stand.joint[hip_rotation_r].z(), 0.05);
  EXPECT_LT(stand.joint[hip_rotation_l].z(), -0.05);
  EXPECT_GT(stand.joint[arm_flex_r].z(), 0.1);
  EXPECT_NEAR(stand.point(subtalar_angle_r, s.foot.heel_m).y(), -s.leg_length_m, 1e-12);
  EXPECT_GT(stand.point(mtp_angle_r, s.foot.toe_m).x(), stand.point(subtalar_angle_r, s.foot.heel_m).x());
}

}  // namespace
}  // namespace stridelab
