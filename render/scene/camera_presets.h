#pragma once

#include <optional>
#include <string_view>

#include "gait/stride.h"
#include "render/scene/draw_list.h"

namespace stridelab::view {

/// Where one looks from: the runner's right, ahead, behind, or near the right knee.
enum class CameraPreset { side, front, back, knee };

/// "side", "front", "back" or "knee"; empty for another word.
std::optional<CameraPreset> camera_preset(std::string_view name);
std::string_view to_text(CameraPreset preset);

/// A direction to look from, and what has to be in the picture.
struct CameraPlace {
  float yaw_rad = 0.0F;    ///< of the eye about the vertical: 0 on the runner's right, positive towards the front
  float pitch_rad = 0.0F;  ///< of the eye above the horizon, positive is higher
  float radius = 0.66F;    ///< of the ball that just fits in the picture, in body heights
  float knee = 0.0F;       ///< what the ball is around: 0 the middle of the body, 1 the right knee, between on the way
};
CameraPlace place_of(CameraPreset preset);

/// Vertical field of view of every camera: about that of a short telephoto, which distorts angles at the joints little.
inline constexpr float field_of_view_rad = 0.55F;

/// How far away a ball of this radius just fits into a picture of this aspect, width / height; both positive.
float fitting_distance(float radius_m, float aspect);

/// From the point that is looked at to the eye: unit, upright (X forward, Y up, Z right).
glm::vec3 direction_to_eye(float yaw_rad, float pitch_rad);

}  // namespace stridelab::view
