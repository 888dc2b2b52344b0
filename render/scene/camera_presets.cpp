#include "render/scene/camera_presets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace stridelab::view {
namespace {

constexpr float quarter_turn = std::numbers::pi_v<float> / 2.0F;
constexpr float slightly_down_rad = 0.10F;  // the ground recedes, and joints are still seen square on
// Head to foot is one height, and the body rises in flight; the knee is shown with half of thigh and shank.
constexpr float body_radius = 0.66F, knee_radius = 0.17F;

constexpr std::array<std::pair<std::string_view, CameraPreset>, 4> presets{{{"side", CameraPreset::side},
                                                                            {"front", CameraPreset::front},
                                                                            {"back", CameraPreset::back},
                                                                            {"knee", CameraPreset::knee}}};

}  // namespace

std::optional<CameraPreset> camera_preset(std::string_view name) {
  for (const auto& [word, preset] : presets)
    if (word == name) return preset;
  return std::nullopt;
}

std::string_view to_text(CameraPreset preset) {
  for (const auto& [word, named] : presets)
    if (named == preset) return word;
  return presets.front().first;
}

CameraPlace place_of(CameraPreset preset) {
  switch (preset) {
    case CameraPreset::front:
      return {quarter_turn, slightly_down_rad, body_radius, 0.0F};
    case CameraPreset::back:
      return {-quarter_turn, slightly_down_rad, body_radius, 0.0F};
    case CameraPreset::knee:
      return {0.555F, slightly_down_rad, knee_radius, 1.0F};
    case CameraPreset::side:
      break;
  }
  return {0.0F, slightly_down_rad, body_radius, 0.0F};
}

float fitting_distance(float radius_m, float aspect) {
  return radius_m / (std::tan(field_of_view_rad * 0.5F) * std::min(1.0F, aspect));
}

glm::vec3 direction_to_eye(float yaw_rad, float pitch_rad) {
  return {std::sin(yaw_rad) * std::cos(pitch_rad), std::sin(pitch_rad), std::cos(yaw_rad) * std::cos(pitch_rad)};
}

}  // namespace stridelab::view
