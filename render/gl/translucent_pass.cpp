#include <algorithm>
#include <utility>

#include "render/gl/renderer_parts.h"

namespace stridelab::view {
namespace {

constexpr float ghost_behind_m = 0.12F;  // where runner and ghost nearly agree the runner is seen

/// From the eye to the middle of a body.
float distance_of(const Body3d& body, const PictureState& picture) {
  glm::vec3 sum(0.0F);
  float n = 0.0F;
  for (const Ball& ball : moved(body.mesh->balls, Pose{body.palette}, picture.tilt)) {
    if (ball.radius_m < 0.0F) continue;
    sum += ball.centre_m;
    n += 1.0F;
  }
  return n > 0.0F ? glm::distance(sum / n, picture.list.camera.eye_m) : 0.0F;
}

}  // namespace

/// Depth first, then colour where it is the nearest: of a translucent body one surface shows, not its inside. The
/// program of the colour is in use and has all its uniforms but the places of the bones.
void RendererParts::draw_translucent(Program& colour, const PictureState& picture, const Body3d& body, float behind_m) {
  programs.body_depth.use();
  set_light(programs.body_depth, picture);
  programs.body_depth.set("behind", behind_m);
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  draw_body(programs.body_depth, body);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  colour.use();
  colour.set("tint", body.tint);
  colour.set("behind", behind_m);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  draw_body(colour, body);
  glDisable(GL_BLEND);
}

void RendererParts::ghost_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  for (const Body3d& body : bodies) {
    if (body.kind != BodyKind::ghost) continue;
    programs.ghost.use();
    set_light(programs.ghost, picture);
    programs.ghost.set("outline", picture.look.ghost_outline);
    draw_translucent(programs.ghost, picture, body, ghost_behind_m);
  }
}

/// The farthest first, so that glass shows through glass.
void RendererParts::glass_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  std::vector<std::pair<float, const Body3d*>> panes;
  for (const Body3d& body : bodies)
    if (body.kind == BodyKind::glass) panes.emplace_back(distance_of(body, picture), &body);
  std::stable_sort(panes.begin(), panes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [distance, body] : panes) {
    set_body_light(picture);
    programs.figure.set("glass", 1);
    programs.figure.set("paint", body->paint);
    draw_translucent(programs.figure, picture, *body, 0.0F);
  }
}

}  // namespace stridelab::view
