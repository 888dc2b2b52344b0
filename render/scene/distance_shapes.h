#pragma once

#include <algorithm>
#include <cmath>
#include <glm/glm.hpp>

namespace stridelab::view {

/// Distances to simple shapes, metres, negative inside, and ways to join them: what bones are made of.
namespace distance {

/// About the distance to an ellipsoid around `centre`: exact to first order at its surface.
inline float ellipsoid(const glm::vec3& p, const glm::vec3& centre, const glm::vec3& radii) {
  const glm::vec3 scaled = (p - centre) / radii;
  const float k = glm::length(scaled), slope = glm::length(scaled / radii);
  return slope < 1e-6F ? -std::min({radii.x, radii.y, radii.z}) : k * (k - 1.0F) / slope;
}

/// A rod from a to b with round ends, its radius growing evenly from one to the other.
inline float rod(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b, float radius_a, float radius_b) {
  const glm::vec3 way = b - a;
  const float t = std::clamp(glm::dot(p - a, way) / glm::dot(way, way), 0.0F, 1.0F);
  return glm::distance(p, a + t * way) - glm::mix(radius_a, radius_b, t);
}

/// What is inside both, with the edge between them rounded.
inline float both(float a, float b, float edge) {
  const glm::vec2 over(std::max(a + edge, 0.0F), std::max(b + edge, 0.0F));
  return std::min(std::max(a, b), -edge) + glm::length(over);
}

/// What is inside either, melted together over `width` where their distances are alike.
inline float either(float a, float b, float width) {
  const float h = std::max(width - std::abs(a - b), 0.0F);
  return std::min(a, b) - 0.25F * h * h / width;
}

/// Inside the first and outside the second, melted likewise.
inline float without(float a, float b, float width) { return -either(-a, b, width); }

/// A flat shape, given by its distance in its plane, made thick; its edges are rounded.
inline float slab(float in_plane, float across, float half_thickness, float edge) {
  return both(in_plane, std::abs(across) - half_thickness, edge);
}

}  // namespace distance
}  // namespace stridelab::view
