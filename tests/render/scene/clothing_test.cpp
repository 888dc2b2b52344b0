#include "render/scene/clothing.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "render/scene/runner_mesh.h"
#include "render/scene/skinning.h"

namespace stridelab::view {
namespace {

/// Places where two materials meet.
std::vector<glm::vec3> border(const Mesh& mesh, Material one, Material other) {
  const std::vector<std::uint32_t> place = welded(mesh);
  std::map<std::uint32_t, std::set<Material>> here;
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i) here[place[i]].insert(mesh.vertices[i].material);
  std::vector<glm::vec3> list;
  for (const auto& [vertex, materials] : here)
    if (materials.contains(one) && materials.contains(other)) list.push_back(mesh.vertices[vertex].position);
  return list;
}

/// Cells are 12 mm high, so teeth would be too. The sole is looked at because nothing bends it on the way to the rest
/// pose; what remains is how far a border is allowed to run beside its line to pass through a corner of a triangle.
TEST(Clothing, EndsInLinesInsteadOfTeeth) {
  for (const Sex sex : {Sex::male, Sex::female}) {
    Body body;
    body.sex = sex;
    const Mesh mesh = runner_mesh(body);
    const FigureSize size = figure_size(build_skeleton(body));
    const std::vector<glm::vec3> line = border(mesh, Material::sole, Material::shoe);
    EXPECT_GT(line.size(), 50U);
    for (const glm::vec3& p : line) EXPECT_NEAR(p.y, size.sole_y + clothes(size).sole_top, 0.0025F);
  }
}

/// No triangle blends two materials.
TEST(Clothing, EveryTriangleIsOfOneMaterial) {
  const Mesh mesh = runner_mesh({});
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
    for (std::size_t i = 1; i < 3; ++i)
      EXPECT_EQ(mesh.vertices[mesh.indices[t]].material, mesh.vertices[mesh.indices[t + i]].material);
}

TEST(Clothing, WhatIsWornIsWhereItBelongs) {
  const Mesh mesh = runner_mesh({});
  const FigureSize size = figure_size(build_skeleton({}));
  for (const Vertex& v : mesh.vertices) {
    const float y = v.position.y;
    if (v.material == Material::hair) {
      EXPECT_GT(y, size.vertex_y - 0.2F * size.scale);
    }
    if (v.material == Material::shirt) {
      EXPECT_GT(y, 0.0F);
    }
    if (v.material == Material::shorts) {
      EXPECT_LT(std::abs(y), 0.25F);
    }
    if (v.material == Material::shoe || v.material == Material::sole) {
      EXPECT_LT(y, size.ankle.y + 0.02F);
    }
  }
}

}  // namespace
}  // namespace stridelab::view
