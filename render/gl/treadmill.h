#pragma once

#include <vector>

#include "render/gl/look.h"
#include "render/scene/draw_list.h"

namespace stridelab::view {

/// The belt that is run on, around the origin of the strides, metres: half its length and half its width.
inline constexpr glm::vec2 belt_half_m{1.0F, 0.28F};

/// How far the floor lies below the belt where the machine stands level, metres.
inline constexpr float floor_below_belt_m = 0.18F;

/// The machine around the belt: rails, rollers, hood, and the uprights with the console, which turn to glass where they
/// would stand between the eye and the runner. The belt's own surface is drawn with the ground.
///
/// frame   world of the strides, like everything else in a list
/// errors  none (pure function)
std::vector<Solid> treadmill(const Look& look, const Camera& camera);

/// Height of the level floor under a machine tilted by this slope, so that its lower end does not dip into it.
///
/// unit  metres above the origin of the upright world, negative
float floor_under_treadmill_m(float slope_rad);

}  // namespace stridelab::view
