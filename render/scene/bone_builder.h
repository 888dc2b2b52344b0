#pragma once

#include <glm/glm.hpp>
#include <vector>

#include "render/scene/implicit.h"
#include "render/scene/mesh.h"
#include "render/scene/surface_net.h"

namespace stridelab::view {

/// A bone on the right and the one that mirrors it; the same twice in the middle of the body.
struct BonePair {
  Bone right, left;
};
inline constexpr BonePair on_pelvis{Bone::pelvis, Bone::pelvis}, on_torso{Bone::torso, Bone::torso},
    on_head{Bone::head, Bone::head}, on_thigh{Bone::thigh_r, Bone::thigh_l}, on_shank{Bone::shank_r, Bone::shank_l},
    on_foot{Bone::foot_r, Bone::foot_l}, on_toes{Bone::toes_r, Bone::toes_l},
    on_upper_arm{Bone::upper_arm_r, Bone::upper_arm_l}, on_forearm{Bone::forearm_r, Bone::forearm_l};

/// A place on a bar: its middle and how far it reaches to both sides of its flat and across it, metres.
struct BarStation {
  glm::vec3 at;
  float half_flat, half_thick;
  Material material = Material::bone;
};

/// A curved bar with an elliptic cross-section and round ends: a rib, a finger.
struct Bar {
  std::vector<BarStation> stations;  ///< two or more; smooth curves between them
  glm::vec3 flat{0.0F, 1.0F, 0.0F};  ///< roughly the direction of half_flat
  int sides = 8, rings_between = 3;  ///< of the mesh
};

/// Collects the bones of a body in one mesh, left mirrored from right. Rest pose of mesh.h, metres.
class BoneBuilder {
 public:
  /// Both halves of a modelled bone; a field must be mirrored.
  void add(const Implicit& bone, float cell_m, BonePair carrier) { add(surface_net(bone, cell_m), carrier); }
  void add(const Field& bone, float cell_m, BonePair carrier) { add(surface_net(bone, cell_m), carrier); }
  /// A bar on the right and its mirror image.
  void add_pair(const Bar& bar, BonePair carrier);
  /// A bar of the middle; carried by both bones of the pair, the second with `share`.
  void add_middle(const Bar& bar, Bone lower, Bone upper, float share);

  Mesh take() { return std::move(mesh_); }

 private:
  void add(const Net& net, BonePair carrier);
  void add_bar(const Bar& bar, bool left, const Vertex& like);

  Mesh mesh_;
};

}  // namespace stridelab::view
