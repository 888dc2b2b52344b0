#pragma once

#include "render/scene/figure_shape.h"
#include "render/scene/mesh.h"

namespace stridelab::view {

/// What a point of the spread figure's right half (z not negative) is covered with.
Material material_at(const FigureSize& size, const std::array<float, n_parts>& distances, const glm::vec3& spread_m);

}  // namespace stridelab::view
