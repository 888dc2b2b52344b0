#pragma once

#include <glm/glm.hpp>
#include <optional>

#include "render/scene/draw_list.h"

namespace stridelab::view {

/// Width and height of a picture, pixels; both positive.
struct PictureSize {
  int width = 1280, height = 720;
  [[nodiscard]] float aspect() const { return static_cast<float>(width) / static_cast<float>(height); }
  bool operator==(const PictureSize&) const = default;
};

/// From the world of the strides to the picture's upright world: turned about Z by the slope, uphill towards +X.
glm::mat4 tilt_of(const GroundLook& ground);

/// From the upright world to clip space, GL convention (x, y, z each -w .. w; y up).
glm::mat4 view_projection(const Camera& camera, const PictureSize& size);

/// From the world of the strides to clip space: what labels and mouse picking need.
glm::mat4 world_to_clip(const DrawList& list, const PictureSize& size);

/// Where a point of the world lies in the picture, pixels from the top left; empty behind the eye.
std::optional<glm::vec2> pixel_of(const glm::vec3& point_m, const glm::mat4& world_to_clip, const PictureSize& size);

}  // namespace stridelab::view
