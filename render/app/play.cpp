#include "render/app/play.h"

#include <chrono>

#include "render/app/show.h"

namespace stridelab::view {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

UiState state_of(const Options& options) {
  UiState ui;
  ui.panel = options.panel.value_or(ui.panel);
  ui.shown = with_changes(ui.shown, options);
  return ui;
}

}  // namespace

Done play(const std::filesystem::path& scenario, const Options& options, std::ostream& /*out*/, std::ostream& /*err*/) {
  auto model = ViewModel::open(scenario, options.overrides);
  if (!model) return fault(ViewExit::invalid_input, model.error());
  ShowSetup setup{options.picture_size(), Window::Visible::yes, options.camera.value_or(CameraPreset::side),
                  options.samples, true};
  auto opened = Show::open(setup, **model, state_of(options));
  if (!opened) return tl::unexpected(opened.error());
  Show& show = **opened;
  if (const float scale = options.scale.value_or(show.window.content_scale()); scale != show.ui.scale)
    if (auto done = show.rescale(scale); !done) return done;
  auto last = Clock::now();
  while (!show.window.should_close() && !show.ui.quit) {
    const PictureSize size = show.size();
    if (size.width <= 0 || size.height <= 0) {
      show.window.wait(0.1);
      continue;
    }
    const double passed_s = seconds_since(last);
    last = Clock::now();
    if (auto drawn = show.draw(std::max(passed_s, 1e-4)); !drawn) return drawn;
    show.window.swap();
  }
  return {};
}

}  // namespace stridelab::view
