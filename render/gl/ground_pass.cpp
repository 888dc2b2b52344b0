#include <algorithm>

#include "render/gl/renderer_parts.h"
#include "render/gl/treadmill.h"

namespace stridelab::view {
namespace {

constexpr float ground_extent_m = 14.2F;  // beyond, the haze has taken over
constexpr float dark_below_m = 0.3F;      // feet higher than this leave the ground as it is
constexpr float dark_within_m = 0.35F;    // and so do those further away

/// Balls of the feet and toes of the first solid figure that are near enough to darken the ground below them.
std::vector<glm::vec4> foot_balls(const std::vector<Body3d>& bodies) {
  std::vector<glm::vec4> feet;
  const auto figure =
      std::find_if(bodies.begin(), bodies.end(), [](const Body3d& body) { return body.kind == BodyKind::opaque; });
  if (figure == bodies.end()) return feet;
  const auto balls = moved(figure->mesh->balls, Pose{figure->palette}, glm::mat4(1.0F));
  for (const Bone bone : {Bone::foot_r, Bone::toes_r, Bone::foot_l, Bone::toes_l}) {
    const Ball& ball = balls[static_cast<std::size_t>(bone)];
    // The ball around a shoe is wider than the shoe.
    if (ball.radius_m > 0.0F && ball.centre_m.y < dark_below_m) feet.emplace_back(ball.centre_m, ball.radius_m * 0.6F);
  }
  return feet;
}

void set_feet(Program& ground, const std::vector<glm::vec4>& feet) {
  glm::vec2 low(1e9F), high(-1e9F);
  for (const glm::vec4& foot : feet) {
    low = glm::min(low, glm::vec2(foot.x, foot.z) - dark_within_m);
    high = glm::max(high, glm::vec2(foot.x, foot.z) + dark_within_m);
  }
  ground.set("n_feet", static_cast<int>(feet.size()));
  ground.set("near_feet", glm::vec4(low, high));
  if (!feet.empty()) ground.set("foot", std::span<const glm::vec4>(feet));
}

}  // namespace

void RendererParts::draw_ground(const GroundPiece& piece, const std::vector<glm::vec4>& feet) {
  programs.ground.set("tilt", piece.tilt);
  programs.ground.set("half_size", piece.half_m);
  programs.ground.set("height", piece.height_m);
  programs.ground.set("travelled", piece.travelled_m);
  programs.ground.set("belt", piece.belt ? 1 : 0);
  set_feet(programs.ground, feet);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

/// A road moves under the runner. Where a belt does, the floor around the machine rests and stays level.
void RendererParts::ground_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  const GroundLook& ground = picture.list.ground;
  programs.ground.use();
  set_light(programs.ground, picture);
  programs.ground.set("ground_colour", picture.look.ground);
  programs.ground.set("grid_colour", picture.look.grid);
  programs.ground.set("belt_colour", picture.look.belt);
  programs.ground.set("grid_strength", picture.look.grid_strength);
  glDisable(GL_CULL_FACE);
  glBindVertexArray(square_array.id());
  const glm::vec2 wide(ground_extent_m);
  const auto feet = foot_balls(bodies);
  if (ground.belt) {
    draw_ground({picture.tilt, belt_half_m, 0.0F, ground.travelled_m, true}, feet);
    draw_ground({glm::mat4(1.0F), wide, floor_under_treadmill_m(ground.slope_rad), 0.0F, false}, {});
  } else {
    draw_ground({picture.tilt, wide, 0.0F, ground.travelled_m, false}, feet);
  }
  glEnable(GL_CULL_FACE);
}

}  // namespace stridelab::view
