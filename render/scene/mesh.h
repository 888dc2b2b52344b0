#pragma once

#include <array>
#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

namespace stridelab::view {

/// The rigid parts that carry the skin, bones and clothes of the drawn runner.
enum class Bone : std::uint8_t {
  pelvis,
  torso,
  head,
  thigh_r,
  shank_r,
  foot_r,
  toes_r,
  upper_arm_r,
  forearm_r,
  thigh_l,
  shank_l,
  foot_l,
  toes_l,
  upper_arm_l,
  forearm_l,
  // Half way between pelvis and thigh, thigh and shank: no body parts, but skin that follows them stays round where a
  // joint bends far, instead of collapsing.
  hip_r,
  knee_r,
  hip_l,
  knee_l,
};
inline constexpr int n_bones = 19;

/// What a surface looks like.
enum class Material : std::uint8_t { skin, shirt, shorts, shoe, sole, hair, bone, cartilage, muscle, tendon };

/// A point of a surface. Metres, in the rest pose (standing, all coordinates zero, mid-hip point at the origin; X forward,
/// Y up, Z right). Weights are not negative and sum to 1; unused entries are zero.
struct Vertex {
  glm::vec3 position, normal;
  std::array<std::uint8_t, 4> bone{};
  glm::vec4 weight{1.0F, 0.0F, 0.0F, 0.0F};
  Material material = Material::skin;
};

/// Triangles, counter-clockwise seen from outside.
struct Mesh {
  std::vector<Vertex> vertices;
  std::vector<std::uint32_t> indices;
};

}  // namespace stridelab::view
