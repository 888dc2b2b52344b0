#include "render/scene/net_mesh.h"

#include <array>

namespace stridelab::view {
namespace {

/// Two triangles of a quad, along its shorter diagonal.
void split(Mesh& mesh, const std::array<std::uint32_t, 4>& q) {
  const auto apart = [&](std::size_t i, std::size_t j) {
    return glm::distance(mesh.vertices[q[i]].position, mesh.vertices[q[j]].position);
  };
  const auto corners = apart(0, 2) < apart(1, 3) ? std::array<std::size_t, 6>{0, 1, 2, 0, 2, 3}
                                                 : std::array<std::size_t, 6>{1, 2, 3, 1, 3, 0};
  for (std::size_t i : corners) mesh.indices.push_back(q[i]);
}

}  // namespace

void add_triangles(Mesh& mesh, const Net& net) {
  mesh.indices.reserve(mesh.indices.size() + 6 * net.quads.size());
  for (const auto& quad : net.quads) split(mesh, quad);
}

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

}  // namespace stridelab::view
