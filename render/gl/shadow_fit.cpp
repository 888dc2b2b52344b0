#include "render/gl/shadow_fit.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace stridelab::view {
namespace {

constexpr float margin_m = 0.08F;  // the soft edge reaches beyond the shape
constexpr float step_m = 0.25F;    // sizes are rounded up, so that the size of a texel rarely changes
constexpr float behind_m = 12.0F;  // how far behind a body its shadow may fall

float in_steps(float value, float step) { return std::floor(value / step) * step; }

}  // namespace

int main_bone(const Vertex& vertex) {
  int best = 0;
  for (int i = 1; i < 4; ++i)
    if (vertex.weight[i] > vertex.weight[best]) best = i;
  return vertex.bone[static_cast<std::size_t>(best)];
}

std::array<Ball, n_bones> bone_balls(const Mesh& mesh) {
  std::array<glm::vec3, n_bones> low, high;
  low.fill(glm::vec3(1e9F));
  high.fill(glm::vec3(-1e9F));
  for (const Vertex& vertex : mesh.vertices) {
    const auto bone = static_cast<std::size_t>(main_bone(vertex));
    low[bone] = glm::min(low[bone], vertex.position);
    high[bone] = glm::max(high[bone], vertex.position);
  }
  std::array<Ball, n_bones> balls;
  for (std::size_t i = 0; i < balls.size(); ++i)
    if (low[i].x <= high[i].x) balls[i] = {(low[i] + high[i]) * 0.5F, glm::distance(low[i], high[i]) * 0.5F};
  return balls;
}

std::array<Ball, n_bones> moved(const std::array<Ball, n_bones>& balls, const Pose& pose, const glm::mat4& tilt) {
  std::array<Ball, n_bones> there = balls;
  for (std::size_t i = 0; i < there.size(); ++i)
    there[i].centre_m = glm::vec3(tilt * pose.bone[i] * glm::vec4(balls[i].centre_m, 1.0F));
  return there;
}

glm::mat4 light_view(std::span<const Ball> balls, const glm::vec3& towards_light, int map_px) {
  const glm::mat4 turn = glm::lookAt(towards_light, glm::vec3(0.0F), glm::vec3(1.0F, 0.0F, 0.0F));
  glm::vec3 low(1e9F), high(-1e9F);
  for (const Ball& ball : balls) {
    if (ball.radius_m < 0.0F) continue;
    const glm::vec3 centre = glm::vec3(turn * glm::vec4(ball.centre_m, 1.0F));
    low = glm::min(low, centre - ball.radius_m);
    high = glm::max(high, centre + ball.radius_m);
  }
  if (low.x > high.x) low = glm::vec3(-1.0F), high = glm::vec3(1.0F);
  const float width = std::max(high.x - low.x, high.y - low.y) + 2.0F * margin_m;
  const float side = std::ceil(width / step_m + 0.5F) * step_m;
  const float texel = side / static_cast<float>(map_px);
  const glm::vec3 middle = (low + high) * 0.5F;
  const float x = in_steps(middle.x - side * 0.5F, texel), y = in_steps(middle.y - side * 0.5F, texel);
  // The light looks along -z: the nearest surface has the largest z.
  return glm::ortho(x, x + side, y, y + side, -(high.z + margin_m), -(low.z - behind_m)) * turn;
}

}  // namespace stridelab::view
