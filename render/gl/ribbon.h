#pragma once

#include <glm/glm.hpp>
#include <vector>

#include "render/gl/projection.h"
#include "render/scene/draw_list.h"

namespace stridelab::view {

/// A corner of a flat triangle in clip space.
struct FlatVertex {
  glm::vec4 clip;
  glm::vec4 colour;
};

/// Triangles of a stroke with its width on the screen: a mitred ribbon, and a head at the last point of an arrow. Parts
/// behind the eye are cut off. An arrow shorter than its head is a smaller head, so that it still shows a direction.
///
/// size    of the picture, pixels
/// errors  none; nothing for fewer than two distinct points
std::vector<FlatVertex> ribbon_of(const Stroke& stroke, const glm::mat4& world_to_clip, const PictureSize& size);

/// Triangles of a patch as a fan; corners behind the eye are left to the clipping of GL.
std::vector<FlatVertex> fan_of(const Patch& patch, const glm::mat4& world_to_clip);

}  // namespace stridelab::view
