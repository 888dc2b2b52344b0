#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <glm/glm.hpp>
#include <vector>

#include "render/scene/implicit.h"

namespace stridelab::view {

/// A closed surface of quads, counter-clockwise seen from outside.
struct Net {
  std::vector<glm::vec3> points_m;
  std::vector<std::array<std::uint32_t, 4>> quads;
  std::vector<std::uint32_t> mirror;  ///< of every point, the one on the other side; itself on the midline. Empty for a
                                      ///< body that is not mirrored
};

/// A body as a function of place: about the distance to its surface near it, negative inside, metres.
struct Field {
  glm::vec3 low_m, high_m;  ///< corners of a box that holds it
  std::function<float(const glm::vec3&)> value;
  bool mirrored = false;  ///< value(x, y, -z) = value(x, y, z): only z > 0 is asked
};

/// Makes the left half of a mirrored net the exact mirror image of the right one; points of the midline get z = 0. Whoever moves points of a
/// net calls this after it: rounding alone can decide the two sides differently.
void symmetrise(Net& net);

/// The surface of an implicit body: one point per grid cell that it passes through, one quad per grid edge that it crosses
/// (naive surface nets, Gibson 1998), evened out and pulled onto the surface. Every edge belongs to exactly two quads.
Net surface_net(const Field& body, float cell_m);
Net surface_net(const Implicit& body, float cell_m);

}  // namespace stridelab::view
