#pragma once

#include <memory>

#include "render/scene/draw_list.h"
#include "runner/skeleton.h"

namespace stridelab::view {

/// A person ready to be drawn: skin and skeleton belong to the same body.
struct DrawnRunner {
  std::shared_ptr<const Mesh> mesh;
  Skeleton skeleton;
};
DrawnRunner drawn_runner(const Body& body);

/// Puts a runner into a list, as he is: camera, ground, arrows and words are added by others. A frame of a forward run
/// is brought near the origin with moved() first.
void add_runner(DrawList& list, const DrawnRunner& runner, const StrideSample& sample);

/// The same as glass, around bones and muscles.
void add_glass_runner(DrawList& list, const DrawnRunner& runner, const StrideSample& sample);

/// The baseline, translucent, without arrows or words.
void add_ghost(DrawList& list, const DrawnRunner& runner, const StrideSample& sample);

/// The same instant with every point shifted: a forward run drawn as if on a belt.
StrideSample moved(StrideSample sample, const Vec3& by_m);

}  // namespace stridelab::view
