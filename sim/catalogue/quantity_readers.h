#pragma once

#include "catalogue/quantity.h"
#include "loads/frontal.h"

namespace stridelab {

// The readings that take more than a line. Private to quantity_table.h.

/// Ankle ahead of knee positive, to the normal of the surface.
double shank_angle_rad(const LegInstant& at);

/// Shank turned inward over the foot, about its own long axis: what rolling in turns it by.
double tibial_internal_rotation_rad(const LegInstant& at);

/// Extension of hip and knee and plantarflexion together.
double support_moment_nm(const LegInstant& at);

/// Why this form has no bending moment of the shin bone.
std::optional<std::string> tibial_bending_withheld(const LoadModels& models, const Form& form);

}  // namespace stridelab
