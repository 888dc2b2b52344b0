#pragma once

#include <array>

#include "render/scene/figure_shape.h"
#include "render/scene/mesh.h"

namespace stridelab::view {

/// How much each bone carries a point of the spread figure's right half (z not negative). Sums to 1, at most four are not
/// zero. Left-hand bones stay zero.
std::array<float, n_bones> skin_weights(const FigureSize& size, const std::array<float, n_parts>& distances,
                                        const glm::vec3& spread_m);

/// From the spread figure to the rest pose, a matrix per bone of the right half and the middle.
std::array<glm::mat4, n_bones> gather(const FigureSize& size);

}  // namespace stridelab::view
