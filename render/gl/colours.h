#pragma once

#include <array>
#include <glm/glm.hpp>

#include "render/scene/mesh.h"

namespace stridelab::view {

inline constexpr int n_materials = static_cast<int>(Material::tendon) + 1;

/// sRGB, 0 .. 1, to linear colour; alpha stays.
glm::vec3 linear(const glm::vec3& srgb);
glm::vec4 linear(const glm::vec4& srgb);

/// Linear colour and gloss (0 matt .. 1 polished) of every material, in the order of the enumeration.
const std::array<glm::vec4, n_materials>& material_looks();

}  // namespace stridelab::view
