#pragma once

#include <vector>

#include "loads/muscles/muscle_model.h"
#include "render/scene/draw_list.h"
#include "render/scene/muscle_atlas.h"

namespace stridelab::view {

/// Radius of a muscle's belly at its thickest as it is drawn, metres: from volume over length of the belly.
float belly_radius_m(const MuscleModel& model, const ThicknessRule& rule, const MusclePath& path, float length_m);

/// Radius of its tendon as it is drawn, metres: its area in proportion to the force of the muscle.
float tendon_radius_m(const MuscleModel& model, const ThicknessRule& rule, const MusclePath& path);

/// A line as tendon, belly, tendon: round corners, the belly swelling to its radius in the middle.
///
/// colour  of the belly, sRGB
void add_muscle_tubes(DrawList& list, const std::vector<glm::vec3>& line, const MusclePath& path, float belly_m,
                      float tendon_m, const glm::vec4& colour);

/// A tendon by itself.
void add_tendon_tube(DrawList& list, const std::vector<glm::vec3>& line, float radius_m);

}  // namespace stridelab::view
