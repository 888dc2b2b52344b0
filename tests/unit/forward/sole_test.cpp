#include "forward/sole.h"

#include <gtest/gtest.h>

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
      const double spring = point.region == SoleRegion::toe ? 0.012 : 0.0;  // toe spring, from the header
      EXPECT_NEAR(standing(skeleton, point).y() - ground, spring, 1e-12);
    }
  }
}

TEST(Sole, PointsFollowOneAnotherFromHeelToToe) {
  const Skeleton skeleton = build_skeleton(Body{});
  for (const auto& foot : sole_points(skeleton)) {
    EXPECT_LT(standing(skeleton, foot[0]).x(), 0.0);  // behind the ankle, which stands below the hip
    for (std::size_t k : {0U, 2U})
      EXPECT_LT(standing(skeleton, foot[k]).x() + 0.03, standing(skeleton, foot[k + 2]).x());
    for (std::size_t k : {0U, 2U, 4U}) EXPECT_EQ(standing(skeleton, foot[k]).x(), standing(skeleton, foot[k + 1]).x());
  }
}

TEST(Sole, FeetMirrorEachOther) {
  const Skeleton skeleton = build_skeleton(Body{60.0, 1.62, Sex::female});
  const auto soles = sole_points(skeleton);
  for (std::size_t k = 0; k < sole_points_per_foot; ++k) {
    // Both feet list the point on the runner's left first, so the mirror exchanges the pair.
    const Vec3 right = standing(skeleton, soles[0][k]), left = standing(skeleton, soles[1][k ^ 1U]);
    EXPECT_NEAR((right - Vec3(left.x(), left.y(), -left.z())).norm(), 0.0, 1e-12) << k;
    EXPECT_EQ(soles[0][k].region, soles[1][k].region);
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
