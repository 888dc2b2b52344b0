#pragma once

#include <array>
#include <glm/glm.hpp>

#include "dynamics/tree.h"
#include "render/scene/mesh.h"
#include "runner/skeleton.h"

namespace stridelab::view {

/// The link of the tree whose segment a bone is drawn with (the half-way bones: the one outwards of the joint), and the
/// one it starts from (the same, except for the half-way bones).
struct BoneLinks {
  int outer, inner;
};
BoneLinks links_of(Bone bone);

/// Joint centre of every link with all coordinates zero, from the mid-hip point: X forward, Y up, Z right, metres.
PerLink<Vec3> rest_points(const Skeleton& skeleton);

/// Joint centre that a bone turns about in the rest pose, metres.
glm::vec3 rest_joint(const Skeleton& skeleton, Bone bone);

inline glm::vec3 to_glm(const Vec3& v) { return {float(v.x()), float(v.y()), float(v.z())}; }

}  // namespace stridelab::view
