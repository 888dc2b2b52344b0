#include "render/gl/renderer_parts.h"

namespace stridelab::view {
namespace {

constexpr float wide_stroke_px = 16.0F;  // heads of arrows reach beyond their points

/// Grows a box in the picture by a point of clip space.
void take_in(glm::vec2& low, glm::vec2& high, const glm::vec4& clip) {
  if (clip.w <= 0.0F) {  // beside or behind the eye: it may be anywhere
    low = glm::vec2(-1.0F);
    high = glm::vec2(1.0F);
    return;
  }
  low = glm::min(low, glm::vec2(clip) / clip.w);
  high = glm::max(high, glm::vec2(clip) / clip.w);
}

}  // namespace

/// Where bodies and strokes are: everything else is smooth already.
void RendererParts::smooth_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  glm::vec2 low(1.0F), high(-1.0F);
  for (const Body3d& body : bodies)
    for (const Ball& ball : moved(body.mesh->balls, Pose{body.palette}, picture.tilt)) {
      if (ball.radius_m < 0.0F) continue;
      for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 way((corner & 1) != 0 ? 1 : -1, (corner & 2) != 0 ? 1 : -1, (corner & 4) != 0 ? 1 : -1);
        take_in(low, high, picture.view_projection * glm::vec4(ball.centre_m + way * ball.radius_m, 1.0F));
      }
    }
  const glm::mat4 to_clip = picture.view_projection * picture.tilt;
  for (const TubeVertex& vertex : tubes.vertices) take_in(low, high, to_clip * glm::vec4(vertex.position, 1.0F));
  for (const Stroke& stroke : picture.list.strokes)
    for (const glm::vec3& point : stroke.points_m) take_in(low, high, to_clip * glm::vec4(point, 1.0F));
  const glm::vec2 size(picture.size.width, picture.size.height);
  const float beyond = wide_stroke_px * picture.list.stroke_scale;
  const glm::ivec2 from(glm::clamp(low * 0.5F + 0.5F, 0.0F, 1.0F) * size - beyond);
  const glm::ivec2 to(glm::clamp(high * 0.5F + 0.5F, 0.0F, 1.0F) * size + beyond);
  if (to.x <= from.x || to.y <= from.y) return;
  target->bind_picture(texture_unit);
  programs.smooth.use();
  programs.smooth.set("drawn", static_cast<int>(texture_unit));
  programs.smooth.set("pixel", 1.0F / size);
  glEnable(GL_SCISSOR_TEST);
  glScissor(from.x, from.y, to.x - from.x, to.y - from.y);
  glDisable(GL_DEPTH_TEST);
  glBindVertexArray(square_array.id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glEnable(GL_DEPTH_TEST);
  glDisable(GL_SCISSOR_TEST);
}

}  // namespace stridelab::view
