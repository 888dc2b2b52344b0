#include "render/scene/runner_mesh.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "render/scene/clothing_cut.h"
#include "render/scene/net_mesh.h"
#include "render/scene/skin_weights.h"
#include "render/scene/surface_net.h"

namespace stridelab::view {
namespace {

constexpr std::size_t n_materials = static_cast<std::size_t>(Material::tendon) + 1;

constexpr std::array<Bone, n_bones> mirrored = {
    Bone::pelvis,      Bone::torso,     Bone::head,    Bone::thigh_l, Bone::shank_l, Bone::foot_l, Bone::toes_l,
    Bone::upper_arm_l, Bone::forearm_l, Bone::thigh_r, Bone::shank_r, Bone::foot_r,  Bone::toes_r, Bone::upper_arm_r,
    Bone::forearm_r,   Bone::hip_l,     Bone::knee_l,  Bone::hip_r,   Bone::knee_r};

void put_weights(Vertex& vertex, const std::array<float, n_bones>& weights, bool left) {
  vertex.weight = glm::vec4(0.0F);
  int slot = 0;
  for (std::size_t b = 0; b < n_bones && slot < 4; ++b) {
    if (weights[b] <= 0.0F) continue;
    vertex.bone[static_cast<std::size_t>(slot)] =
        static_cast<std::uint8_t>(left ? static_cast<std::size_t>(mirrored[b]) : b);
    vertex.weight[slot++] = weights[b];
  }
}

/// Weights and place at rest of one point of the spread figure.
Vertex carried(const FigureSize& size, const Implicit& shape, const std::array<glm::mat4, n_bones>& back, glm::vec3 p) {
  const bool left = p.z < 0.0F;
  p.z = std::abs(p.z);
  const auto weights = skin_weights(size, shape.distances(p), p);
  Vertex vertex;
  put_weights(vertex, weights, left);
  glm::vec4 rest(0.0F);
  for (std::size_t b = 0; b < n_bones; ++b) rest += weights[b] * (back[b] * glm::vec4(p, 1.0F));
  vertex.position = glm::vec3(rest);
  if (left) vertex.position.z = -vertex.position.z;
  return vertex;
}

/// The same skin with a vertex of its own for each material that meets at a point: colours end at the border, light does
/// not.
Mesh dressed(const Mesh& skin, const std::vector<ClothTriangle>& triangles) {
  Mesh mesh;
  mesh.indices.reserve(3 * triangles.size());
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::array<std::uint32_t, n_materials>> number(skin.vertices.size());
  for (auto& of_point : number) of_point.fill(none);
  for (const ClothTriangle& triangle : triangles)
    for (const std::uint32_t point : triangle.point) {
      std::uint32_t& index = number[point][static_cast<std::size_t>(triangle.material)];
      if (index == none) {
        index = static_cast<std::uint32_t>(mesh.vertices.size());
        mesh.vertices.push_back(skin.vertices[point]);
        mesh.vertices.back().material = triangle.material;
      }
      mesh.indices.push_back(index);
    }
  return mesh;
}

}  // namespace

Mesh runner_mesh(const Body& body, float cell_m) {
  const FigureSize size = figure_size(build_skeleton(body));
  const Implicit shape = figure_shape(size);
  // A heavy person has more surface, but no more features.
  Net net = surface_net(shape, cell_m * size.scale * std::sqrt(std::max(size.girth, 1.0F)));
  const std::vector<ClothTriangle> triangles = cut_at_borders(net, size, shape);
  const auto back = gather(size);
  Mesh skin;
  skin.vertices.reserve(net.points_m.size());
  for (const glm::vec3& p : net.points_m) skin.vertices.push_back(carried(size, shape, back, p));
  for (const ClothTriangle& triangle : triangles)
    skin.indices.insert(skin.indices.end(), triangle.point.begin(), triangle.point.end());
  smooth_normals(skin);
  return dressed(skin, triangles);
}

}  // namespace stridelab::view
