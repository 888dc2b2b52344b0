#include "render/scene/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace stridelab::view {
namespace {

glm::vec3 linear(const glm::vec4& c) {
  const auto one = [](float x) { return x <= 0.04045F ? x / 12.92F : std::pow((x + 0.055F) / 1.055F, 2.4F); };
  return {one(c.r), one(c.g), one(c.b)};
}

/// CIE L*a*b* (D65) of linear sRGB.
glm::vec3 lab(const glm::vec3& c) {
  const auto f = [](float t) { return t > 0.008856F ? std::cbrt(t) : 7.787F * t + 16.0F / 116.0F; };
  const float x = f((0.4124F * c.r + 0.3576F * c.g + 0.1805F * c.b) / 0.9505F),
              y = f(0.2126F * c.r + 0.7152F * c.g + 0.0722F * c.b),
              z = f((0.0193F * c.r + 0.1192F * c.g + 0.9505F * c.b) / 1.089F);
  return {116.0F * y - 16.0F, 500.0F * (x - y), 200.0F * (y - z)};
}

/// How linear colours look without long- or medium-wave cones (Viénot 1999, Color Res Appl 24:243).
glm::vec3 protan(const glm::vec3& c) {
  const float rg = 0.11238F * c.r + 0.88762F * c.g;
  return {rg, rg, 0.00401F * (c.r - c.g) + c.b};
}
glm::vec3 deutan(const glm::vec3& c) {
  const float rg = 0.29275F * c.r + 0.70725F * c.g;
  return {rg, rg, 0.02234F * (c.g - c.r) + c.b};
}

const LoadScale scale{2.0, 12.0, "kneecap pressure", "MPa"};

TEST(LoadScale, GetsLighterWithLoadForEveryEye) {
  float before[3] = {-1.0F, -1.0F, -1.0F};
  for (int i = 0; i <= 50; ++i) {
    const glm::vec3 c = linear(scale.colour(2.0 + 0.2 * i));
    const float now[3] = {lab(c).x, lab(protan(c)).x, lab(deutan(c)).x};
    for (int eye = 0; eye < 3; ++eye) {
      EXPECT_GT(now[eye], before[eye]) << "at " << i;
      before[eye] = now[eye];
    }
  }
}

TEST(LoadScale, StopsAtItsEndsAndSaysSo) {
  EXPECT_EQ(scale.colour(20.0), scale.colour(12.0));
  EXPECT_EQ(scale.colour(-1.0), scale.colour(2.0));
  EXPECT_FALSE(scale.covers(12.1));
  EXPECT_TRUE(scale.covers(12.0));
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(scale.covers(nothing));
  const glm::vec4 grey = scale.colour(nothing);
  EXPECT_EQ(grey.r, grey.g);
  EXPECT_EQ(grey.g, grey.b);
}

TEST(LoadScale, TicksCarryValueColourAndOneUnit) {
  const auto list = ticks(scale, 5);
  ASSERT_EQ(list.size(), 5U);
  EXPECT_EQ(list.front().text, "2");
  EXPECT_EQ(list[1].text, "4.5");
  EXPECT_EQ(list.back().text, "12 MPa");
  EXPECT_EQ(list[2].colour, scale.colour(7.0));
}

/// A difference of 10 in L*a*b* is seen at a glance; 15 leaves some room for thin lines and poor screens.
TEST(Palette, ColoursStayApartForEveryEye) {
  const glm::vec4 all[] = {palette::shown, palette::baseline, palette::force, palette::lever, palette::angle};
  for (const auto& a : all)
    for (const auto& b : all) {
      if (a == b) continue;
      const glm::vec3 x = linear(a), y = linear(b);
      EXPECT_GT(glm::distance(lab(x), lab(y)), 15.0F);
      EXPECT_GT(glm::distance(lab(protan(x)), lab(protan(y))), 15.0F);
      EXPECT_GT(glm::distance(lab(deutan(x)), lab(deutan(y))), 15.0F);
    }
}

}  // namespace
}  // namespace stridelab::view
