#include "render/gl/renderer.h"

#include <utility>

#include "render/gl/colours.h"
#include "render/gl/renderer_parts.h"

namespace stridelab::view {
namespace {

Diagnostic driver_fault(const std::string& message) {
  Diagnostic fault;
  fault.file = "OpenGL";
  fault.message = message;
  return fault;
}

std::vector<Body3d> bodies_of(const DrawList& list, MeshCache& meshes) {
  std::vector<Body3d> bodies;
  for (const Figure& figure : list.figures)
    if (figure.mesh) bodies.push_back({&meshes.of(figure.mesh), figure.pose.bone, linear(figure.tint)});
  for (const Solid& solid : list.solids) {
    if (!solid.mesh) continue;
    Body3d body{&meshes.of(solid.mesh), {}, glm::vec4(1.0F, 1.0F, 1.0F, solid.colour.a)};
    body.palette.fill(solid.world);
    body.paint = glm::vec4(linear(glm::vec3(solid.colour)), 1.0F);
    bodies.push_back(body);
  }
  return bodies;
}

/// Ghosts cast no shadow: they are a comparison, not there.
glm::mat4 light_view_of(const std::vector<Body3d>& bodies, const PictureState& picture, int map_px) {
  std::vector<Ball> balls;
  for (const Body3d& body : bodies) {
    if (body.is_ghost()) continue;
    for (const Ball& ball : moved(body.mesh->balls, Pose{body.palette}, picture.tilt)) balls.push_back(ball);
  }
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

Renderer::Renderer(std::unique_ptr<RendererParts> parts) : parts_(std::move(parts)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

tl::expected<Renderer, Diagnostic> Renderer::make(const Quality& quality) {
  auto figure = Program::load("figure.vert", "figure.frag");
  auto depth = Program::load("depth.vert", "depth.frag");
  auto ground = Program::load("ground.vert", "ground.frag");
  auto sky = Program::load("sky.vert", "sky.frag");
  auto flat = Program::load("flat.vert", "flat.frag");
  auto smooth = Program::load("smooth.vert", "smooth.frag");
  for (const auto* program : {&figure, &depth, &ground, &sky, &flat, &smooth})
    if (!*program) return tl::unexpected(program->error());
  auto map = ShadowMap::make(quality.shadow_px);
  if (!map) return tl::unexpected(driver_fault(map.error()));
  return Renderer(std::make_unique<RendererParts>(quality, std::move(*figure), std::move(*depth), std::move(*ground),
                                                  std::move(*sky), std::move(*flat), std::move(*smooth),
                                                  std::move(*map)));
}

tl::expected<void, Diagnostic> Renderer::draw(const DrawList& list, const Look& look, const PictureSize& size,
                                              PictureSlot slot) {
  if (size.width <= 0 || size.height <= 0) return {};
  auto& target = parts_->targets[static_cast<std::size_t>(slot)];
  if (auto fits = fit_target(target, size, parts_->quality.samples); !fits) return fits;
  parts_->target = &*target;
  parts_->meshes.drop_unused();
  const std::vector<Body3d> bodies = bodies_of(list, parts_->meshes);
  PictureState picture{list, look, size, tilt_of(list.ground), view_projection(list.camera, size), glm::mat4(1.0F)};
  picture.light_view = light_view_of(bodies, picture, parts_->quality.shadow_px);
  reset_state();
  parts_->shadow_pass(picture, bodies);
  parts_->target->bind();
  glClear(GL_DEPTH_BUFFER_BIT);  // the sky fills what the rest leaves
  parts_->body_pass(picture, bodies);
  parts_->ground_pass(picture, bodies);
  parts_->sky_pass(picture);
  parts_->patch_pass(picture);
  parts_->ghost_pass(bodies);
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

std::vector<std::uint8_t> Renderer::pixels() const {
  const auto& target = parts_->targets.front();
  return target ? target->pixels() : std::vector<std::uint8_t>();
}

void Renderer::finish() const { glFinish(); }

}  // namespace stridelab::view
