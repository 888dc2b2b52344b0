#include "render/app/show.h"

#include <algorithm>
#include <cmath>

#include "render/gl/window_picture.h"
#include "render/scene/overlays.h"
#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

PictureSize pixels_of(const Rect& place, float density) {
  return {static_cast<int>(std::lround(place.width() * density)),
          static_cast<int>(std::lround(place.height() * density))};
}

/// The same view from further right, so that what it shows lies this much further left.
Camera moved_aside(Camera camera, float pixels, const PictureSize& size) {
  const glm::vec3 ahead = camera.target_m - camera.eye_m;
  const glm::vec3 right = glm::normalize(glm::cross(ahead, camera.up));
  const float height_m = 2.0F * std::tan(camera.field_of_view_rad * 0.5F) * glm::length(ahead);
  const glm::vec3 by_m = right * (pixels * height_m / static_cast<float>(size.height));
  camera.eye_m += by_m;
  camera.target_m += by_m;
  return camera;
}

/// The labels of a picture where they lie in the window.
std::vector<PlacedLabel> placed_labels(const DrawList& list, const PictureSize& size, const Rect& place,
                                       float density) {
  const glm::mat4 to_clip = world_to_clip(list, size);
  std::vector<PlacedLabel> labels;
  for (const Label& label : list.labels)
    if (const auto pixel = pixel_of(label.at_m, to_clip, size))
      labels.push_back({glm::vec2(place.x0, place.y0) + *pixel / density, label.text, label.colour});
  return labels;
}

bool sees(const Patch& patch, const glm::mat4& to_clip, const PictureSize& size) {
  return std::any_of(patch.outline_m.begin(), patch.outline_m.end(), [&](const glm::vec3& point_m) {
    const auto pixel = pixel_of(point_m, to_clip, size);
    return pixel && pixel->x >= 0.0F && pixel->y >= 0.0F && pixel->x < static_cast<float>(size.width) &&
           pixel->y < static_cast<float>(size.height);
  });
}

bool empty(const PictureSize& size) { return size.width <= 0 || size.height <= 0; }

}  // namespace

tl::expected<std::unique_ptr<Show>, Fault> Show::open(const ShowSetup& setup, ViewModel& model, const UiState& ui) {
  auto window = Window::open(setup.size);
  if (!window) return fault(ViewExit::no_graphics, window.error());
  auto panels = WindowUi::make(window->handle(), ui);
  if (!panels) return fault(ViewExit::no_graphics, panels.error());
  Quality quality = setup.moving ? moving_quality(window->driver().software) : still_quality();
  quality.samples = setup.samples.value_or(quality.samples);
  auto renderer = Renderer::make(quality);
  if (!renderer) return fault(ViewExit::no_graphics, renderer.error());
  return std::unique_ptr<Show>(
      new Show(model, ui, std::move(*window), std::move(*panels), std::move(*renderer), setup));
}

Show::Show(ViewModel& shown, const UiState& state, Window opened, WindowUi panels, Renderer renderer,
           const ShowSetup& setup)
    : model(shown),
      ui(state),
      rig(setup.camera),
      window(std::move(opened)),
      panels_(std::move(panels)),
      renderer_(std::move(renderer)),
      maker_(setup.moving ? Patience::none : Patience::all_day) {}

std::optional<Moment> Show::moment() const {
  auto now = model.moment();
  if (now && in_motion) now->still = false;
  return now;
}

Done Show::draw(double dt_s) {
  const PictureSize surface = window.pixels();
  const float density = window.pixels_per_unit();
  model.pass(dt_s);
  move_camera(dt_s, density);
  // The pictures come before the panels, so that labels and figure are of one instant; the place left free for them is
  // that of the last frame.
  const auto now = moment();
  const bool drawn = now && !empty(pixels_of(ui.placed.viewport, density));
  if (drawn)
    if (auto done = draw_pictures(*now, density); !done) return done;
  panels_.begin(ui, model, dt_s);
  if (drawn) panels_.figure(renderer_.texture(), ui.placed.viewport);
  if (drawn && close_up_drawn_) panels_.figure(renderer_.texture(PictureSlot::inset), ui.placed.inset);
  begin_window_picture(surface);
  panels_.end();
  return {};
}

