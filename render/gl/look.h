#pragma once

#include <glm/glm.hpp>

namespace stridelab::view {

/// Colours and lights of the room the runner is in. Colours are sRGB, 0 .. 1, as a picture editor shows them.
struct Look {
  glm::vec3 sky_top, horizon, ground, grid, belt;
  glm::vec3 machine;           ///< the frame of a treadmill
  glm::vec3 ghost_outline;     ///< of the baseline beside the runner
  glm::vec3 light_colour;      ///< of the key light, linear
  glm::vec3 sky_light;         ///< ambient from above, linear
  glm::vec3 ground_light;      ///< ambient from below, linear
  glm::vec3 towards_light;     ///< unit, gravity upright: x forward, y up, z right
  float grid_strength = 0.5F;  ///< 0 .. 1
};

/// Bright studio, for pages and talks with a light background.
Look light_look();

/// Dark studio, where coloured curves and arrows stand out.
Look dark_look();

}  // namespace stridelab::view
