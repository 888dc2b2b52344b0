#include "render/scene/camera_presets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace stridelab::view {
namespace {

constexpr float view_angle_rad = 0.55F;  // about a short telephoto: little distortion of angles at the joints

glm::vec3 direction_to_eye(CameraPreset preset) {
  switch (preset) {
    case CameraPreset::front:
      return {1.0F, 0.10F, 0.0F};
    case CameraPreset::back:
      return {-1.0F, 0.10F, 0.0F};
    case CameraPreset::knee:
      return {0.62F, 0.12F, 1.0F};
    case CameraPreset::side:
      break;
  }
  return {0.0F, 0.10F, 1.0F};
}

/// How far away a disc of this radius just fits.
float fitting_distance(float radius_m, float aspect) {
  const float half = std::tan(view_angle_rad * 0.5F) * std::min(1.0F, aspect);
  return radius_m / half;
}

}  // namespace

std::optional<CameraPreset> camera_preset(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, CameraPreset>, 4> presets{{{"side", CameraPreset::side},
                                                                                     {"front", CameraPreset::front},
                                                                                     {"back", CameraPreset::back},
                                                                                     {"knee", CameraPreset::knee}}};
  for (const auto& [word, preset] : presets)
    if (word == name) return preset;
  return std::nullopt;
}

Camera preset_camera(CameraPreset preset, double height_m, const StrideSample& sample, float aspect) {
  const auto height = static_cast<float>(height_m);
  Camera camera;
  camera.field_of_view_rad = view_angle_rad;
  const bool knee = preset == CameraPreset::knee;
  const Vec3& at = sample.leg[0].knee_m;
  camera.target_m = knee ? glm::vec3(at.x(), at.y(), at.z()) : glm::vec3(0.0F, height * 0.50F, 0.0F);
  // Head to foot is one height, and the body rises in flight; the knee is shown with half of thigh and shank.
  const float distance = fitting_distance(height * (knee ? 0.17F : 0.66F), aspect);
  camera.eye_m = camera.target_m + glm::normalize(direction_to_eye(preset)) * distance;
  return camera;
}

}  // namespace stridelab::view
