#include "forward/sole.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "dynamics/free_dynamics.h"

namespace stridelab {
namespace {

Vec3 standing(const Skeleton& skeleton, const SolePoint& point) {
  FreeDynamics d;
  free_dynamics(skeleton, FreeState{}, Vec3::Zero(), d);
  return d.tree.point[static_cast<std::size_t>(point.link)] + point.local_m;
}

TEST(Sole, StandsFlatOnHeelAndBallWithTheToesRaised) {
  const Skeleton skeleton = build_skeleton(Body{});
  for (const auto& foot : sole_points(skeleton)) {
    const double ground = standing(skeleton, foot[0]).y();
    for (const SolePoint& point : foot) {
      const double spring = point.region == SoleRegion::toe ? 0.008 : 0.0;  // toe spring, from the header
      EXPECT_NEAR(standing(skeleton, point).y() - ground, spring, 1e-12);
    }
  }
}

TEST(Sole, PointsFollowOneAnotherFromHeelToToe) {
  const Skeleton skeleton = build_skeleton(Body{});
  for (const auto& foot : sole_points(skeleton)) {
    for (const SolePoint& point : foot) {
      const double ahead = standing(skeleton, point).x();  // of the ankle, which stands below the hip
      EXPECT_EQ(ahead < 0.0, point.region == SoleRegion::heel);
      for (const SolePoint& other : foot)
        if (point.region < other.region) {
          EXPECT_LT(ahead + 0.02, standing(skeleton, other).x());
        }
    }
  }
}

TEST(Sole, FeetMirrorEachOther) {
  const Skeleton skeleton = build_skeleton(Body{60.0, 1.62, Sex::female});
  const auto soles = sole_points(skeleton);
  for (const SolePoint& point : soles[0]) {
    const Vec3 right = standing(skeleton, point);
    const auto mirrored = std::count_if(soles[1].begin(), soles[1].end(), [&](const SolePoint& other) {
      const Vec3 left = standing(skeleton, other);
      return other.region == point.region && (right - Vec3(left.x(), left.y(), -left.z())).norm() < 1e-12;
    });
    EXPECT_EQ(mirrored, 1);
  }
}

TEST(Sole, ToesCarryTheirOwnPoints) {
  const auto soles = sole_points(build_skeleton(Body{}));
  for (std::size_t k = 0; k < sole_points_per_foot; ++k) {
    const bool toe = soles[0][k].region == SoleRegion::toe;
    EXPECT_EQ(soles[0][k].link, toe ? mtp_angle_r : subtalar_angle_r);
    EXPECT_EQ(soles[1][k].link, toe ? mtp_angle_l : subtalar_angle_l);
  }
}

}  // namespace
}  // namespace stridelab
