#include <functional>

#include "render/scene/knee_bones.h"
#include "render/scene/net_mesh.h"

namespace stridelab::view {
namespace {

struct Box {
  glm::vec3 low, high;
};

Mesh mesh_of(float (*distance)(const glm::vec3&), const Box& box, float cell_m, Material material) {
  const Net net = surface_net(Field{box.low, box.high, distance}, cell_m);
  Mesh mesh;
  mesh.vertices.reserve(net.points_m.size());
  for (const glm::vec3& p : net.points_m) {
    Vertex vertex;
    vertex.position = p;
    vertex.material = material;
    mesh.vertices.push_back(vertex);
  }
  add_triangles(mesh, net);
  smooth_normals(mesh);
  return mesh;
}

}  // namespace

KneeMeshes knee_meshes(float cell_m) {
  using namespace knee_bones;
  const Box thigh{{-0.032F, -0.028F, -0.044F}, {0.045F, 0.107F, 0.044F}},
      joint{{-0.032F, -0.028F, -0.040F}, {0.045F, 0.032F, 0.040F}},
      shank{{-0.030F, -0.107F, -0.040F}, {0.040F, -0.018F, 0.040F}},
      plateau{{-0.032F, -0.032F, -0.042F}, {0.028F, -0.018F, 0.042F}},
      outer{{-0.026F, -0.107F, 0.018F}, {-0.002F, -0.034F, 0.042F}},
      kneecap{{-0.003F, -0.030F, -0.026F}, {0.024F, 0.024F, 0.028F}};
  return {mesh_of(&femur, thigh, cell_m, Material::bone),
          mesh_of(&femur_cartilage, joint, cell_m, Material::cartilage),
          mesh_of(&tibia, shank, cell_m, Material::bone),
          mesh_of(&tibia_cartilage, plateau, cell_m, Material::cartilage),
          mesh_of(&fibula, outer, cell_m, Material::bone),
          mesh_of(&patella, kneecap, 0.75F * cell_m, Material::bone),
          mesh_of(&patella_cartilage, kneecap, 0.75F * cell_m, Material::cartilage)};
}

Mesh mirrored(Mesh mesh) {
  for (Vertex& vertex : mesh.vertices) {
    vertex.position.z = -vertex.position.z;
    vertex.normal.z = -vertex.normal.z;
  }
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) std::swap(mesh.indices[t + 1], mesh.indices[t + 2]);
  return mesh;
}

}  // namespace stridelab::view
