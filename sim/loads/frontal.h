#pragma once

#include "core/frames.h"
#include "loads/side.h"
#include "runner/coordinates.h"

namespace stridelab {

/// Frontal-plane projection angle: 180 deg minus the hip-knee-ankle angle of the joint centres, seen along the
/// running direction (projected on the plane of Y and Z).
///
/// unit    rad
/// sign    valgus positive on both legs: the knee lies inward of the line from hip to ankle
/// valid   any posture in which neither thigh nor shank points along the running direction
/// errors  none (pure function)
/// source  Willson 2006, J Orthop Sports Phys Ther 36:85 (with joint centres instead of skin markers); METHODS (20)
///
/// Thought experiment: right thigh straight down, shank down and outward (+z). The foot is then outside the thigh's
/// line, which is a knock knee: positive. On the left leg outward is -z.
double frontal_plane_projection_rad(const Vec3& hip_m, const Vec3& knee_m, const Vec3& ankle_m, Side side);

/// Lean of the trunk toward the standing leg, to the gravity vertical, also on slopes.
///
/// unit    rad
/// sign    toward the named leg positive; slope uphill positive
/// frame   trunk axis y from the pelvis and lumbar coordinates, body-fixed Z-X-Y each
/// errors  none (pure function)
double lateral_trunk_lean_rad(const CoordinateVector& q_rad, double slope_rad, Side stance_side);

}  // namespace stridelab
