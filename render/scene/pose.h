#pragma once

#include <array>
#include <glm/glm.hpp>

#include "gait/stride.h"
#include "render/scene/mesh.h"
#include "runner/skeleton.h"

namespace stridelab::view {

/// From the rest pose to the world, for every bone: a vertex is drawn at sum of weight x bone x position.
struct Pose {
  std::array<glm::mat4, n_bones> bone;
};

/// Where the bones are at an instant. The tree of sim/dynamics places them; the arm, one body there, is drawn with its
/// elbow at a right angle.
///
/// frame   world of the sample (X forward, Y normal to the surface, Z right), metres
/// errors  none (pure function)
Pose pose_of(const Skeleton& skeleton, const StrideSample& sample);

}  // namespace stridelab::view
