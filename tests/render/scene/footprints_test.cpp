#include "render/scene/footprints.h"

#include <gtest/gtest.h>

#include <cmath>

#include "gait/synthesise.h"
#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

const Stride& easy() {
  static const Stride stride = *synthesise(Body{}, Form{});
  return stride;
}

const Skeleton skeleton = build_skeleton({});
const LoadScale scale{0.0, 10.0, "kneecap pressure", "MPa"};

DrawList prints(double strides, double load = 5.0, int steps = 6) {
  DrawList list;
  add_footprints(list, easy(), skeleton, strides, load, scale, steps);
  return list;
}

glm::vec3 middle(const Patch& patch) {
  glm::vec3 sum(0.0F);
  for (const glm::vec3& p : patch.outline_m) sum += p / static_cast<float>(patch.outline_m.size());
  return sum;
}

TEST(Footprints, OutlinesAreConvexAndCounterClockwiseFromAbove) {
  for (const Patch& patch : prints(3.3).patches) {
    const auto& o = patch.outline_m;
    for (std::size_t i = 0; i < o.size(); ++i) {
      const glm::vec3 a = o[i], b = o[(i + 1) % o.size()], c = o[(i + 2) % o.size()];
      EXPECT_GT(glm::cross(b - a, c - b).y, -1e-7F);
    }
  }
}

TEST(Footprints, AShoeCoversItsSolePoints) {
  const LegSample leg = easy().at(0.5 * easy().duty_factor()).leg[0];
  const auto outline = print_outline(skeleton, leg);
  for (const Vec3& point : {leg.heel_m, leg.ball_m})
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const glm::vec3 a = outline[i], b = outline[(i + 1) % outline.size()];
      EXPECT_GT(glm::cross(b - a, to_glm(point) - a).y, -1e-6F);
    }
}

TEST(Footprints, ThereAreNoneBeforeTheFirstFootWasFlat) {
  EXPECT_TRUE(prints(0.3 * easy().duty_factor()).patches.empty());
  EXPECT_EQ(prints(0.6 * easy().duty_factor()).patches.size(), 1U);
  EXPECT_EQ(prints(0.5 + 0.6 * easy().duty_factor()).patches.size(), 2U);
  EXPECT_EQ(prints(100.0).patches.size(), 6U);
}

TEST(Footprints, LieASteplengthApartOnAlternateSides) {
  const auto patches = prints(4.2).patches;
  const double step_m = 0.5 * easy().form().speed_m_s * easy().period_s();
  for (std::size_t i = 0; i + 1 < patches.size(); ++i) {
    const glm::vec3 newer = middle(patches[i]), older = middle(patches[i + 1]);
    EXPECT_NEAR(static_cast<double>(newer.x - older.x), step_m, 1e-4);
    EXPECT_NEAR(newer.z, -older.z, 1e-5F);
    EXPECT_GT(patches[i].colour.a, patches[i + 1].colour.a);
  }
}

/// A print does not slide: seen from the ground, which moves backward at the running speed, it stays where it was.
TEST(Footprints, StayOnTheGroundThatMoves) {
  const double dt = 0.01;
  const glm::vec3 now = middle(prints(2.30).patches[1]), later = middle(prints(2.30 + dt).patches[1]);
  const double moved = easy().form().speed_m_s * easy().period_s() * dt;
  EXPECT_NEAR(static_cast<double>(now.x - later.x), moved, 1e-5);
  EXPECT_NEAR(now.z, later.z, 1e-6F);
}

TEST(Footprints, TakeTheColourOfTheLoad) {
  const auto rgb = [](const glm::vec4& c) { return glm::vec3(c); };
  EXPECT_EQ(rgb(prints(2.0, 7.5).patches[0].colour), rgb(scale.colour(7.5)));
  EXPECT_NE(rgb(prints(2.0, 7.5).patches[0].colour), rgb(prints(2.0, 2.5).patches[0].colour));
}

}  // namespace
}  // namespace stridelab::view
