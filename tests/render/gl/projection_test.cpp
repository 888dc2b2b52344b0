#include "render/gl/projection.h"

#include <gtest/gtest.h>

namespace stridelab::view {
namespace {

TEST(Projection, TheTargetIsTheMiddleOfThePicture) {
  DrawList list;
  const PictureSize size{1280, 720};
  const auto pixel = pixel_of(list.camera.target_m, world_to_clip(list, size), size);
  ASSERT_TRUE(pixel);
  EXPECT_NEAR(pixel->x, 640.0F, 0.01F);
  EXPECT_NEAR(pixel->y, 360.0F, 0.01F);
}

/// The default camera looks from the runner's right: forward is right in the picture, up is up.
TEST(Projection, ForwardIsToTheRightSeenFromTheRunnersRight) {
  DrawList list;
  const PictureSize size{1280, 720};
  const auto clip = world_to_clip(list, size);
  EXPECT_GT(pixel_of({0.5F, 0.9F, 0.0F}, clip, size)->x, 700.0F);
  EXPECT_LT(pixel_of({0.0F, 1.4F, 0.0F}, clip, size)->y, 300.0F);
}

TEST(Projection, UphillRisesAhead) {
  DrawList list;
  list.ground.slope_rad = 0.1F;
  const PictureSize size{1280, 720};
  const auto clip = world_to_clip(list, size);
  EXPECT_LT(pixel_of({1.0F, 0.0F, 0.0F}, clip, size)->y, pixel_of({-1.0F, 0.0F, 0.0F}, clip, size)->y);
}

TEST(Projection, BehindTheEyeHasNoPixel) {
  DrawList list;
  const PictureSize size{1280, 720};
  EXPECT_FALSE(pixel_of(list.camera.eye_m + glm::vec3(0.0F, 0.0F, 1.0F), world_to_clip(list, size), size));
}

}  // namespace
}  // namespace stridelab::view
