#include <algorithm>
#include <cmath>

#include "render/gl/renderer_parts.h"
#include "render/gl/treadmill.h"

namespace stridelab::view {
namespace {

constexpr float hidden_strength = 0.5F;  // of a stroke that something stands in front of: joints lie inside

/// What a belt has carried round its roller is not seen any more.
bool is_on_surface(const Patch& patch, const GroundLook& ground) {
  return !ground.belt || std::all_of(patch.outline_m.begin(), patch.outline_m.end(),
                                     [](const glm::vec3& point) { return std::abs(point.x) <= belt_half_m.x; });
}

}  // namespace

void RendererParts::draw_flat(const std::vector<FlatVertex>& triangles, float strength) {
  if (triangles.empty()) return;
  programs.flat.use();
  programs.flat.set("strength", strength);
  glBindVertexArray(flat_array.id());
  glBindBuffer(GL_ARRAY_BUFFER, flat_buffer.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(triangles.size() * sizeof(FlatVertex)), triangles.data(),
               GL_STREAM_DRAW);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDepthMask(GL_FALSE);
  glDisable(GL_CULL_FACE);
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(triangles.size()));
  glEnable(GL_CULL_FACE);
  glDepthMask(GL_TRUE);
  glDisable(GL_BLEND);
}

void RendererParts::patch_pass(const PictureState& picture) {
  const glm::mat4 to_clip = picture.view_projection * picture.tilt;
  std::vector<FlatVertex> triangles;
  for (const Patch& patch : picture.list.patches)
    if (is_on_surface(patch, picture.list.ground))
      for (const FlatVertex& vertex : fan_of(patch, to_clip)) triangles.push_back(vertex);
  glEnable(GL_POLYGON_OFFSET_FILL);  // patches lie in the plane of the ground
  glPolygonOffset(-2.0F, -4.0F);
  draw_flat(triangles, 1.0F);
  glDisable(GL_POLYGON_OFFSET_FILL);
}

/// First what is seen, then a trace of what is hidden: an arrow that starts under a foot still shows where.
void RendererParts::stroke_pass(const PictureState& picture) {
  const glm::mat4 to_clip = picture.view_projection * picture.tilt;
  std::vector<FlatVertex> triangles;
  std::vector<FlatVertex> on_top;
  for (Stroke stroke : picture.list.strokes) {
    stroke.width_px *= picture.list.stroke_scale;
    auto& kind = stroke.on_top ? on_top : triangles;
    for (const FlatVertex& vertex : ribbon_of(stroke, to_clip, picture.size)) kind.push_back(vertex);
  }
  draw_flat(triangles, 1.0F);
  glDepthFunc(GL_GREATER);
  draw_flat(triangles, hidden_strength);
  glDepthFunc(GL_ALWAYS);
  draw_flat(on_top, 1.0F);
  glDepthFunc(GL_LEQUAL);
}

}  // namespace stridelab::view
