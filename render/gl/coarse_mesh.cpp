#include "render/gl/coarse_mesh.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "render/gl/shadow_fit.h"

namespace stridelab::view {
namespace {

using Cell = std::tuple<int, int, int, int>;  ///< place in the grid, bone

Cell cell_of(const Vertex& vertex, float cell_m) {
  const glm::ivec3 place(glm::floor(vertex.position / cell_m));
  return {place.x, place.y, place.z, main_bone(vertex)};
}

struct Cluster {
  glm::vec3 sum{0.0F};
  float n = 0.0F;
  std::uint32_t nearest = 0;  ///< to the mean
  float distance = 1e9F;
};

/// The vertex that stands for each vertex.
std::vector<std::uint32_t> stand_ins(const Mesh& mesh, float cell_m) {
  std::map<Cell, Cluster> clusters;
  std::vector<Cluster*> of;
  for (const Vertex& vertex : mesh.vertices) {
    Cluster& cluster = clusters[cell_of(vertex, cell_m)];
    cluster.sum += vertex.position;
    cluster.n += 1.0F;
    of.push_back(&cluster);
  }
  for (std::uint32_t i = 0; i < mesh.vertices.size(); ++i) {
    const float distance = glm::distance(mesh.vertices[i].position, of[i]->sum / of[i]->n);
    if (distance >= of[i]->distance) continue;
    of[i]->distance = distance;
    of[i]->nearest = i;
  }
  std::vector<std::uint32_t> result;
  result.reserve(of.size());
  for (const Cluster* cluster : of) result.push_back(cluster->nearest);
  return result;
}

}  // namespace

std::vector<std::uint32_t> coarse_indices(const Mesh& mesh, float cell_m) {
  const std::vector<std::uint32_t> instead = stand_ins(mesh, cell_m);
  std::vector<std::uint32_t> indices;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const std::uint32_t a = instead[mesh.indices[i]], b = instead[mesh.indices[i + 1]],
                        c = instead[mesh.indices[i + 2]];
    if (a == b || b == c || c == a) continue;
    indices.insert(indices.end(), {a, b, c});
  }
  return indices;
}

float shadow_cell_m(const Mesh& mesh) {
  if (mesh.vertices.empty()) return 0.0F;
  glm::vec3 low(1e9F), high(-1e9F);
  for (const Vertex& vertex : mesh.vertices) {
    low = glm::min(low, vertex.position);
    high = glm::max(high, vertex.position);
  }
  const glm::vec3 size = high - low;
  return std::max({size.x, size.y, size.z}) / 100.0F;
}

}  // namespace stridelab::view
