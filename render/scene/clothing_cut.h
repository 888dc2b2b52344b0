#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "render/scene/figure_shape.h"
#include "render/scene/mesh.h"
#include "render/scene/surface_net.h"

namespace stridelab::view {

/// A triangle of the figure, all of one material; numbers of points of the net.
struct ClothTriangle {
  std::array<std::uint32_t, 3> point;
  Material material;
};

/// The quads of the spread figure as triangles, cut where a garment ends: the border runs through them as a line, with
/// new points of the net on it (which have no mirror numbers). Neighbours share the points of their common edge, so the
/// surface stays closed.
std::vector<ClothTriangle> cut_at_borders(Net& net, const FigureSize& size, const Implicit& shape);

}  // namespace stridelab::view
