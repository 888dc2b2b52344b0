#include "render/app/panel_show.h"

#include <cmath>

#include "core/diagnostics.h"
#include "render/app/picture_file.h"
#include "render/app/window.h"
#include "render/gl/renderer.h"
#include "render/gl/window_picture.h"
#include "render/scene/picture.h"
#include "render/ui/window_ui.h"

namespace stridelab::view {
namespace {

/// A figure whose skin is made anew only when the body changes.
class FittedRunner {
 public:
  const DrawnRunner& of(const Body& body) {
    if (!drawn_ || drawn_->skeleton.body != body) drawn_ = drawn_runner(body);
    return *drawn_;
  }

 private:
  std::optional<DrawnRunner> drawn_;
};

/// The renderer goes before the panels, and both before the window whose context they live in.
struct PanelShow {
  const Options& options;
  ViewModel& model;
  Window window;
  WindowUi panels;
  Renderer renderer;
  UiState ui;
  FittedRunner runner, ghost;

  DrawList picture(float aspect) {
    DrawList list;
    const ShownRun* b = model.b();
    if (b == nullptr) return list;
    const Stride& stride = b->stride();
    const StrideSample sample = stride.at(model.playback.phase());
    list.camera = preset_camera(options.camera, stride.body().height_m, sample, aspect);
    list.ground.slope_rad = static_cast<float>(stride.form().slope_rad);
    list.ground.travelled_m =
        static_cast<float>(stride.form().speed_m_s * stride.period_s() * model.playback.strides());
    list.ground.belt = b->question.inputs.surface == "treadmill";
    add_runner(list, runner.of(stride.body()), sample, {.frontal_line = options.camera == CameraPreset::front});
    if (const ShownRun* a = model.a(); a != nullptr && a->question.inputs != b->question.inputs)
      add_ghost(list, ghost.of(a->stride().body()), a->stride().at(model.playback.phase()));
    return list;
  }

  Done draw(const PictureSize& size) {
    panels.begin(ui, model);
    const PictureSize figure{static_cast<int>(std::lround(ui.viewport.width())),
                             static_cast<int>(std::lround(ui.viewport.height()))};
    if (figure.width > 0 && figure.height > 0) {
      const auto drawn = renderer.draw(picture(figure.aspect()), options.dark ? dark_look() : light_look(), figure);
      if (!drawn) return tl::unexpected(Fault{ViewExit::no_graphics, to_text(drawn.error())});
      panels.figure(renderer.texture(), ui.viewport);
    }
    begin_window_picture(size);
    panels.end();
    return {};
  }

  Done play() {
    while (!window.should_close()) {
      const PictureSize size = window.pixels();
      if (size.width <= 0 || size.height <= 0) {
        window.wait(0.1);
        continue;
      }
      if (auto drawn = draw(size); !drawn) return drawn;
      window.swap();
    }
    return {};
  }

  /// Panels settle their sizes over the first frames.
  Done screenshot() {
    model.settle();
    if (model.b() != nullptr) model.playback.scrub(options.at_s / model.b()->stride().period_s());
    for (int frame = 0; frame < 4; ++frame)
      if (auto drawn = draw(options.size); !drawn) return drawn;
    if (auto written = write_png(options.screenshot, options.size, window_pixels(options.size)); !written)
      return tl::unexpected(Fault{ViewExit::unwritable_output, "error: " + written.error() + "\n"});
    return {};
  }
};

Fault no_graphics(const std::string& text) { return {ViewExit::no_graphics, "error: " + text + "\n"}; }

}  // namespace

Done show_with_panels(const std::filesystem::path& scenario, const Options& options) {
  auto model = ViewModel::open(scenario, options.overrides);
  if (!model) return tl::unexpected(Fault{ViewExit::invalid_input, to_text(model.error())});
  const bool hidden = !options.screenshot.empty();
  auto window = Window::open(options.size, hidden ? Window::Visible::no : Window::Visible::yes);
  if (!window) return tl::unexpected(no_graphics(window.error()));
  UiState ui;
  ui.show_notice = !hidden;
  ui.panel = options.panel.value_or(Panel::trade_off);
  auto panels = WindowUi::make(window->handle(), ui);
  if (!panels) return tl::unexpected(no_graphics(panels.error()));
  const bool smooth = hidden || !window->driver().software;
  auto renderer = Renderer::make({.samples = options.samples.value_or(smooth ? 4 : 0)});
  if (!renderer) return tl::unexpected(Fault{ViewExit::no_graphics, to_text(renderer.error())});
  PanelShow show{options, **model, std::move(*window), std::move(*panels), std::move(*renderer), ui, {}, {}};
  return hidden ? show.screenshot() : show.play();
}

}  // namespace stridelab::view
