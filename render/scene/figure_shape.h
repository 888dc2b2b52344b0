#pragma once

#include <glm/glm.hpp>

#include "render/scene/implicit.h"
#include "runner/anthropometry.h"
#include "runner/skeleton.h"

namespace stridelab::view {

/// Sizes that shape the figure of a person. Metres, right side.
///
/// height scale relates to the reference bodies of de Leva 1996; `girth` widens trunk and limbs so that the figure weighs
/// what the person does, since lengths follow height alone.
struct FigureSize {
  float scale, girth;
  bool female;
  glm::vec3 hip, knee, ankle, toe_joint, shoulder, lumbar;  ///< joint centres at rest
  float sole_y, vertex_y;                                   ///< heights at rest: underside of the shoe, top of the head
  float thigh, shank, upper_arm, forearm, hand;             ///< lengths
  float heel_x, toe_x, foot_half_width;                     ///< of the sole, heel and toe from the ankle
};
FigureSize figure_size(const Skeleton& skeleton);

/// The figure is modelled with legs and arms spread, so that they do not melt into each other or the trunk, and brought
/// to the rest pose afterwards. Turns about X, of the right side, outward positive.
inline constexpr float spread_leg_rad = 0.22F, spread_arm_rad = 0.75F;
/// Runners carry their elbows a little out and their hands a little in; only drawn, the tree has the arm in its plane.
inline constexpr float carried_arm_rad = 0.16F, hand_inward_rad = 0.30F;

/// Frame of a limb: where it starts and its axes (u, v along the limb, w) as columns.
struct LimbFrame {
  glm::vec3 origin;
  glm::mat3 axes;
  [[nodiscard]] glm::vec3 local(const glm::vec3& p) const { return (p - origin) * axes; }
};
/// Spread right leg, from the hip (u forward, v down the thigh, w outward), and upper arm, from the shoulder.
LimbFrame spread_leg(const FigureSize& size);
LimbFrame spread_arm(const FigureSize& size);
/// From the end of an upper arm: forward and a little inward, at a right angle.
LimbFrame forearm_of(const LimbFrame& arm, const FigureSize& size);

/// Lengths along the spread limbs where clothes end, and heights on the trunk, metres.
struct Clothes {
  float shorts_end, sleeve_end, shirt_hem_y, collar_y, shoe_collar, sole_top;  ///< the last two: above the underside
};
Clothes clothes(const FigureSize& size);

/// Trunk, head, right arm and right leg with its shoe, spread.
Implicit figure_shape(const FigureSize& size);

}  // namespace stridelab::view
