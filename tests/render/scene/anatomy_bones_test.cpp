#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <set>

#include "render/scene/anatomy_person.h"
#include "render/scene/bone_mesh.h"
#include "render/scene/figure_shape.h"

namespace stridelab::view {
namespace {

std::vector<Body> people() {
  std::vector<Body> bodies(5);
  bodies[1].mass_kg = 55.0, bodies[1].height_m = 1.62, bodies[1].sex = Sex::female;
  bodies[2].knee_alignment_rad = 0.14;
  bodies[3].mass_kg = 140.0, bodies[3].height_m = 1.45;  // the corners of what is allowed
  bodies[4].mass_kg = 45.0, bodies[4].height_m = 2.05, bodies[4].sex = Sex::female;
  return bodies;
}

TEST(BoneMesh, EveryEdgeHasOneTriangleOnEachSide) {
  for (const Body& body : people()) {
    const Mesh mesh = bone_mesh(body);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
      for (std::size_t i = 0; i < 3; ++i) ++edges[{mesh.indices[t + i], mesh.indices[t + (i + 1) % 3]}];
    int wrong = 0;
    for (const auto& [edge, count] : edges) {
      const auto other = edges.find({edge.second, edge.first});
      if (count != 1 || other == edges.end() || other->second != 1) ++wrong;
    }
    EXPECT_EQ(wrong, 0) << body.height_m << " m";
  }
}

TEST(BoneMesh, HasNoMoreTrianglesThanASoftwareRendererCanDraw) {
  // Three times the dressed figure, which holds the frame rate in software with room to spare.
  for (const Body& body : people()) EXPECT_LT(bone_mesh(body).indices.size() / 3, 100000U);
}

TEST(BoneMesh, LeftMirrorsRight) {
  const Mesh& mesh = *person().bones;
  const auto key = [](const glm::vec3& p, float side) {
    return std::array{std::lround(p.x * 1e4F), std::lround(p.y * 1e4F), std::lround(side * p.z * 1e4F)};
  };
  std::set<std::array<long, 3>> places;
  for (const Vertex& v : mesh.vertices) places.insert(key(v.position, 1.0F));
  std::size_t missing = 0;
  for (const Vertex& v : mesh.vertices) missing += places.count(key(v.position, -1.0F)) == 0 ? 1 : 0;
  // Vertebrae are twelve-sided bars of the middle: rounding to a tenth of a millimetre parts some of their mirror images.
  EXPECT_LT(missing, mesh.vertices.size() / 100);
}

TEST(BoneMesh, NormalsLookOutward) {
  const Mesh& mesh = *person().bones;
  std::size_t inward = 0;
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    const Vertex &a = mesh.vertices[mesh.indices[t]], &b = mesh.vertices[mesh.indices[t + 1]],
                 &c = mesh.vertices[mesh.indices[t + 2]];
    const glm::vec3 face = glm::cross(b.position - a.position, c.position - a.position);
    if (glm::dot(face, a.normal + b.normal + c.normal) < 0.0F) ++inward;
  }
  EXPECT_LT(inward, mesh.indices.size() / 3 / 200);  // sharp rims of thin plates
  for (const Vertex& v : mesh.vertices) EXPECT_NEAR(glm::length(v.normal), 1.0F, 1e-4F);
}

TEST(BoneMesh, OnlyTheSpineBends) {
  const FigureSize size = figure_size(person().skeleton);
  for (const Vertex& v : person().bones->vertices) {
    EXPECT_NEAR(v.weight.x + v.weight.y + v.weight.z + v.weight.w, 1.0F, 1e-5F);
    if (v.weight.x == 1.0F || v.weight.y == 1.0F) continue;
    EXPECT_LT(std::abs(v.position.z), 0.06F) << "beside the spine";
    EXPECT_LT(std::abs(v.position.y - size.lumbar.y), 0.12F) << "away from the joint of the loin";
  }
}

/// The skin was modelled without looking at the bones: trunk and head must hold their own.
TEST(BoneMesh, LiesInsideTheSkin) {
  for (const Body& body : people()) {
    if (body.mass_kg < 50.0 && body.height_m > 2.0) continue;  // bones do not get thinner with weight, that skin does
    const FigureSize size = figure_size(build_skeleton(body));
    const Implicit skin = figure_shape(size);
    float worst = 0.0F;
    for (const Vertex& v : bone_mesh(body).vertices) {
      const auto bone = static_cast<Bone>(v.bone[0]);
      if (bone == Bone::pelvis || bone == Bone::torso || bone == Bone::head)
        worst = std::max(worst, skin.value(v.position));
    }
    // The front of the crest may show through: that skin has a slim waist, the hip bones are as wide as muscles are fixed.
    EXPECT_LT(worst, 0.015F * size.scale) << body.height_m << " m, " << body.mass_kg << " kg";
  }
}

TEST(BoneMesh, ReachesFromCrownToSole) {
  for (const Body& body : people()) {
    const FigureSize size = figure_size(build_skeleton(body));
    float top = -9.0F, bottom = 9.0F;
    for (const Vertex& v : bone_mesh(body).vertices)
      top = std::max(top, v.position.y), bottom = std::min(bottom, v.position.y);
    // The scalp is some millimetres thick; the shoe's sole and the pad of the heel some centimetres.
    EXPECT_GT(top, size.vertex_y - 0.015F);
    EXPECT_LT(top, size.vertex_y);
    EXPECT_GT(bottom, size.sole_y + 0.005F);
    EXPECT_LT(bottom, size.sole_y + 0.045F * size.scale);
  }
}

}  // namespace
}  // namespace stridelab::view
