#include "gait/rearfoot.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stridelab {
namespace {

const Vec3 axis = Vec3(0.787, 0.605, -0.121).normalized();

// The closed form undone by the rotation itself: rounding.
TEST(SubtalarForRoll, GivesTheRollThatWasAsked) {
  const Mat3 ankle =
      (Eigen::AngleAxisd(-0.3, Vec3::UnitZ()) * Eigen::AngleAxisd(0.1, Vec3::UnitX())).toRotationMatrix();
  for (const double roll : {-0.25, -0.1, 0.0, 0.08}) {
    const double angle = subtalar_for_roll_rad(ankle, axis, roll);
    const Mat3 foot = ankle * Eigen::AngleAxisd(angle, axis).toRotationMatrix();
    EXPECT_NEAR(std::asin(foot(1, 2)), roll, 1e-12);
    EXPECT_LT(std::abs(angle), 0.7);  // the near one of two roots
  }
}

TEST(RearfootRoll, LandsInvertedLiesFlatAndTipsOutAsTheHeelRises) {
  const RearfootRoll usual(FootPosture::neutral, 0.0);
  const double stance_s = 0.25;
  EXPECT_LT(usual.at_rad(0.03, stance_s, 0.1), -0.1);
  EXPECT_EQ(usual.at_rad(0.45, stance_s, 0.0), 0.0);
  EXPECT_LT(usual.at_rad(0.7, stance_s, -0.3), -0.03);
}

TEST(RearfootRoll, AFlatArchTipsInAndASupportTakesSomeBack) {
  auto mid = [](FootPosture posture, double support) { return RearfootRoll(posture, support).at_rad(0.5, 0.25, 0.0); };
  EXPECT_GT(mid(FootPosture::flat, 0.0), 0.0);
  EXPECT_DOUBLE_EQ(mid(FootPosture::high, 0.0), -mid(FootPosture::flat, 0.0));
  EXPECT_LT(mid(FootPosture::flat, 1.0), mid(FootPosture::flat, 0.5));
  EXPECT_LT(mid(FootPosture::neutral, 0.5), 0.0);
}

}  // namespace
}  // namespace stridelab
