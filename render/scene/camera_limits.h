#pragma once

#include <glm/glm.hpp>

namespace stridelab::view {

// Where a camera may not be. Upright frame: X forward, Y up, Z right, metres; the runner near the origin.

/// How far along a direction (unit) one has to go from a point to be outside of the space that the limbs of a runner of
/// this height sweep: an upright column, longer than wide, up to above the head. Zero from a point outside whose way
/// does not pass through it.
float distance_out_of_body(const glm::vec3& from_m, const glm::vec3& direction, float height_m);

/// Height of the lowest eye at a place along the road; the slope is uphill towards +X positive.
float lowest_eye(float x_m, float slope_rad);

/// Least pitch, eye above horizon positive, at which an eye this far from a point is not below level ground.
float lowest_pitch(const glm::vec3& target_m, float distance_m);

/// Where along the road, relative to the runner, an eye stands that does not go along: it comes nearer, passes and falls
/// behind, then the next place ahead takes over. An eye on the road itself is never run over.
///
/// eye_m        where it would be if it went along
/// travelled_m  of the ground under the runner
float roadside_shift(const glm::vec3& eye_m, double travelled_m);

}  // namespace stridelab::view
