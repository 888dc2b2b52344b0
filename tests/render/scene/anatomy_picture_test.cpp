#include <gtest/gtest.h>

#include <cmath>

#include "render/scene/anatomy_person.h"

namespace stridelab::view {
namespace {

std::array<UnitVector, 2> resting() {
  std::array<UnitVector, 2> activation;
  for (UnitVector& a : activation) a.setZero();
  return activation;
}

DrawList picture(const StrideSample& sample, const std::array<UnitVector, 2>& activation) {
  DrawList list;
  add_anatomy(list, person(), sample, activation);
  return list;
}

TEST(Anatomy, DrawsBonesTwoKneecapsAndBothLegs) {
  const DrawList list = picture(running().at(0.1), resting());
  EXPECT_EQ(list.figures.size(), 1U);
  EXPECT_EQ(list.solids.size(), 2U);
  EXPECT_EQ(list.tubes.size() % 2, 0U);
  EXPECT_GE(person().muscles.size(), 35U);
  EXPECT_GE(list.tubes.size(), 2 * person().muscles.size());
  for (const Tube& tube : list.tubes) {
    ASSERT_GE(tube.points_m.size(), 2U);
    ASSERT_EQ(tube.points_m.size(), tube.radius_m.size());
    for (float r : tube.radius_m) EXPECT_GT(r, 0.0F);
    for (const glm::vec3& p : tube.points_m) EXPECT_TRUE(std::isfinite(p.x + p.y + p.z));
  }
}

TEST(Anatomy, LeftLegMirrorsRightStanding) {
  const DrawList list = picture(upright(), resting());
  const std::size_t half = list.tubes.size() / 2;
  for (std::size_t i = 0; i < half; ++i)
    for (std::size_t j = 0; j < list.tubes[i].points_m.size(); ++j) {
      const glm::vec3 right = list.tubes[i].points_m[j], left = list.tubes[half + i].points_m[j];
      EXPECT_NEAR(glm::distance(right, left * glm::vec3(1.0F, 1.0F, -1.0F)), 0.0F, 1e-5F);
    }
  const glm::vec3 right(list.solids[0].world[3]), left(list.solids[1].world[3]);
  EXPECT_NEAR(glm::distance(right, left * glm::vec3(1.0F, 1.0F, -1.0F)), 0.0F, 1e-5F);
}

TEST(Anatomy, KneecapStaysInFrontOfItsKnee) {
  for (int i = 0; i < 40; ++i) {
    const StrideSample sample = running().at(i / 40.0);
    const DrawList list = picture(sample, resting());
    for (std::size_t side = 0; side < 2; ++side) {
      const LegSample& leg = sample.leg[side];
      const glm::vec3 p(list.solids[side].world[3]);
      const Vec3 from_knee = Vec3(double(p.x), double(p.y), double(p.z)) - leg.knee_m;
      // In front of the middle between thigh and shank, which it bridges, and no further away than a thumb is long.
      const Vec3 forward = (leg.femur.col(0) + leg.tibia.col(0)).normalized();
      EXPECT_GT(from_knee.dot(forward), 0.02) << "phase " << i / 40.0;
      EXPECT_LT(from_knee.norm(), 0.06) << "phase " << i / 40.0;
    }
  }
}

TEST(Anatomy, OnlyTheMuscleThatWorksChangesColour) {
  const int unit = person().muscles.front().path.unit;
  auto working = resting();
  working[1][unit] = 0.8;
  const DrawList rest = picture(upright(), resting()), work = picture(upright(), working);
  std::size_t changed = 0, where = 0;
  for (std::size_t i = 0; i < rest.tubes.size(); ++i)
    if (rest.tubes[i].colour != work.tubes[i].colour) ++changed, where = i;
  EXPECT_EQ(changed, 1U);
  EXPECT_EQ(where, rest.tubes.size() / 2) << "the first muscle of the left leg";
}

TEST(Anatomy, ColoursGetDarkerWithActivationForEveryEye) {
  const auto linear = [](float x) { return x <= 0.04045F ? x / 12.92F : std::pow((x + 0.055F) / 1.055F, 2.4F); };
  const LoadScale scale = activation_scale();
  EXPECT_EQ(scale.low, 0.0);
  EXPECT_EQ(scale.high, 100.0);
  float before[3] = {9.0F, 9.0F, 9.0F};
  for (int i = 0; i <= 50; ++i) {
    const glm::vec4 c = scale.colour(2.0 * i);
    const float r = linear(c.r), g = linear(c.g), b = linear(c.b);
    // Luminance for normal eyes, and for eyes without long- or medium-wave cones (Vienot 1999, Color Res Appl 24:243).
    const float now[3] = {0.2126F * r + 0.7152F * g + 0.0722F * b, 0.11238F * r + 0.88762F * g,
                          0.29275F * r + 0.70725F * g};
    for (int eye = 0; eye < 3; ++eye) {
      EXPECT_LT(now[eye], before[eye]) << "at " << 2 * i << " %";
      before[eye] = now[eye];
    }
  }
}

}  // namespace
}  // namespace stridelab::view
