#include "render/app/stand_in.h"

#include <cmath>
#include <numbers>

#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

constexpr int n_around = 20, n_rings = 14;

/// A capsule from a to b, as a stretched sphere cut in the middle.
void add_capsule(Mesh& mesh, glm::vec3 a, glm::vec3 b, float radius, Bone bone, Material material) {
  const glm::vec3 axis = glm::normalize(b - a);
  const glm::vec3 other = std::abs(axis.y) > 0.7F ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0);
  const glm::vec3 u = glm::normalize(glm::cross(other, axis)), v = glm::cross(axis, u);
  const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
  constexpr float pi = std::numbers::pi_v<float>;
  for (int ring = 0; ring <= n_rings; ++ring) {
    const float up = -pi / 2 + pi * float(ring) / n_rings;
    for (int k = 0; k <= n_around; ++k) {
      const float turn = 2 * pi * float(k) / n_around;
      const glm::vec3 out = axis * std::sin(up) + (u * std::cos(turn) + v * std::sin(turn)) * std::cos(up);
      Vertex vertex;
      vertex.position = (ring * 2 < n_rings ? a : b) + out * radius;
      vertex.normal = out;
      vertex.bone[0] = static_cast<std::uint8_t>(bone);
      vertex.material = material;
      mesh.vertices.push_back(vertex);
    }
  }
  constexpr std::uint32_t row = n_around + 1;
  for (std::uint32_t ring = 0; ring < n_rings; ++ring)
    for (std::uint32_t k = 0; k < n_around; ++k) {
      const std::uint32_t i = first + ring * row + k;
      for (const std::uint32_t corner : {i, i + 1, i + row, i + row, i + 1, i + row + 1})
        mesh.indices.push_back(corner);
    }
}

}  // namespace

Mesh stand_in_runner(const Skeleton& s) {
  Mesh mesh;
  const auto at = [&](Bone bone) { return rest_joint(s, bone); };
  const glm::vec3 neck = at(Bone::torso) + glm::vec3(0.0F, 0.42F, 0.0F);
  add_capsule(mesh, at(Bone::thigh_r), at(Bone::thigh_l), 0.10F, Bone::pelvis, Material::shorts);
  add_capsule(mesh, at(Bone::torso), neck, 0.13F, Bone::torso, Material::shirt);
  add_capsule(mesh, neck + glm::vec3(0.01F, 0.14F, 0.0F), neck + glm::vec3(0.02F, 0.2F, 0.0F), 0.09F, Bone::head,
              Material::skin);
  struct Side {
    Bone thigh, shank, foot, toes, arm, forearm;
  };
  for (const Side& b :
       {Side{Bone::thigh_r, Bone::shank_r, Bone::foot_r, Bone::toes_r, Bone::upper_arm_r, Bone::forearm_r},
        Side{Bone::thigh_l, Bone::shank_l, Bone::foot_l, Bone::toes_l, Bone::upper_arm_l, Bone::forearm_l}}) {
    const float side = at(b.thigh).z > 0 ? 1.0F : -1.0F;
    add_capsule(mesh, at(b.thigh), at(b.shank), 0.075F, b.thigh, Material::skin);
    add_capsule(mesh, at(b.shank), at(b.foot), 0.05F, b.shank, Material::skin);
    add_capsule(mesh, at(b.foot) + glm::vec3(-0.03F, -0.04F, 0), at(b.toes), 0.04F, b.foot, Material::shoe);
    add_capsule(mesh, at(b.toes), at(b.toes) + glm::vec3(0.05F, -0.01F, 0), 0.03F, b.toes, Material::shoe);
    const glm::vec3 elbow = at(b.arm) + glm::vec3(0.0F, -0.28F, 0.03F * side);
    add_capsule(mesh, at(b.arm), elbow, 0.042F, b.arm, Material::skin);
    add_capsule(mesh, elbow, elbow + glm::vec3(0.0F, -0.25F, 0.0F), 0.034F, b.forearm, Material::skin);
  }
  return mesh;
}

}  // namespace stridelab::view
