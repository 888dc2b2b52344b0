#include "render/scene/bone_mesh.h"

#include "render/scene/bone_parts.h"
#include "render/scene/knee_bones.h"
#include "render/scene/net_mesh.h"

namespace stridelab::view {

Mesh bone_mesh(const Body& body) {
  const FigureSize size = figure_size(build_skeleton(body));
  BoneBuilder bones;
  for (auto* add : {add_skull, add_spine, add_rib_cage, add_pelvis, add_shoulder_girdle, add_arms, add_femurs,
                    add_shanks, add_feet})
    add(bones, size);
  return bones.take();
}

Mesh patella_mesh() {
  const Net net =
      surface_net(Field{{-0.003F, -0.030F, -0.028F}, {0.024F, 0.024F, 0.028F}, &knee_bones::patella}, 0.0032F);
  Mesh mesh;
  for (const glm::vec3& p : net.points_m) {
    Vertex v;
    v.position = p;
    v.material = Material::bone;
    mesh.vertices.push_back(v);
  }
  add_triangles(mesh, net);
  smooth_normals(mesh);
  return mesh;
}

}  // namespace stridelab::view
