#include "render/gl/tube_mesh.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/gtc/constants.hpp>
#include <limits>
#include <map>

namespace stridelab::view {
namespace {

const glm::vec4 white(1.0F);
constexpr float nan = std::numeric_limits<float>::quiet_NaN();

TubeSurface surface_of(const Tube& tube) {
  TubeSurface surface;
  append_tube(surface, tube);
  return surface;
}

Tube even_tube(std::vector<glm::vec3> points, float radius_m) {
  std::vector<float> radii(points.size(), radius_m);
  return {std::move(points), std::move(radii), white};
}

/// A quarter of a circle of 0.2 m about Z, then straight down: the bend of a muscle over a joint.
Tube bent_tube() {
  std::vector<glm::vec3> points;
  for (int i = 0; i <= 4; ++i) {
    const float angle = glm::half_pi<float>() * (1.0F - static_cast<float>(i) / 4.0F);
    points.emplace_back(0.2F * std::cos(angle), 0.2F * std::sin(angle), 0.0F);
  }
  points.emplace_back(0.2F, -0.2F, 0.0F);
  return even_tube(points, 0.02F);
}

/// A helix: turns out of every plane.
Tube twisted_tube() {
  std::vector<glm::vec3> points;
  for (int i = 0; i <= 30; ++i) {
    const float t = static_cast<float>(i) * 0.4F;
    points.emplace_back(0.1F * std::cos(t), 0.03F * t, 0.1F * std::sin(t));
  }
  return even_tube(points, 0.01F);
}

/// Every edge is walked once each way: no hole, no face turned over.
bool is_closed(const TubeSurface& surface) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> walked;
  for (std::size_t i = 0; i < surface.indices.size(); i += 3)
    for (std::size_t k = 0; k < 3; ++k) ++walked[{surface.indices[i + k], surface.indices[i + (k + 1) % 3]}];
  return std::all_of(walked.begin(), walked.end(), [&](const auto& edge) {
    const auto back = walked.find({edge.first.second, edge.first.first});
    return edge.second == 1 && back != walked.end() && back->second == 1;
  });
}

/// By the divergence theorem; positive when the faces look outward.
float volume_of(const TubeSurface& surface) {
  float six = 0.0F;
  for (std::size_t i = 0; i < surface.indices.size(); i += 3) {
    const auto corner = [&](std::size_t k) { return surface.vertices[surface.indices[i + k]].position; };
    six += glm::dot(corner(0), glm::cross(corner(1), corner(2)));
  }
  return six / 6.0F;
}

bool is_finite(const TubeSurface& surface) {
  return std::all_of(surface.vertices.begin(), surface.vertices.end(), [](const TubeVertex& vertex) {
    return std::isfinite(glm::dot(vertex.position, vertex.position)) &&
           std::abs(glm::length(vertex.normal) - 1.0F) < 1e-3F;  // single precision, after a normalize
  });
}

TEST(TubeMesh, IsClosedAndFacesOutward) {
  for (const Tube& tube : {even_tube({{0, 0, 0}, {0, 1, 0}}, 0.05F), bent_tube(), twisted_tube()}) {
    const TubeSurface surface = surface_of(tube);
    EXPECT_TRUE(is_closed(surface));
    EXPECT_TRUE(is_finite(surface));
    EXPECT_GT(volume_of(surface), 0.0F);
  }
}

TEST(TubeMesh, HoldsTheVolumeOfARoundBar) {
  // A regular 12-gon has sin(30 deg) * 6 / pi = 95.5 % of its circle; each cap is a cone of half a radius.
  const float radius = 0.05F, polygon = 3.0F * radius * radius;
  const float expected = polygon * 1.0F + 2.0F * polygon * (0.5F * radius) / 3.0F;
  const float volume = volume_of(surface_of(even_tube({{0, 0, 0}, {0.6F, 0, 0.8F}}, radius)));
  EXPECT_NEAR(volume, expected, 1e-5F * expected + 1e-7F);  // single precision over a few hundred terms
}

TEST(TubeMesh, IsAsThickAsAskedAtEveryPoint) {
  const Tube tube{{{0, 0, 0}, {0, 0.3F, 0}, {0, 1.0F, 0}}, {0.005F, 0.04F, 0.01F}, white};
  const TubeSurface surface = surface_of(tube);
  for (std::size_t i = 0; i < tube.points_m.size(); ++i) {
    int n = 0;
    for (const TubeVertex& vertex : surface.vertices) {
      const glm::vec3 out = vertex.position - tube.points_m[i];
      if (std::abs(out.y) > 1e-6F) continue;
      EXPECT_NEAR(glm::length(out), tube.radius_m[i], 1e-6F);
      ++n;
    }
    EXPECT_GE(n, 6) << "a ring at point " << i;
  }
  for (const TubeVertex& vertex : surface.vertices)
    EXPECT_LE(glm::length(glm::vec2(vertex.position.x, vertex.position.z)), 0.04F + 1e-6F) << "it swells no further";
}

TEST(TubeMesh, FollowsASmoothBendThroughItsPoints) {
  // Between two points 22.5 degrees apart the arc lies 0.2 * (1 - cos 11.25 deg) = 3.8 mm outside the chord. Where the
  // circle goes on, the middle of the curve must be nearer to the arc than to the chord.
  const TubeSurface surface = surface_of(bent_tube());
  const glm::vec3 middle(0.2F * std::cos(glm::radians(56.25F)), 0.2F * std::sin(glm::radians(56.25F)), 0.0F);
  float farthest = 0.0F;
  for (const TubeVertex& vertex : surface.vertices)
    if (glm::distance(vertex.position, middle) < 0.03F)
      farthest = std::max(farthest, glm::length(glm::vec2(vertex.position)));
  EXPECT_GT(farthest, 0.22F - 0.0019F);
  EXPECT_LT(farthest, 0.22F + 0.0019F);
}

TEST(TubeMesh, ItsSidesDoNotTwist) {
  // Joined corners of neighbouring rings look the same way, but for the 13 degrees that the curve may turn between them.
  // A ring that slipped by one of 8 or 12 sides would be 45 or 30 degrees off: cosine below 0.87.
  for (const Tube& tube : {bent_tube(), twisted_tube()}) {
    const TubeSurface surface = surface_of(tube);
    for (std::size_t i = 0; i + 5 < surface.indices.size(); i += 6) {
      const TubeVertex &a = surface.vertices[surface.indices[i]], &along = surface.vertices[surface.indices[i + 2]];
      if (glm::dot(a.normal, along.normal) < 0.9F) {
        // Only the tip of a cap looks along the tube.
        EXPECT_GE(i, surface.indices.size() - 6 * 12) << "corner " << i;
      }
    }
  }
}

TEST(TubeMesh, PointsThatAreNoPointsAreLeftOut) {
  const TubeSurface plain = surface_of(even_tube({{0, 0, 0}, {0, 1, 0}}, 0.01F));
  const Tube odd{{{0, 0, 0}, {0, 0, 0}, {nan, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 1e30F, 0}},
                 {0.01F, 0.01F, 0.01F, 0.01F, nan, 0.01F},
                 white};
  const TubeSurface surface = surface_of(odd);
  ASSERT_EQ(surface.vertices.size(), plain.vertices.size());
  for (std::size_t i = 0; i < plain.vertices.size(); ++i)
    EXPECT_EQ(surface.vertices[i].position, plain.vertices[i].position);
}

TEST(TubeMesh, GoesBackTheWayItCame) {
  const TubeSurface surface = surface_of(even_tube({{0, 0, 0}, {0, 1, 0}, {0, 0, 0}}, 0.01F));
  EXPECT_TRUE(is_finite(surface));
  EXPECT_TRUE(is_closed(surface));
}

TEST(TubeMesh, DegenerateTubesDrawNothing) {
  EXPECT_TRUE(surface_of({}).indices.empty());
  EXPECT_TRUE(surface_of(even_tube({{0, 0, 0}}, 0.01F)).indices.empty());
  EXPECT_TRUE(surface_of(even_tube({{1, 1, 1}, {1, 1, 1}}, 0.01F)).indices.empty());
  EXPECT_TRUE(surface_of(even_tube({{0, 0, 0}, {0, 1, 0}}, -0.01F)).indices.empty());
  EXPECT_TRUE(surface_of({{{0, 0, 0}, {0, 1, 0}}, {0.01F}, white}).indices.empty());
}

}  // namespace
}  // namespace stridelab::view
