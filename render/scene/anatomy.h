#pragma once

#include <array>
#include <memory>
#include <tl/expected.hpp>

#include "core/diagnostics.h"
#include "loads/load_models.h"
#include "loads/side.h"
#include "render/scene/draw_list.h"
#include "render/scene/muscle_lines.h"
#include "render/scene/palette.h"

namespace stridelab::view {

/// Bones and muscle paths of one person, made once: some tenths of a second, so only when they are first shown.
struct Anatomy {
  Skeleton skeleton;
  std::shared_ptr<const Mesh> bones;
  std::array<std::shared_ptr<const Mesh>, 2> patella;  ///< right, left; own frame of knee_patella.h
  std::shared_ptr<const LoadModels> models;
  ThicknessRule thickness;
  std::vector<SizedPath> muscles;     ///< of the right leg; the left mirrors them
  std::vector<float> belly_radius_m;  ///< of each of them, standing: muscles keep their volume only on average
  std::vector<float> tendon_radius_m;
};

/// errors  every fault of the load models and of models/muscles/paths.toml in one pass
tl::expected<Anatomy, Diagnostics> anatomy_of(const Body& body);

/// Puts the skeleton, both kneecaps and the leg muscles into a list, in the place of the dressed figure.
///
/// activation  of each unit, 0 .. 1, right and left leg: unit_activation() of loads/leg_muscles.h
/// frame       world of the sample, metres
void add_anatomy(DrawList& list, const Anatomy& anatomy, const StrideSample& sample,
                 const std::array<UnitVector, 2>& activation);

/// A leg of a sample as its muscle lines need it; refers to the pose.
LegPose leg_pose(const Anatomy& anatomy, const Pose& pose, const StrideSample& sample, Side side);

/// Colours of the muscles, 0 .. 100 % activation: show it as the legend.
LoadScale activation_scale();

}  // namespace stridelab::view
