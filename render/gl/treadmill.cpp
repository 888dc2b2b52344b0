#include "render/gl/treadmill.h"

#include <array>
#include <cmath>
#include <glm/gtc/constants.hpp>
#include <span>

namespace stridelab::view {
namespace {

constexpr float rail_inner_m = belt_half_m.y + 0.01F, rail_outer_m = 0.40F;
constexpr float rail_top_m = 0.02F, frame_bottom_m = -0.15F;
constexpr float roller_m = 0.06F;
constexpr float machine_half_m = 1.45F;  // what tilts with the belt
constexpr float faintest = 0.12F;        // of the console in front of the runner

void add_face(Mesh& mesh, std::span<const glm::vec3> corners) {
  const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
  const glm::vec3 normal = glm::normalize(glm::cross(corners[1] - corners[0], corners[2] - corners[0]));
  for (const glm::vec3& corner : corners) {
    Vertex vertex;
    vertex.position = corner;
    vertex.normal = normal;
    mesh.vertices.push_back(vertex);
  }
  for (std::uint32_t i = 2; i < corners.size(); ++i)
    mesh.indices.insert(mesh.indices.end(), {first, first + i - 1, first + i});
}

/// A convex profile in X and Y, counter-clockwise seen from +Z, drawn out along Z.
void add_prism(Mesh& mesh, const std::vector<glm::vec2>& profile, float from_z, float to_z) {
  std::vector<glm::vec3> near, far;
  for (const glm::vec2& p : profile) near.emplace_back(p, to_z);
  for (auto p = profile.rbegin(); p != profile.rend(); ++p) far.emplace_back(*p, from_z);
  add_face(mesh, near);
  add_face(mesh, far);
  for (std::size_t i = 0; i < profile.size(); ++i) {
    const glm::vec2 &a = profile[i], &b = profile[(i + 1) % profile.size()];
    add_face(mesh, std::array{glm::vec3(a, from_z), glm::vec3(b, from_z), glm::vec3(b, to_z), glm::vec3(a, to_z)});
  }
}

void add_box(Mesh& mesh, const glm::vec3& low, const glm::vec3& high) {
  add_prism(mesh, {{low.x, low.y}, {high.x, low.y}, {high.x, high.y}, {low.x, high.y}}, low.z, high.z);
}

/// The belt where it goes round; its normals are those of a cylinder.
void add_roller(Mesh& mesh, float x) {
  constexpr int sides = 16;
  for (int i = 0; i < sides; ++i) {
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (const int k : {i, i + 1})
      for (const float z : {-belt_half_m.y, belt_half_m.y}) {
        const float angle = glm::two_pi<float>() * static_cast<float>(k) / sides;
        Vertex vertex;
        vertex.normal = {std::cos(angle), std::sin(angle), 0.0F};
        vertex.position = glm::vec3(x, -roller_m - 0.001F, z) + vertex.normal * roller_m;
        mesh.vertices.push_back(vertex);
      }
    mesh.indices.insert(mesh.indices.end(), {first, first + 2, first + 1, first + 1, first + 2, first + 3});
  }
}

Mesh frame_mesh() {
  Mesh mesh;
  add_box(mesh, {-0.96F, frame_bottom_m, -rail_inner_m}, {0.96F, -0.02F, rail_inner_m});
  for (const float side : {-1.0F, 1.0F}) {
    const float a = side * rail_inner_m, b = side * rail_outer_m;
    add_prism(mesh,
              {{-1.10F, frame_bottom_m},
               {1.10F, frame_bottom_m},
               {1.10F, rail_top_m},
               {-1.04F, rail_top_m},
               {-1.10F, rail_top_m - 0.06F}},
              std::min(a, b), std::max(a, b));
  }
  return mesh;
}

Mesh hood_mesh() {
  Mesh mesh;
  add_prism(mesh,
            {{1.07F, frame_bottom_m},
             {1.42F, frame_bottom_m},
             {1.45F, -0.04F},
             {1.36F, 0.06F},
             {1.16F, 0.08F},
             {1.07F, 0.03F}},
            -rail_outer_m, rail_outer_m);
  return mesh;
}

Mesh rollers_mesh() {
  Mesh mesh;
  for (const float x : {-belt_half_m.x, belt_half_m.x}) add_roller(mesh, x);
  return mesh;
}

/// Posts that lean forward, rails for the hands, and the console between them: beyond the reach of swinging arms.
Mesh uprights_mesh() {
  Mesh mesh;
  for (const float side : {-1.0F, 1.0F}) {
    const float z = side * 0.41F;
    add_prism(mesh, {{1.12F, frame_bottom_m}, {1.19F, frame_bottom_m}, {1.32F, 1.12F}, {1.27F, 1.12F}}, z - 0.02F,
              z + 0.02F);
    add_prism(mesh, {{0.86F, 0.88F}, {1.27F, 0.96F}, {1.27F, 1.00F}, {0.86F, 0.92F}}, z - 0.02F, z + 0.02F);
  }
  add_prism(mesh, {{1.24F, 1.00F}, {1.30F, 0.98F}, {1.42F, 1.26F}, {1.38F, 1.28F}}, -0.43F, 0.43F);
  return mesh;
}

std::shared_ptr<const Mesh> shared(Mesh mesh) { return std::make_shared<const Mesh>(std::move(mesh)); }

/// 1 from the side and from behind, faint from ahead.
float strength_of_uprights(const Camera& camera) {
  const glm::vec2 towards_eye(camera.eye_m.x - camera.target_m.x, camera.eye_m.z - camera.target_m.z);
  const float length = glm::length(towards_eye);
  const float ahead = length > 0.0F ? towards_eye.x / length : 0.0F;
  return glm::mix(1.0F, faintest, glm::smoothstep(0.3F, 0.7F, ahead));
}

}  // namespace

std::vector<Solid> treadmill(const Look& look, const Camera& camera) {
  // Made once: a mesh is known to the driver by its address.
  static const auto frame = shared(frame_mesh()), hood = shared(hood_mesh()), rollers = shared(rollers_mesh()),
                    uprights = shared(uprights_mesh());
  const glm::mat4 in_place(1.0F);
  return {{frame, in_place, glm::vec4(look.machine, 1.0F)},
          {hood, in_place, glm::vec4(look.machine * 0.75F, 1.0F)},
          {rollers, in_place, glm::vec4(look.belt, 1.0F)},
          {uprights, in_place, glm::vec4(look.machine * 0.75F, strength_of_uprights(camera))}};
}

float floor_under_treadmill_m(float slope_rad) {
  return -floor_below_belt_m - machine_half_m * std::abs(std::sin(slope_rad));
}

}  // namespace stridelab::view
