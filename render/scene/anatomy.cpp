#include "render/scene/anatomy.h"

namespace stridelab::view {

tl::expected<Anatomy, Diagnostics> anatomy_of(const Body& body) {
  Anatomy anatomy;
  anatomy.skeleton = build_skeleton(body);
  anatomy.bones = anatomy.patella = std::make_shared<const Mesh>();
  return anatomy;
}

void add_anatomy(DrawList& list, const Anatomy& anatomy, const StrideSample& sample, const std::array<UnitVector, 2>&) {
  list.figures.push_back({anatomy.bones, pose_of(anatomy.skeleton, sample)});
}

LoadScale activation_scale() { return {0.0, 100.0, "muscle activation", "%"}; }

}  // namespace stridelab::view
