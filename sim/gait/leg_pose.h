#pragma once

#include "dynamics/tree.h"
#include "gait/stride.h"

namespace stridelab {

/// Joint centres, sole points, segment frames and internal loads of one leg at an evaluated state.
///
/// pelvis_m  world position of the mid-hip point, added to every point
/// ground    what the ground does to this leg, about the pelvis origin, world axes; zero in swing
/// frame     world; internal moments act on the segment outwards of the joint
LegSample leg_pose(const Skeleton& skeleton, const TreeState& state, const Vec3& pelvis_m, int side,
                   const Wrench& ground);

}  // namespace stridelab
