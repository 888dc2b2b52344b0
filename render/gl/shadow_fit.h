#pragma once

#include <array>
#include <glm/glm.hpp>
#include <span>

#include "render/scene/mesh.h"
#include "render/scene/pose.h"

namespace stridelab::view {

/// A ball around some vertices; radius below 0 for none.
struct Ball {
  glm::vec3 centre_m{0.0F};
  float radius_m = -1.0F;
};

/// The bone that carries most of a vertex.
int main_bone(const Vertex& vertex);

/// Around the vertices that each bone carries mainly, rest pose.
std::array<Ball, n_bones> bone_balls(const Mesh& mesh);

/// The same where a pose puts them.
std::array<Ball, n_bones> moved(const std::array<Ball, n_bones>& balls, const Pose& pose, const glm::mat4& tilt);

/// From the upright world to the clip space of the light: just large enough to hold all balls, with room behind them
/// for what they shade, and in steps of whole texels so that still edges do not crawl.
///
/// towards_light  unit; errors: none, a default view for no balls
glm::mat4 light_view(std::span<const Ball> balls, const glm::vec3& towards_light, int map_px);

}  // namespace stridelab::view