/// The trunk of a runner of the forward run can be pushed.
std::optional<Grip> Show::grip_of(const Moment& now, const DrawList& list, const PictureSize& size,
                                  float density) const {
  if (now.source != Source::live || model.fallen()) return std::nullopt;
  const glm::mat4 to_clip = world_to_clip(list, size);
  const Vec3 up(0.0, 0.35, 0.0);  // over the pelvis: most of the trunk
  const auto pelvis = pixel_of(to_glm(now.sample.pelvis_m), to_clip, size);
  const auto chest = pixel_of(to_glm(now.sample.pelvis_m + up), to_clip, size);
  if (!pelvis || !chest) return std::nullopt;
  const glm::vec2 origin(ui.placed.viewport.x0, ui.placed.viewport.y0);
  const glm::vec3 ahead = glm::normalize(list.camera.target_m - list.camera.eye_m);
  const glm::vec3 right = glm::normalize(glm::cross(ahead, list.camera.up));
  return Grip{origin + 0.5F * (*pelvis + *chest) / density, 0.6F * glm::distance(*pelvis, *chest) / density, right,
              glm::cross(right, ahead)};
}

void Show::move_camera(double dt_s, float density) {
  const CameraWish wish = std::exchange(ui.requests.camera, {});
  if (wish.preset) rig.move_to(*wish.preset);
  if (const auto now = moment()) {
    const CameraHand hand{wish.orbit_px * density, wish.pan_px * density, wish.zoom_notches};
    rig.drag(hand, camera_subject(*model.b(), *now), ui.placed.viewport.width() * density,
             ui.placed.viewport.height() * density);
  }
  rig.follow(ui.choices.shown.follow);
  rig.advance(dt_s);
  ui.status.nearest_preset = rig.nearest();
}

Done Show::draw_pictures(const Moment& now, float density) {
  const PictureSize size = pixels_of(ui.placed.viewport, density);
  DrawList list;
  if (auto done = draw_main(now, size, density, list); !done) return done;
  ui.status.grip = grip_of(now, list, size, density);
  ui.status.labels = placed_labels(list, size, ui.placed.viewport, density);
  explain_footprints(list, size);
  ui.status.force_scale = ui.choices.shown.force ? ForceScale{}.text() : std::string();
  return draw_close_up(now, density);
}

Done Show::draw_close_up(const Moment& now, float density) {
  close_up_drawn_ = false;
  ui.status.close_up_scale.reset();
  ui.status.close_up_beyond.reset();
  ui.status.inset_labels.clear();
  const PictureSize size = pixels_of(ui.placed.inset, density);
  if (!ui.choices.shown.close_up || empty(size)) return {};
  auto list = maker_.close_up(model, now, size.aspect());
  if (!list) return {};
  list->stroke_scale = ui.scale * density;
  const Look& look = ui.choices.shown.dark ? dark_look() : light_look();
  if (auto drawn = renderer_.draw(*list, look, size, PictureSlot::inset); !drawn)
    return fault(ViewExit::no_graphics, drawn.error());
  ui.status.close_up_scale = contact_stress_scale();
  ui.status.close_up_beyond = beyond_contact_scale_mpa(now.leg[0]);
  ui.status.inset_labels = placed_labels(*list, size, ui.placed.inset, density);
  close_up_drawn_ = true;
  return {};
}

Done Show::draw_main(const Moment& now, const PictureSize& size, float density, DrawList& list) {
  list = maker_.main(model, now, ui.choices.shown, rig.nearest());
  list.camera = rig.camera(camera_subject(*model.b(), now), size.aspect());
  // The close-up takes the right side: the runner makes a little room, not so much that the legend covers his feet.
  constexpr float room = 0.15F;
  if (ui.choices.shown.close_up) list.camera = moved_aside(list.camera, room * ui.placed.inset.width() * density, size);
  list.stroke_scale = ui.scale * window.pixels_per_unit();
  if (auto drawn = renderer_.draw(list, ui.choices.shown.dark ? dark_look() : light_look(), size); !drawn)
    return fault(ViewExit::no_graphics, drawn.error());
  runner_drawn_ = !list.figures.empty();
  return {};
}

void Show::explain_footprints(const DrawList& list, const PictureSize& size) {
  ui.status.footprint_scale.reset();
  ui.status.footprint_beyond.reset();
  const glm::mat4 to_clip = world_to_clip(list, size);
  if (std::none_of(list.patches.begin(), list.patches.end(),
                   [&](const Patch& print) { return sees(print, to_clip, size); }))
    return;
  ui.status.footprint_scale = PictureMaker::footprint_scale();
  const auto load = PictureMaker::footprint_load(*model.b());
  if (load && !ui.status.footprint_scale->covers(*load)) ui.status.footprint_beyond = load;
}

Done Show::draw_alone() {
  const auto now = moment();
  if (!now) return fault(ViewExit::no_feasible_gait, model.message());
  DrawList list;
  return draw_main(*now, size(), window.pixels_per_unit(), list);
}

std::vector<std::uint8_t> Show::pixels() const { return window_pixels(window.pixels()); }

Done Show::rescale(float scale) {
  ui.scale = scale;
  if (auto done = panels_.rescale(ui); !done) return fault(ViewExit::no_graphics, done.error());
  return {};
}

}  // namespace stridelab::view
