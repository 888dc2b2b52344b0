#pragma once

#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

#include "render/scene/draw_list.h"

namespace stridelab::view {

/// A corner of a tube's surface. Metres, in the frame of the tube's points; unit normal out of the tube; linear colour.
struct TubeVertex {
  glm::vec3 position, normal;
  glm::vec4 colour;
};

/// Triangles of many tubes, counter-clockwise seen from outside.
struct TubeSurface {
  std::vector<TubeVertex> vertices;
  std::vector<std::uint32_t> indices;
  void clear();
};

/// Appends the closed surface of a tube: through its points on a smooth curve (Catmull-Rom), with more pieces where it
/// bends, as round as its thickness needs, both ends capped. Rings are carried along without turning about the curve.
///
/// valid   points that are not finite or beyond 1000 km, and those within 10 um of the one before, are left out; a radius
///         below 0 counts as 0
/// errors  none; nothing for fewer than two points that remain, for radii that are all 0 or do not match in number
void append_tube(TubeSurface& surface, const Tube& tube);

}  // namespace stridelab::view
