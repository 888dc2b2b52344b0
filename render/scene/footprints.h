#pragma once

#include "gait/stride.h"
#include "loads/side.h"
#include "render/scene/draw_list.h"
#include "render/scene/palette.h"
#include "runner/skeleton.h"

namespace stridelab::view {

/// Outline of a shoe on the ground, counter-clockwise seen from above, convex; from a sample in which the foot is flat.
/// Metres, in the frame of the sample, just above the surface so that it is not hidden by it.
std::vector<glm::vec3> print_outline(const Skeleton& skeleton, const LegSample& leg);

/// Prints of the last steps of a stride that repeats, left behind on the ground.
///
/// strides  run so far, counted from a contact of the right foot: 2.25 is a quarter stride after the third
/// steps    how many prints at most; older ones are fainter
/// load     of one step, in the unit of the scale; both legs of a stride are alike
void add_footprints(DrawList& list, const Stride& stride, const Skeleton& skeleton, double strides, double load,
                    const LoadScale& scale, int steps = 6);

}  // namespace stridelab::view
