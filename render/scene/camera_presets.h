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

/// The camera of a preset.
///
/// height_m  of the runner: the whole body is in the picture, with room to reach out
/// sample    the knee camera follows the right knee
/// aspect    of the picture, width / height: a narrow picture is taken from further away
/// frame     world of the sample, metres; errors: none
Camera preset_camera(CameraPreset preset, double height_m, const StrideSample& sample, float aspect);

}  // namespace stridelab::view
