#include <algorithm>
#include <cstddef>
#include <utility>

#include "render/gl/colours.h"
#include "render/gl/renderer_parts.h"

namespace stridelab::view {
namespace {

constexpr GLuint shadow_unit = 0;
constexpr float ground_extent_m = 14.2F;  // beyond, the haze has taken over
constexpr float dark_below_m = 0.3F;      // feet higher than this leave the ground as it is
constexpr float dark_within_m = 0.35F;    // and so do those further away
constexpr float hidden_strength = 0.5F;   // of a stroke that something stands in front of: joints lie inside
constexpr float ghost_behind_m = 0.12F;   // where runner and ghost nearly agree the runner is seen
constexpr float wide_stroke_px = 16.0F;   // heads of arrows reach beyond their points
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

void set_shadow_view(Program& depth, const PictureState& picture) {
  depth.use();
  depth.set("view_projection", picture.light_view);
  depth.set("tilt", picture.tilt);
}

}  // namespace

RendererParts::RendererParts(Quality wanted, Programs made, ShadowMap map)
    : quality(wanted), programs(std::move(made)), shadow_map(std::move(map)) {
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
  program.set("shadow_map", static_cast<int>(shadow_unit));
}

void RendererParts::draw_body(Program& program, const Body3d& body) const {
  program.set("palette", std::span<const glm::mat4>(body.palette));
  body.mesh->draw();
}

void RendererParts::draw_shadow_of(const Body3d& body) {
  programs.figure_depth.set("palette", std::span<const glm::mat4>(body.palette));
  body.mesh->draw_coarse();
}

void RendererParts::shadow_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  shadow_map.bind_target();
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
  shadow_map.bind_texture(shadow_unit);
}

void RendererParts::body_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  programs.figure.use();
  set_light(programs.figure, picture);
  programs.figure.set("material_look", std::span<const glm::vec4>(material_looks()));
  programs.figure.set("kind", static_cast<int>(BodyKind::opaque));
  programs.figure.set("behind", 0.0F);
  for (const Body3d& body : bodies) {
    if (body.kind != BodyKind::opaque) continue;
    programs.figure.set("tint", body.tint);
    programs.figure.set("paint", body.paint);
    draw_body(programs.figure, body);
  }
}

/// Depth first, then colour where it is the nearest: of a translucent body one surface shows, not its inside.
void RendererParts::draw_translucent(const Body3d& body, float behind_m) {
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  programs.figure.use();  // the same shader: another one might round the same depth differently
  programs.figure.set("tint", body.tint);
  programs.figure.set("paint", body.paint);
  programs.figure.set("kind", static_cast<int>(body.kind));
  programs.figure.set("behind", behind_m);
  draw_body(programs.figure, body);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  draw_body(programs.figure, body);
  glDisable(GL_BLEND);
}

void RendererParts::ghost_pass(const std::vector<Body3d>& bodies) {
  for (const Body3d& body : bodies)
    if (body.kind == BodyKind::ghost) draw_translucent(body, ghost_behind_m);
}

/// The farthest first, so that glass shows through glass.
void RendererParts::glass_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  std::vector<std::pair<float, const Body3d*>> panes;
  for (const Body3d& body : bodies)
    if (body.kind == BodyKind::glass) panes.emplace_back(distance_of(body, picture), &body);
  std::stable_sort(panes.begin(), panes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [distance, body] : panes) draw_translucent(*body, 0.0F);
}

void RendererParts::ground_pass(const PictureState& picture, const std::vector<Body3d>& bodies) {
  programs.ground.use();
  set_light(programs.ground, picture);
  programs.ground.set("extent", ground_extent_m);
  programs.ground.set("ground_colour", picture.look.ground);
  programs.ground.set("grid_colour", picture.look.grid);
  programs.ground.set("belt_colour", picture.look.belt);
  programs.ground.set("grid_strength", picture.look.grid_strength);
  programs.ground.set("travelled", picture.list.ground.travelled_m);
  programs.ground.set("belt", picture.list.ground.belt ? 1 : 0);
  set_feet(programs.ground, foot_balls(bodies));
  glDisable(GL_CULL_FACE);
  glBindVertexArray(square_array.id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glEnable(GL_CULL_FACE);
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
  target->bind_picture(shadow_unit);
  programs.smooth.use();
  programs.smooth.set("drawn", static_cast<int>(shadow_unit));
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
