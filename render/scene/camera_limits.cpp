#include "render/scene/camera_limits.h"

#include <algorithm>
#include <cmath>

namespace stridelab::view {
namespace {

constexpr float above_ground_m = 0.08F;
// Half axes of the column in body heights: a long stride reaches half a height ahead and behind, elbows a fifth aside.
constexpr float half_length = 0.40F, half_width = 0.20F, top = 1.08F;
constexpr float roadside_reach_m = 3.0F, roadside_room_m = 1.5F;

}  // namespace

float distance_out_of_body(const glm::vec3& from_m, const glm::vec3& direction, float height_m) {
  const float a = half_length * height_m, b = half_width * height_m;
  const glm::vec2 p{from_m.x / a, from_m.z / b}, d{direction.x / a, direction.z / b};
  const float to_top = direction.y > 0.0F ? std::max(0.0F, (top * height_m - from_m.y) / direction.y) : INFINITY;
  if (from_m.y > top * height_m && direction.y >= 0.0F) return 0.0F;
  const float dd = glm::dot(d, d), pd = glm::dot(p, d), rest = glm::dot(p, p) - 1.0F;
  const float under_root = pd * pd - dd * rest;
  if (dd == 0.0F) return rest < 0.0F ? to_top : 0.0F;  // straight up
  if (under_root <= 0.0F) return 0.0F;                 // passes beside the column
  const float to_side = (std::sqrt(under_root) - pd) / dd;
  return std::max(0.0F, std::min(to_side, to_top));
}

float lowest_eye(float x_m, float slope_rad) { return x_m * std::tan(slope_rad) + above_ground_m; }

float lowest_pitch(const glm::vec3& target_m, float distance_m) {
  return std::asin(std::clamp((above_ground_m - target_m.y) / distance_m, -1.0F, 1.0F));
}

float roadside_shift(const glm::vec3& eye_m, double travelled_m) {
  float lowest = -roadside_reach_m, highest = roadside_reach_m;
  if (std::abs(eye_m.z) < 1.0F) {
    if (eye_m.x > 0.0F)
      lowest = std::min(0.0F, std::max(lowest, roadside_room_m - eye_m.x));
    else
      highest = std::max(0.0F, std::min(highest, -roadside_room_m - eye_m.x));
  }
  const double length = static_cast<double>(highest - lowest);
  return highest - static_cast<float>(travelled_m - std::floor(travelled_m / length) * length);
}

}  // namespace stridelab::view
