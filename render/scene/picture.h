#pragma once

#include <memory>

#include "render/scene/draw_list.h"
#include "render/scene/overlays.h"

namespace stridelab::view {

/// A person ready to be drawn: skin and skeleton belong to the same body.
struct DrawnRunner {
  std::shared_ptr<const Mesh> mesh;
  Skeleton skeleton;
};
DrawnRunner drawn_runner(const Body& body);

/// What is shown besides the figure.
struct PictureOptions {
  bool force = true, frontal_line = false, knee_lever = false;
  ForceScale force_scale{};
  Side side = Side::right;  ///< of frontal line and lever arm
};

/// Puts a runner and what belongs to it into a list. Camera, ground and footprints are added by others; a frame of a
/// forward run is brought near the origin with moved() first.
void add_runner(DrawList& list, const DrawnRunner& runner, const StrideSample& sample, const PictureOptions& options);

/// The baseline, translucent, without arrows or words.
void add_ghost(DrawList& list, const DrawnRunner& runner, const StrideSample& sample);

/// The same instant with every point shifted: a forward run drawn as if on a belt.
StrideSample moved(StrideSample sample, const Vec3& by_m);

}  // namespace stridelab::view
