#include "render/scene/knee_patella.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/frames.h"
#include "render/scene/knee_bones.h"

namespace stridelab::view {
namespace {

constexpr double thigh_m = 0.42;

/// The published walk of the contact, as the loads have it: low up to 10 deg, then evenly up until 90 deg.
double band_at(double deg) { return 0.15 + 0.70 * std::clamp((deg - 10.0) / 80.0, 0.0, 1.0); }

PatellaPose at(double deg) { return patella_pose(deg * rad_per_deg, band_at(deg), thigh_m); }

glm::vec3 placed(const glm::mat4& m, const glm::vec3& p) { return glm::vec3(m * glm::vec4(p, 1.0F)); }

/// Distance from a point to a triangle.
float distance_to(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c) {
  const glm::vec3 normal = glm::normalize(glm::cross(b - a, c - a));
  const glm::vec3 foot = p - normal * glm::dot(normal, p - a);
  const auto inside = [&](const glm::vec3& from, const glm::vec3& to) {
    return glm::dot(glm::cross(to - from, foot - from), normal) >= 0.0F;
  };
  if (inside(a, b) && inside(b, c) && inside(c, a)) return glm::distance(p, foot);
  float least = std::numeric_limits<float>::max();
  for (const auto& [from, to] : {std::pair(a, b), std::pair(b, c), std::pair(c, a)}) {
    const float t = std::clamp(glm::dot(p - from, to - from) / glm::dot(to - from, to - from), 0.0F, 1.0F);
    least = std::min(least, glm::distance(p, from + t * (to - from)));
  }
  return least;
}

float distance_to(const Mesh& mesh, const glm::vec3& p) {
  float least = std::numeric_limits<float>::max();
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
    least = std::min(
        least, distance_to(p, mesh.vertices[mesh.indices[t]].position, mesh.vertices[mesh.indices[t + 1]].position,
                           mesh.vertices[mesh.indices[t + 2]].position));
  return least;
}

const KneeMeshes& meshes() {
  static const KneeMeshes made = knee_meshes(knee_cell_m);
  return made;
}

/// Between the drawn surfaces, not the formulas behind them: both are meshes of 2 to 3 mm cells, whose chords and
/// smoothed edges are off by some tenths of a millimetre each.
TEST(KneePatella, LiesOnTheGrooveWithoutAGap) {
  for (double deg = 0.0; deg <= 100.0; deg += 10.0) {
    const PatellaPose pose = at(deg);
    const float height = (static_cast<float>(band_at(deg)) - 0.5F) * knee_shape::facets_height_m;
    for (const float side : {-9.0e-3F, -4.0e-3F, 4.0e-3F, 9.0e-3F, 13.0e-3F}) {
      // The drawn facet nearest to the band at this place across.
      const Vertex* facet = nullptr;
      for (const Vertex& v : meshes().patella_cartilage.vertices)
        if (v.normal.x < -0.7F &&
            (facet == nullptr || glm::distance(glm::vec2(v.position.y, v.position.z), {height, side}) <
                                     glm::distance(glm::vec2(facet->position.y, facet->position.z), {height, side})))
          facet = &v;
      ASSERT_NE(facet, nullptr);
      EXPECT_LT(distance_to(meshes().femur_cartilage, placed(pose.in_femur, facet->position)), 1.5e-3F)
          << deg << " deg, " << 1e3F * side << " mm to the outer side";
    }
  }
}

TEST(KneePatella, DoesNotReachIntoTheFemur) {
  for (double deg = 0.0; deg <= 100.0; deg += 10.0) {
    float deepest = 1.0F;
    const PatellaPose pose = at(deg);
    for (const Mesh* part : {&meshes().patella, &meshes().patella_cartilage})
      for (const Vertex& v : part->vertices)
        deepest = std::min(deepest, knee_bones::femur_cartilage(placed(pose.in_femur, v.position)));
    EXPECT_GT(deepest, -1.5e-3F) << deg << " deg";
  }
}

TEST(KneePatella, TurnsByTwoThirdsOfTheFlexion) {
  const glm::vec3 straight(at(0.0).in_femur[1]);
  for (double deg = 10.0; deg <= 100.0; deg += 10.0) {
    const glm::vec3 now(at(deg).in_femur[1]);
    const double turned =
        std::acos(std::clamp(double(glm::dot(glm::normalize(straight), glm::normalize(now))), -1.0, 1.0));
    EXPECT_NEAR(turned * deg_per_rad, 2.0 / 3.0 * deg, 0.2);  // rounding of acos in float
    EXPECT_GT(now.x, straight.x) << "its base comes forward";
  }
}

TEST(KneePatella, ContactClimbsOnTheKneecapAndSinksInTheGroove) {
  PatellaPose before = at(10.0);
  float height_before = -1.0F;
  for (double deg = 20.0; deg <= 90.0; deg += 10.0) {
    const PatellaPose now = at(deg);
    EXPECT_LT(now.contact_m.y, before.contact_m.y);
    const float height = placed(glm::inverse(now.in_femur), now.contact_m).y;
    EXPECT_GT(height, height_before);
    EXPECT_NEAR(height, (band_at(deg) - 0.5) * double(knee_shape::facets_height_m), 1e-5);  // 0 apex .. 1 base
    before = now;
    height_before = height;
  }
}

/// A tendon strains by a few percent; the rest of the 6 % is what a hinge cannot follow.
TEST(KneePatella, PatellarTendonKeepsItsLength) {
  float shortest = 1.0F, longest = 0.0F;
  for (double deg = 0.0; deg <= 100.0; deg += 5.0) {
    const float length = glm::distance(at(deg).tendon_m, at(deg).tubercle_m);
    shortest = std::min(shortest, length);
    longest = std::max(longest, length);
  }
  EXPECT_GT(shortest, 0.040F);  // adults: 40 to 60 mm
  EXPECT_LT(longest, 0.060F);
  EXPECT_LT(longest / shortest, 1.06F);
}

TEST(KneePatella, GrowsWithTheThigh) {
  const PatellaPose small = patella_pose(0.7, 0.5, 0.36), large = patella_pose(0.7, 0.5, 0.48);
  EXPECT_NEAR(large.contact_m.x / small.contact_m.x, 0.48 / 0.36, 1e-4);
  EXPECT_NEAR(large.tubercle_m.y / small.tubercle_m.y, 0.48 / 0.36, 1e-4);
  EXPECT_NEAR(glm::length(glm::vec3(large.in_femur[0])) / glm::length(glm::vec3(small.in_femur[0])), 0.48 / 0.36, 1e-4);
}

TEST(KneePatella, TubercleTurnsWithTheTibia) {
  const glm::vec3 straight = at(0.0).tubercle_m, bent = at(90.0).tubercle_m;
  // Bent by a right angle what was below is behind, and what was in front is below.
  EXPECT_NEAR(bent.x, straight.y, 1e-5);
  EXPECT_NEAR(bent.y, -straight.x, 1e-5);
}

}  // namespace
}  // namespace stridelab::view
