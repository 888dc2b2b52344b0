#include "render/gl/colours.h"

#include <cmath>

namespace stridelab::view {
namespace {

float linear(float c) { return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); }

glm::vec4 look(const glm::vec3& srgb, float gloss) { return {view::linear(srgb), gloss}; }

}  // namespace

glm::vec3 linear(const glm::vec3& srgb) { return {linear(srgb.r), linear(srgb.g), linear(srgb.b)}; }
glm::vec4 linear(const glm::vec4& srgb) { return {linear(glm::vec3(srgb)), srgb.a}; }

const std::array<glm::vec4, n_materials>& material_looks() {
  // Blue and orange for the clothes: told apart with any colour vision, and neither is a colour of a load.
  static const std::array<glm::vec4, n_materials> looks{
      look({0.80F, 0.62F, 0.50F}, 0.25F),  // skin
      look({0.20F, 0.42F, 0.62F}, 0.08F),  // shirt
      look({0.16F, 0.18F, 0.23F}, 0.10F),  // shorts
      look({0.88F, 0.48F, 0.20F}, 0.35F),  // shoe
      look({0.93F, 0.93F, 0.91F}, 0.15F),  // sole
      look({0.25F, 0.18F, 0.13F}, 0.30F),  // hair
      look({0.90F, 0.87F, 0.78F}, 0.35F),  // bone
      look({0.72F, 0.82F, 0.88F}, 0.70F),  // cartilage
      look({0.66F, 0.24F, 0.21F}, 0.40F),  // muscle
      look({0.92F, 0.90F, 0.84F}, 0.50F),  // tendon
  };
  return looks;
}

}  // namespace stridelab::view
