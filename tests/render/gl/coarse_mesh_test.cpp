#include "render/gl/coarse_mesh.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>

namespace stridelab::view {
namespace {

/// A ball of 1 m made of quads along its circles of latitude.
Mesh ball(int n) {
  Mesh mesh;
  for (int row = 0; row <= n; ++row)
    for (int column = 0; column < 2 * n; ++column) {
      const float up = glm::pi<float>() * static_cast<float>(row) / static_cast<float>(n);
      const float round = glm::pi<float>() * static_cast<float>(column) / static_cast<float>(n);
      Vertex vertex;
      vertex.position = {std::sin(up) * std::cos(round), std::cos(up), std::sin(up) * std::sin(round)};
      vertex.normal = vertex.position;
      mesh.vertices.push_back(vertex);
    }
  const auto at = [n](int row, int column) { return static_cast<std::uint32_t>(row * 2 * n + column % (2 * n)); };
  for (int row = 0; row < n; ++row)
    for (int column = 0; column < 2 * n; ++column)
      mesh.indices.insert(mesh.indices.end(), {at(row, column), at(row, column + 1), at(row + 1, column),
                                               at(row + 1, column), at(row, column + 1), at(row + 1, column + 1)});
  return mesh;
}

float volume(const Mesh& mesh, const std::vector<std::uint32_t>& indices) {
  float six = 0.0F;
  for (std::size_t i = 0; i < indices.size(); i += 3)
    six += glm::dot(mesh.vertices[indices[i]].position,
                    glm::cross(mesh.vertices[indices[i + 1]].position, mesh.vertices[indices[i + 2]].position));
  return six / 6.0F;
}

TEST(CoarseMesh, HasFarFewerTrianglesOfTheSameShape) {
  const Mesh mesh = ball(64);
  const auto coarse = coarse_indices(mesh, 0.2F);
  EXPECT_LT(coarse.size() * 8, mesh.indices.size());
  // The chord over the diagonal of a cell, 0.35 m, lies 15 mm inside the ball at its middle: 4.5 % of the volume if it
  // did so everywhere.
  EXPECT_NEAR(volume(mesh, coarse) / (4.0F / 3.0F * glm::pi<float>()), 1.0F, 0.045F);
  EXPECT_LT(volume(mesh, coarse), volume(mesh, mesh.indices)) << "inside where it is round";
}

TEST(CoarseMesh, BonesStayApart) {
  Mesh mesh = ball(8);
  for (Vertex& vertex : mesh.vertices) vertex.position += 5.0F;  // all in one cell
  EXPECT_TRUE(coarse_indices(mesh, 100.0F).empty()) << "one corner is no triangle";
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i)
    mesh.vertices[i].bone[0] = static_cast<std::uint8_t>((2 * (i / 16) + i % 16) % 3);  // three bones at every triangle
  EXPECT_FALSE(coarse_indices(mesh, 100.0F).empty())
      << "each bone keeps a corner of its own, or a bent knee would tear";
}

TEST(CoarseMesh, CellsFitTheSizeOfTheMesh) {
  EXPECT_FLOAT_EQ(shadow_cell_m(ball(8)), 0.02F);  // 2 m across
  EXPECT_FLOAT_EQ(shadow_cell_m({}), 0.0F);
  EXPECT_TRUE(coarse_indices({}, 0.1F).empty());
}

}  // namespace
}  // namespace stridelab::view
