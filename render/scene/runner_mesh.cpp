#include "render/scene/runner_mesh.h"

#include <algorithm>
#include <cmath>

#include "render/scene/clothing.h"
#include "render/scene/net_mesh.h"
#include "render/scene/skin_weights.h"
#include "render/scene/surface_net.h"

namespace stridelab::view {
namespace {

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

/// Weights, material and place at rest of one point of the spread figure.
Vertex clothe(const FigureSize& size, const Implicit& shape, const std::array<glm::mat4, n_bones>& back, glm::vec3 p) {
  const bool left = p.z < 0.0F;
  p.z = std::abs(p.z);
  const auto distances = shape.distances(p);
  const auto weights = skin_weights(size, distances, p);
  Vertex vertex;
  vertex.material = material_at(size, distances, p);
  put_weights(vertex, weights, left);
  glm::vec4 rest(0.0F);
  for (std::size_t b = 0; b < n_bones; ++b) rest += weights[b] * (back[b] * glm::vec4(p, 1.0F));
  vertex.position = glm::vec3(rest);
  if (left) vertex.position.z = -vertex.position.z;
  return vertex;
}

}  // namespace

Mesh runner_mesh(const Body& body, float cell_m) {
  const FigureSize size = figure_size(build_skeleton(body));
  const Implicit shape = figure_shape(size);
  Net net = surface_net(shape, cell_m * size.scale);
  draw_borders(net, size, shape, cell_m * size.scale);
  const auto back = gather(size);
  Mesh mesh;
  mesh.vertices.reserve(net.points_m.size());
  for (const glm::vec3& p : net.points_m) mesh.vertices.push_back(clothe(size, shape, back, p));
  add_triangles(mesh, net);
  smooth_normals(mesh);
  return mesh;
}

}  // namespace stridelab::view
