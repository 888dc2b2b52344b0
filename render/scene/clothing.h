#pragma once

#include "render/scene/figure_shape.h"
#include "render/scene/mesh.h"
#include "render/scene/surface_net.h"

namespace stridelab::view {

/// What a point of the spread figure's right half (z not negative) is covered with. Points on a border belong to the
/// garment.
Material material_at(const FigureSize& size, const std::array<float, n_parts>& distances, const glm::vec3& spread_m);

/// Points of the spread figure near the border of a garment or of the hair slide along the skin onto it, so that borders
/// are lines of the mesh instead of teeth. cell_m: of the net; nobody moves further than half of it.
void draw_borders(Net& net, const FigureSize& size, const Implicit& shape, float cell_m);

}  // namespace stridelab::view
