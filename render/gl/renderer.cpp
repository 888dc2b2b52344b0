#include "render/gl/renderer.h"

#include <algorithm>
#include <utility>

#include "render/gl/colours.h"
#include "render/gl/renderer_parts.h"
#include "render/gl/treadmill.h"

namespace stridelab::view {
namespace {

Diagnostic driver_fault(const std::string& message) {
  Diagnostic fault;
  fault.file = "OpenGL";
  fault.message = message;
  return fault;
}

BodyKind kind_of(float alpha, bool glass) {
  if (alpha >= 1.0F) return BodyKind::opaque;
  return glass ? BodyKind::glass : BodyKind::ghost;
}

Body3d body_of(const Solid& solid, MeshCache& meshes) {
  Body3d body{.mesh = &meshes.of(solid.mesh),
              .palette = {},
              .tint = glm::vec4(1.0F, 1.0F, 1.0F, solid.colour.a),
              .paint = glm::vec4(linear(glm::vec3(solid.colour)), 1.0F),
              .kind = kind_of(solid.colour.a, true)};
  body.palette.fill(solid.world);
  return body;
}

std::vector<Body3d> bodies_of(const DrawList& list, const Look& look, MeshCache& meshes) {
  std::vector<Body3d> bodies;
  for (const Figure& figure : list.figures)
    if (figure.mesh)
      bodies.push_back({.mesh = &meshes.of(figure.mesh),
                        .palette = figure.pose.bone,
                        .tint = linear(figure.tint),
                        .kind = kind_of(figure.tint.a, figure.glass)});
  for (const Solid& solid : list.solids)
    if (solid.mesh) bodies.push_back(body_of(solid, meshes));
  if (list.ground.shown && list.ground.belt)
    for (const Solid& part : treadmill(look, list.camera)) bodies.push_back(body_of(part, meshes));
  return bodies;
}

/// Ghosts cast no shadow: they are a comparison, not there. Nor does glass.
glm::mat4 light_view_of(const std::vector<Body3d>& bodies, const PictureState& picture, int map_px) {
  std::vector<Ball> balls;
  for (const Body3d& body : bodies) {
    if (body.kind != BodyKind::opaque) continue;
    for (const Ball& ball : moved(body.mesh->balls, Pose{body.palette}, picture.tilt)) balls.push_back(ball);
  }
  if (const Ball tubes = ball_around(picture.list.tubes, picture.tilt); tubes.radius_m >= 0.0F) balls.push_back(tubes);
  return light_view(balls, picture.look.towards_light, map_px);
}

tl::expected<void, Diagnostic> fit_target(std::optional<Target>& target, const PictureSize& size, int samples) {
  if (target && target->size() == size) return {};
  target.reset();
  auto made = Target::make(size, samples);
  if (!made) return tl::unexpected(driver_fault(made.error()));
  target.emplace(std::move(*made));
  return {};
}

tl::expected<Programs, Diagnostic> load_programs(bool fine) {
  Programs made;
  const struct {
    Program Programs::*which;
    const char *vertex, *fragment;
  } files[] = {
      {&Programs::figure, "figure.vert", "figure.frag"},    {&Programs::figure_depth, "depth.vert", "depth.frag"},
      {&Programs::body_depth, "figure.vert", "depth.frag"}, {&Programs::ghost, "figure.vert", "ghost.frag"},
      {&Programs::tube, "tube.vert", "tube.frag"},          {&Programs::tube_depth, "tube.vert", "depth.frag"},
      {&Programs::ground, "ground.vert", "ground.frag"},    {&Programs::sky, "sky.vert", "sky.frag"},
      {&Programs::flat, "flat.vert", "flat.frag"},          {&Programs::smooth, "smooth.vert", "smooth.frag"}};
  for (const auto& file : files) {
    auto program = Program::load(file.vertex, file.fragment, fine);
    if (!program) return tl::unexpected(program.error());
    made.*file.which = std::move(*program);
  }
  return made;
}

/// What a panel library may have left switched on.
void reset_state() {
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_STENCIL_TEST);
  glDisable(GL_BLEND);
  glDisable(GL_FRAMEBUFFER_SRGB);
  glEnable(GL_MULTISAMPLE);
  glEnable(GL_DEPTH_TEST);
  glEnable(GL_CULL_FACE);
  glCullFace(GL_BACK);
  glFrontFace(GL_CCW);
  glDepthFunc(GL_LEQUAL);
  glDepthMask(GL_TRUE);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
}

}  // namespace

Quality moving_quality(bool software) {
  return software ? Quality{.samples = 0, .shadow_px = 512, .fine = false} : Quality{};
}

Quality still_quality() { return {.samples = 4, .shadow_px = 2048, .fine = true}; }

Renderer::Renderer(std::unique_ptr<RendererParts> parts) : parts_(std::move(parts)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

tl::expected<Renderer, Diagnostic> Renderer::make(const Quality& quality) {
  auto programs = load_programs(quality.fine);
  if (!programs) return tl::unexpected(programs.error());
  // The inset is small: half the map is as fine for it.
  auto map = ShadowMap::make(quality.shadow_px), inset_map = ShadowMap::make(std::max(1, quality.shadow_px / 2));
  if (!map || !inset_map) return tl::unexpected(driver_fault(map ? inset_map.error() : map.error()));
  std::array<ShadowMap, 2> maps{std::move(*map), std::move(*inset_map)};
  return Renderer(std::make_unique<RendererParts>(quality, std::move(*programs), std::move(maps)));
}

tl::expected<void, Diagnostic> Renderer::draw(const DrawList& list, const Look& look, const PictureSize& size,
                                              PictureSlot slot) {
  if (size.width <= 0 || size.height <= 0) return {};
  auto& target = parts_->targets[static_cast<std::size_t>(slot)];
  if (auto fits = fit_target(target, size, parts_->quality.samples); !fits) return fits;
  parts_->target = &*target;
  parts_->shadow_map = &parts_->shadow_maps[static_cast<std::size_t>(slot)];
  parts_->meshes.drop_unused();
  const std::vector<Body3d> bodies = bodies_of(list, look, parts_->meshes);
  PictureState picture{list, look, size, tilt_of(list.ground), view_projection(list.camera, size), glm::mat4(1.0F)};
  picture.light_view = light_view_of(bodies, picture, parts_->shadow_map->size_px());
  reset_state();
  parts_->upload_tubes(list);
  parts_->shadow_pass(picture, bodies);
  parts_->target->bind();
  glClear(GL_DEPTH_BUFFER_BIT);  // the sky fills what the rest leaves
  parts_->body_pass(picture, bodies);
  parts_->tube_pass(picture);
  if (list.ground.shown) parts_->ground_pass(picture, bodies);
  parts_->sky_pass(picture);
  parts_->patch_pass(picture);
  parts_->ghost_pass(picture, bodies);
  parts_->glass_pass(picture, bodies);
  parts_->stroke_pass(picture);
  parts_->target->resolve();
  if (parts_->target->samples() == 0) parts_->smooth_pass(picture, bodies);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  return {};
}

void Renderer::show() const {
  if (const auto& target = parts_->targets.front()) target->copy_to_window();
}

unsigned Renderer::texture(PictureSlot slot) const {
  const auto& target = parts_->targets[static_cast<std::size_t>(slot)];
  return target ? target->picture() : 0U;
}

std::vector<std::uint8_t> Renderer::pixels(PictureSlot slot) const {
  const auto& target = parts_->targets[static_cast<std::size_t>(slot)];
  return target ? target->pixels() : std::vector<std::uint8_t>();
}

void Renderer::finish() const { glFinish(); }

}  // namespace stridelab::view
