#include "render/gl/ribbon.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stridelab::view {
namespace {

const PictureSize size{800, 600};
constexpr float tight_px = 0.02F;  // of hundreds of pixels in single precision

DrawList scene_from(const glm::vec3& eye) {
  DrawList list;
  list.camera.eye_m = eye;
  list.camera.target_m = {0.0F, 1.0F, 0.0F};
  return list;
}

std::vector<glm::vec2> pixels_of(const std::vector<FlatVertex>& triangles) {
  std::vector<glm::vec2> pixels;
  for (const FlatVertex& vertex : triangles)
    pixels.emplace_back((vertex.clip.x / vertex.clip.w * 0.5F + 0.5F) * 800.0F,
                        (0.5F - vertex.clip.y / vertex.clip.w * 0.5F) * 600.0F);
  return pixels;
}

float extent_y(const std::vector<glm::vec2>& pixels) {
  const auto [low, high] =
      std::minmax_element(pixels.begin(), pixels.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
  return high->y - low->y;
}

TEST(Ribbon, IsAsWideOnTheScreenNearAndFar) {
  for (const float distance : {1.0F, 5.0F, 20.0F}) {
    const auto clip = world_to_clip(scene_from({0.0F, 1.0F, distance}), size);
    const auto triangles = ribbon_of({{{-0.1F, 1.0F, 0.0F}, {0.1F, 1.0F, 0.0F}}, glm::vec4(1.0F), 6.0F}, clip, size);
    ASSERT_EQ(triangles.size(), 6U);
    EXPECT_NEAR(extent_y(pixels_of(triangles)), 6.0F, tight_px);
  }
}

TEST(Ribbon, ArrowEndsAtItsLastPoint) {
  const auto clip = world_to_clip(scene_from({0.0F, 1.0F, 4.0F}), size);
  const glm::vec3 tip{0.3F, 1.6F, 0.2F};
  const auto triangles = ribbon_of({{{0.0F, 0.4F, 0.0F}, tip}, glm::vec4(1.0F), 4.0F, true}, clip, size);
  const glm::vec2 wanted = *pixel_of(tip, clip, size);
  float nearest = 1e9F;
  for (const glm::vec2& pixel : pixels_of(triangles)) nearest = std::min(nearest, glm::distance(pixel, wanted));
  EXPECT_LT(nearest, tight_px);
}

TEST(Ribbon, AShortArrowIsAllHead) {
  const auto clip = world_to_clip(scene_from({0.0F, 1.0F, 4.0F}), size);
  const auto triangles =
      ribbon_of({{{0.0F, 1.0F, 0.0F}, {0.01F, 1.0F, 0.0F}}, glm::vec4(1.0F), 8.0F, true}, clip, size);
  EXPECT_EQ(triangles.size(), 3U);
}

TEST(Ribbon, NothingReachesBehindTheEye) {
  const auto clip = world_to_clip(scene_from({0.0F, 1.0F, 2.0F}), size);
  const auto through = ribbon_of({{{0.1F, 0.5F, -3.0F}, {0.1F, 0.5F, 9.0F}}, glm::vec4(1.0F), 3.0F, true}, clip, size);
  ASSERT_FALSE(through.empty());
  for (const FlatVertex& vertex : through) EXPECT_GT(vertex.clip.w, 0.0F);
  EXPECT_TRUE(ribbon_of({{{0.0F, 1.0F, 5.0F}, {0.0F, 1.0F, 9.0F}}, glm::vec4(1.0F), 3.0F, true}, clip, size).empty());
}

TEST(Ribbon, DegenerateStrokesDrawNothing) {
  const auto clip = world_to_clip(scene_from({0.0F, 1.0F, 2.0F}), size);
  EXPECT_TRUE(ribbon_of({}, clip, size).empty());
  EXPECT_TRUE(ribbon_of({{{0.0F, 1.0F, 0.0F}}, glm::vec4(1.0F), 3.0F, true}, clip, size).empty());
  EXPECT_TRUE(ribbon_of({{{0.0F, 1.0F, 0.0F}, {0.0F, 1.0F, 0.0F}}, glm::vec4(1.0F), 3.0F, true}, clip, size).empty());
}

TEST(Ribbon, ASharpCornerDoesNotShootOut) {
  const auto clip = world_to_clip(scene_from({0.0F, 1.0F, 4.0F}), size);
  const Stroke hairpin{{{-0.5F, 1.0F, 0.0F}, {0.5F, 1.0F, 0.0F}, {-0.5F, 1.01F, 0.0F}}, glm::vec4(1.0F), 10.0F};
  const glm::vec2 corner = *pixel_of(hairpin.points_m[1], clip, size);
  for (const glm::vec2& pixel : pixels_of(ribbon_of(hairpin, clip, size)))
    EXPECT_LT(pixel.x, corner.x + 12.0F);  // mitres are cut at twice half the width
}

}  // namespace
}  // namespace stridelab::view
