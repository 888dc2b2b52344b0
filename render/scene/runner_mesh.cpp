#include "render/scene/runner_mesh.h"

#include <algorithm>
#include <cmath>

#include "render/scene/clothing.h"
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

/// Two triangles of a quad, along its shorter diagonal.
void split(Mesh& mesh, const std::array<std::uint32_t, 4>& q) {
  const auto apart = [&](std::size_t i, std::size_t j) {
    return glm::distance(mesh.vertices[q[i]].position, mesh.vertices[q[j]].position);
  };
  const auto corners = apart(0, 2) < apart(1, 3) ? std::array<std::size_t, 6>{0, 1, 2, 0, 2, 3}
                                                 : std::array<std::size_t, 6>{1, 2, 3, 1, 3, 0};
  for (std::size_t i : corners) mesh.indices.push_back(q[i]);
}

/// Mean of the normals of the triangles around, weighted with their areas.
void smooth_normals(Mesh& mesh) {
  for (Vertex& vertex : mesh.vertices) vertex.normal = glm::vec3(0.0F);
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    Vertex &a = mesh.vertices[mesh.indices[t]], &b = mesh.vertices[mesh.indices[t + 1]],
           &c = mesh.vertices[mesh.indices[t + 2]];
    const glm::vec3 area = glm::cross(b.position - a.position, c.position - a.position);
    for (Vertex* corner : {&a, &b, &c}) corner->normal += area;
  }
  for (Vertex& vertex : mesh.vertices) vertex.normal = glm::normalize(vertex.normal);
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
  mesh.indices.reserve(6 * net.quads.size());
  for (const auto& quad : net.quads) split(mesh, quad);
  smooth_normals(mesh);
  return mesh;
}

}  // namespace stridelab::view
