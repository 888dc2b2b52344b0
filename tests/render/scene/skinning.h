#pragma once

#include <array>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "render/scene/mesh.h"
#include "render/scene/pose.h"

namespace stridelab::view {

/// Where a vertex is drawn: what the vertex shader does.
inline glm::vec3 skinned(const Vertex& v, const Pose& pose) {
  glm::vec4 p(0.0F);
  for (int i = 0; i < 4; ++i)
    p += v.weight[i] * (pose.bone[v.bone[static_cast<std::size_t>(i)]] * glm::vec4(v.position, 1.0F));
  return glm::vec3(p);
}

inline glm::vec3 skinned_normal(const Vertex& v, const Pose& pose) {
  glm::vec3 n(0.0F);
  for (int i = 0; i < 4; ++i) n += v.weight[i] * (glm::mat3(pose.bone[v.bone[static_cast<std::size_t>(i)]]) * v.normal);
  return glm::normalize(n);
}

/// For each vertex, the first one at the same place: the two sides of a garment's border have vertices of their own there.
inline std::vector<std::uint32_t> welded(const Mesh& mesh) {
  std::map<std::array<float, 3>, std::uint32_t> first;
  std::vector<std::uint32_t> number;
  for (const Vertex& v : mesh.vertices)
    number.push_back(
        first.try_emplace({v.position.x, v.position.y, v.position.z}, static_cast<std::uint32_t>(number.size()))
            .first->second);
  return number;
}

/// A coloured PLY of the posed mesh, to look at in any viewer.
inline void write_ply(const std::string& path, const Mesh& mesh, const Pose& pose) {
  static constexpr int colour[10][3] = {{224, 172, 138}, {40, 110, 180}, {50, 50, 60},    {235, 235, 235},
                                        {230, 120, 40},  {60, 40, 30},   {230, 225, 205}, {200, 220, 230},
                                        {170, 50, 50},   {220, 220, 200}};
  std::ofstream out(path);
  out << "ply\nformat ascii 1.0\nelement vertex " << mesh.vertices.size()
      << "\nproperty float x\nproperty float y\nproperty float z\nproperty float nx\nproperty float ny\nproperty float "
         "nz\n"
         "property uchar red\nproperty uchar green\nproperty uchar blue\nelement face "
      << mesh.indices.size() / 3 << "\nproperty list uchar int vertex_indices\nend_header\n";
  for (const Vertex& v : mesh.vertices) {
    const glm::vec3 p = skinned(v, pose), n = skinned_normal(v, pose);
    const int* c = colour[static_cast<std::size_t>(v.material)];
    out << p.x << ' ' << p.y << ' ' << p.z << ' ' << n.x << ' ' << n.y << ' ' << n.z << ' ' << c[0] << ' ' << c[1]
        << ' ' << c[2] << '\n';
  }
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
    out << "3 " << mesh.indices[t] << ' ' << mesh.indices[t + 1] << ' ' << mesh.indices[t + 2] << '\n';
}

}  // namespace stridelab::view
