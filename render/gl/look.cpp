#include "render/gl/look.h"

namespace stridelab::view {
namespace {

/// From the right, above and in front: the side camera sees lit surfaces and a shadow that falls away from it.
const glm::vec3 key_direction = glm::normalize(glm::vec3(0.35F, 1.0F, 0.55F));

}  // namespace

Look light_look() {
  return {.sky_top = {0.70F, 0.77F, 0.85F},
          .horizon = {0.91F, 0.93F, 0.95F},
          .ground = {0.79F, 0.80F, 0.81F},
          .grid = {0.55F, 0.58F, 0.62F},
          .belt = {0.30F, 0.32F, 0.35F},
          .machine = {0.60F, 0.63F, 0.67F},
          .ghost_outline = {0.66F, 0.36F, 0.02F},
          .light_colour = {1.05F, 1.00F, 0.92F},
          .sky_light = {0.46F, 0.51F, 0.58F},
          .ground_light = {0.24F, 0.23F, 0.22F},
          .towards_light = key_direction,
          .grid_strength = 0.55F};
}

Look dark_look() {
  return {.sky_top = {0.075F, 0.085F, 0.11F},
          .horizon = {0.17F, 0.19F, 0.23F},
          .ground = {0.215F, 0.23F, 0.26F},
          .grid = {0.40F, 0.44F, 0.50F},
          .belt = {0.10F, 0.11F, 0.13F},
          .machine = {0.36F, 0.39F, 0.44F},
          .ghost_outline = {1.00F, 0.78F, 0.40F},
          .light_colour = {1.10F, 1.03F, 0.94F},
          .sky_light = {0.27F, 0.31F, 0.38F},
          .ground_light = {0.09F, 0.09F, 0.10F},
          .towards_light = key_direction,
          .grid_strength = 0.6F};
}

}  // namespace stridelab::view
