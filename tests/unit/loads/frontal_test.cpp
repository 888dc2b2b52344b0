#include "loads/frontal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace stridelab {
namespace {

TEST(FrontalPlane, KnockKneeIsPositiveOnBothLegs) {
  const double deg = rad_per_deg;
  for (const Side side : {Side::right, Side::left}) {
    const double out = mirror(side);
    const Vec3 hip(0.0, 0.9, 0.08 * out);
    const Vec3 knee = hip + Vec3(0.1, -0.4, 0.0);
    // Shank turned outward by 7 deg in the frontal plane, whatever it does forward and backward.
    const Vec3 ankle = knee + Vec3(-0.2, -0.4 * std::cos(7.0 * deg), 0.4 * std::sin(7.0 * deg) * out);
    EXPECT_NEAR(frontal_plane_projection_rad(hip, knee, ankle, side), 7.0 * deg, 1e-12);
    const Vec3 bowed(ankle.x(), ankle.y(), 2.0 * knee.z() - ankle.z());
    EXPECT_NEAR(frontal_plane_projection_rad(hip, knee, bowed, side), -7.0 * deg, 1e-12);
  }
}

TEST(FrontalPlane, IsTheSupplementOfTheJointAngle) {
  const Vec3 hip(0.0, 0.9, 0.10);
  const Vec3 knee(0.0, 0.5, 0.06);
  const Vec3 ankle(0.0, 0.1, 0.09);
  const double at_knee = std::acos((hip - knee).normalized().dot((ankle - knee).normalized()));
  EXPECT_NEAR(std::abs(frontal_plane_projection_rad(hip, knee, ankle, Side::right)), std::numbers::pi - at_knee, 1e-12);
}

TEST(TrunkLean, TowardTheStandingLegIsPositive) {
  CoordinateVector q = CoordinateVector::Zero();
  q[pelvis_list] = 0.1;  // about forward X: up tips toward Z, to the right
  EXPECT_NEAR(lateral_trunk_lean_rad(q, 0.0, Side::right), 0.1, 1e-12);
  EXPECT_NEAR(lateral_trunk_lean_rad(q, 0.0, Side::left), -0.1, 1e-12);
  q[lumbar_bending] = -0.1;  // the trunk straightens up again
  EXPECT_NEAR(lateral_trunk_lean_rad(q, 0.0, Side::right), 0.0, 1e-12);
}

TEST(TrunkLean, IsMeasuredToGravityOnSlopes) {
  // Trunk along the gravity vertical on a slope: leaning forward in the slope's frame, no lean to the side.
  CoordinateVector q = CoordinateVector::Zero();
  q[pelvis_tilt] = -0.2;
  EXPECT_NEAR(lateral_trunk_lean_rad(q, 0.2, Side::right), 0.0, 1e-12);
  q[lumbar_bending] = 0.05;
  EXPECT_NEAR(lateral_trunk_lean_rad(q, 0.2, Side::right), 0.05, 1e-12);
}

}  // namespace
}  // namespace stridelab
