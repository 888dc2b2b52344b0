#pragma once

#include "render/scene/bone_builder.h"
#include "render/scene/figure_shape.h"

namespace stridelab::view {

// The bones of a body by region. Proportions follow the landmarks that muscles are fixed to in Rajagopal 2016 and
// Delp 1990 (models/muscles/paths.toml); what no muscle touches is drawn after anatomical plates.

/// Grids for what is looked at closely or has thin rims, and for the rest, metres on a body of reference height.
inline constexpr float fine_cell_m = 0.0056F, coarse_cell_m = 0.0064F;

void add_skull(BoneBuilder& bones, const FigureSize& size);
void add_spine(BoneBuilder& bones, const FigureSize& size);
void add_rib_cage(BoneBuilder& bones, const FigureSize& size);
void add_pelvis(BoneBuilder& bones, const FigureSize& size);
void add_shoulder_girdle(BoneBuilder& bones, const FigureSize& size);
void add_arms(BoneBuilder& bones, const FigureSize& size);
void add_femurs(BoneBuilder& bones, const FigureSize& size);
void add_shanks(BoneBuilder& bones, const FigureSize& size);
void add_feet(BoneBuilder& bones, const FigureSize& size);

/// Frame of the upper arm as it hangs at rest (u forward, v down the arm, w outward) and of the forearm at its end,
/// carried forward at a right angle (u up, v along the forearm, w outward).
LimbFrame hanging_arm(const FigureSize& size);
LimbFrame carried_forearm(const FigureSize& size);

}  // namespace stridelab::view
