#include <algorithm>
#include <cstddef>
#include <utility>

#include "render/gl/colours.h"
#include "render/gl/renderer_parts.h"

namespace stridelab::view {
namespace {

constexpr int sky_vertices = 8 * 32 * 6;  // columns, rows and corners of sky.vert

Buffer square_buffer() {
  constexpr float corners[] = {-1.0F, -1.0F, 1.0F, -1.0F, -1.0F, 1.0F, 1.0F, 1.0F};
  auto made = make_object<Buffer>(glGenBuffers);
  glBindBuffer(GL_ARRAY_BUFFER, made.id());
  glBufferData(GL_ARRAY_BUFFER, sizeof corners, corners, GL_STATIC_DRAW);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
  glEnableVertexAttribArray(0);
  return made;
}

Buffer flat_vertex_buffer() {
  auto made = make_object<Buffer>(glGenBuffers);
  glBindBuffer(GL_ARRAY_BUFFER, made.id());
  constexpr auto stride = static_cast<GLsizei>(sizeof(FlatVertex));
  glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, stride, reinterpret_cast<const void*>(offsetof(FlatVertex, clip)));
  glVertexAttribPointer(1, 4, GL_FLOAT, GL_FALSE, stride, reinterpret_cast<const void*>(offsetof(FlatVertex, colour)));
  glEnableVertexAttribArray(0);
  glEnableVertexAttribArray(1);
  return made;
}

VertexArray bound_array() {
  auto made = make_object<VertexArray>(glGenVertexArrays);
  glBindVertexArray(made.id());
  return made;
}

void set_shadow_view(Program& depth, const PictureState& picture) {
  depth.use();
  depth.set("view_projection", picture.light_view);
  depth.set("tilt", picture.tilt);
}

}  // namespace

RendererParts::RendererParts(Quality wanted, Programs made, std::array<ShadowMap, 2> maps)
    : quality(wanted), programs(std::move(made)), shadow_maps(std::move(maps)) {
  square_array = bound_array();
  square = square_buffer();
  flat_array = bound_array();
  flat_buffer = flat_vertex_buffer();
  make_tube_buffers();
}

void RendererParts::set_light(Program& program, const PictureState& picture) const {
  program.set("eye", picture.list.camera.eye_m);
  program.set("sky_top", picture.look.sky_top);
  program.set("horizon", picture.look.horizon);
  program.set("light_colour", picture.look.light_colour);
  program.set("sky_light", picture.look.sky_light);
  program.set("ground_light", picture.look.ground_light);
  program.set("towards_light", picture.look.towards_light);
  program.set("light_view", picture.light_view);
  program.set("view_projection", picture.view_projection);
  program.set("tilt", picture.tilt);
  program.set("shadow_map", static_cast<int>(texture_unit));
}

void RendererParts::draw_body(Program& program, const Body3d& body) const {
  program.set("palette", std::span<const glm::mat4>(body.palette));
  // A ghost is a plain shape: a picture that must be quick can do with fewer triangles of it.
  if (body.kind == BodyKind::ghost && !quality.fine)
    body.mesh->draw_coarse();
  else
    body.mesh->draw();
}

void RendererParts::draw_shadow_of(const Body3d& body) {
  programs.figure_depth.set("palette", std::span<const glm::mat4>(body.palette));
  body.mesh->draw_coarse();
}

void RendererParts::shadow_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  shadow_map->bind_target();
  glClear(GL_DEPTH_BUFFER_BIT);
  glEnable(GL_POLYGON_OFFSET_FILL);
  glPolygonOffset(1.5F, 2.0F);
  set_shadow_view(programs.figure_depth, picture);
  for (const Body3d& body : bodies)
    if (body.kind == BodyKind::opaque) draw_shadow_of(body);
  if (!tubes.indices.empty()) {
    set_shadow_view(programs.tube_depth, picture);
    draw_tubes();
  }
  glDisable(GL_POLYGON_OFFSET_FILL);
  shadow_map->bind_texture(texture_unit);
}

void RendererParts::set_body_light(const PictureState& picture) {
  programs.figure.use();
  set_light(programs.figure, picture);
  programs.figure.set("material_look", std::span<const glm::vec4>(material_looks()));
}

void RendererParts::body_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  set_body_light(picture);
  programs.figure.set("glass", 0);
  programs.figure.set("behind", 0.0F);
  for (const Body3d& body : bodies) {
    if (body.kind != BodyKind::opaque) continue;
    programs.figure.set("tint", body.tint);
    programs.figure.set("paint", body.paint);
    draw_body(programs.figure, body);
  }
}

void RendererParts::sky_pass(const PictureState& picture) {
  programs.sky.use();
  set_light(programs.sky, picture);
  programs.sky.set("clip_to_world", glm::inverse(picture.view_projection));
  programs.sky.set("plain", picture.list.ground.shown ? 0 : 1);
  glDisable(GL_CULL_FACE);
  glBindVertexArray(square_array.id());
  glDrawArrays(GL_TRIANGLES, 0, sky_vertices);
  glEnable(GL_CULL_FACE);
}

}  // namespace stridelab::view
