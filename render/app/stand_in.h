#pragma once

#include "render/scene/mesh.h"
#include "runner/skeleton.h"

namespace stridelab::view {

/// Capsules from joint to joint, one per bone.
Mesh stand_in_runner(const Skeleton& skeleton);

}  // namespace stridelab::view
