#include "render/gl/treadmill.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace stridelab::view {
namespace {

Camera from(const glm::vec3& way) {
  Camera camera;
  camera.target_m = {0.0F, 0.9F, 0.0F};
  camera.eye_m = camera.target_m + way * 4.0F;
  return camera;
}

std::vector<glm::vec3> corners_of(const std::vector<Solid>& parts) {
  std::vector<glm::vec3> corners;
  for (const Solid& part : parts)
    for (const Vertex& vertex : part.mesh->vertices)
      corners.push_back(glm::vec3(part.world * glm::vec4(vertex.position, 1.0F)));
  return corners;
}

TEST(Treadmill, LeavesTheRunnerRoom) {
  for (const glm::vec3& corner : corners_of(treadmill(light_look(), from({0.0F, 0.0F, 1.0F})))) {
    EXPECT_TRUE(corner.y <= 0.0F || std::abs(corner.z) > belt_half_m.y || corner.x > belt_half_m.x) << "on the belt";
    EXPECT_TRUE(corner.y <= 0.2F || corner.x > 0.8F) << "within reach of arms, which swing about 0.5 m ahead";
  }
}

TEST(Treadmill, EveryFaceLooksTheWayItsNormalSays) {
  for (const Solid& part : treadmill(light_look(), from({0.0F, 0.0F, 1.0F})))
    for (std::size_t i = 0; i < part.mesh->indices.size(); i += 3) {
      const auto corner = [&](std::size_t k) -> const Vertex& {
        return part.mesh->vertices[part.mesh->indices[i + k]];
      };
      const glm::vec3 face =
          glm::cross(corner(1).position - corner(0).position, corner(2).position - corner(0).position);
      EXPECT_GT(glm::dot(face, corner(0).normal), 0.0F) << "turned over: it would be culled";
    }
}

TEST(Treadmill, ConsoleIsGlassOnlyInFrontOfTheRunner) {
  const auto least_alpha = [](const glm::vec3& way) {
    float least = 1.0F;
    for (const Solid& part : treadmill(light_look(), from(way))) least = std::min(least, part.colour.a);
    return least;
  };
  EXPECT_EQ(least_alpha({0.0F, 0.1F, 1.0F}), 1.0F);
  EXPECT_EQ(least_alpha({-1.0F, 0.1F, 0.0F}), 1.0F);
  EXPECT_LT(least_alpha({1.0F, 0.1F, 0.0F}), 0.2F);
  EXPECT_EQ(least_alpha({0.0F, 1.0F, 0.0F}), 1.0F) << "from straight above";
}

TEST(Treadmill, StandsOnTheFloorAtAnySlope) {
  for (const float slope : {-0.15F, 0.0F, 0.08F, 0.2F}) {
    float lowest = 0.0F;
    for (const glm::vec3& corner : corners_of(treadmill(light_look(), from({0.0F, 0.0F, 1.0F}))))
      lowest = std::min(lowest, corner.x * std::sin(slope) + corner.y * std::cos(slope));
    EXPECT_LT(floor_under_treadmill_m(slope), lowest) << slope;
    EXPECT_GT(floor_under_treadmill_m(slope), lowest - 0.15F) << "nor does it float: " << slope;
  }
}

}  // namespace
}  // namespace stridelab::view
