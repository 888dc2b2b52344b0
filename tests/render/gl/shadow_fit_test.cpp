#include "render/gl/shadow_fit.h"

#include <gtest/gtest.h>

namespace stridelab::view {
namespace {

const glm::vec3 light = glm::normalize(glm::vec3(0.4F, 1.0F, 0.3F));

glm::vec3 seen(const glm::mat4& view, const glm::vec3& point) { return glm::vec3(view * glm::vec4(point, 1.0F)); }

TEST(ShadowFit, HoldsEveryBallAndTheGroundTheyShade) {
  const std::vector<Ball> balls{{{0.0F, 1.7F, 0.1F}, 0.15F}, {{0.6F, 0.1F, -0.2F}, 0.12F}, {{-0.5F, 0.9F, 0.0F}, 0.3F}};
  const glm::mat4 view = light_view(balls, light, 1024);
  for (const Ball& ball : balls) {
    const glm::vec3 on_ground = ball.centre_m - light * (ball.centre_m.y / light.y);
    for (const glm::vec3& point : {ball.centre_m + light * ball.radius_m, on_ground}) {
      const glm::vec3 place = seen(view, point);
      for (int axis = 0; axis < 3; ++axis) EXPECT_LE(std::abs(place[axis]), 1.0F);
    }
  }
}

TEST(ShadowFit, NearerToTheLightIsSmallerDepth) {
  const std::vector<Ball> balls{{{0.0F, 1.0F, 0.0F}, 0.5F}};
  const glm::mat4 view = light_view(balls, light, 1024);
  EXPECT_LT(seen(view, {0.0F, 1.4F, 0.0F}).z, seen(view, {0.0F, 0.6F, 0.0F}).z);
}

TEST(ShadowFit, StaysOnTheSameTexelsWhileTheRunnerMoves) {
  const int map_px = 1024;
  const auto texels_at = [&](float x) {
    const std::vector<Ball> balls{{{x, 0.9F, 0.0F}, 0.9F}};
    return seen(light_view(balls, light, map_px), {0.3F, 0.0F, 0.2F}) * (0.5F * map_px);
  };
  const glm::vec3 shift = texels_at(0.0371F) - texels_at(0.0F);
  EXPECT_GT(std::abs(shift.y) + std::abs(shift.x), 1.0F);  // the view does follow
  EXPECT_NEAR(shift.x, std::round(shift.x), 0.02F);        // single precision of a coordinate of some hundred texels
  EXPECT_NEAR(shift.y, std::round(shift.y), 0.02F);
}

TEST(ShadowFit, ABoneWithoutVerticesHasNoBall) {
  Mesh mesh;
  mesh.vertices.resize(2);
  for (Vertex& vertex : mesh.vertices) vertex.bone[0] = static_cast<std::uint8_t>(Bone::head);
  mesh.vertices[0].position = {0.0F, 0.5F, 0.0F};
  mesh.vertices[1].position = {0.0F, 0.9F, 0.0F};
  const auto balls = bone_balls(mesh);
  EXPECT_LT(balls[static_cast<std::size_t>(Bone::pelvis)].radius_m, 0.0F);
  EXPECT_FLOAT_EQ(balls[static_cast<std::size_t>(Bone::head)].radius_m, 0.2F);
  EXPECT_FLOAT_EQ(balls[static_cast<std::size_t>(Bone::head)].centre_m.y, 0.7F);
}

}  // namespace
}  // namespace stridelab::view
