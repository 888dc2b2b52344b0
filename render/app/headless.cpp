#include "render/app/headless.h"

#include "render/app/picture_file.h"
#include "render/app/show.h"

namespace stridelab::view {
namespace {

/// Everything that a picture needs, its answer final.
struct Stage {
  const Options& options;
  std::unique_ptr<ViewModel> model;
  std::unique_ptr<Show> show;
};

UiState state_of(const Options& options) {
  UiState ui;
  ui.show_notice = false;
  ui.scale = options.scale.value_or(1.0F);
  ui.panel = options.panel.value_or(Panel::trade_off);
  ui.shown = with_changes(ui.shown, options);
  return ui;
}

tl::expected<Stage, Fault> stage_of(const std::filesystem::path& scenario, const Options& options) {
  auto model = ViewModel::open(scenario, options.overrides);
  if (!model) return fault(ViewExit::invalid_input, model.error());
  ViewModel& opened = **model;
  opened.settle();
  if (opened.b() == nullptr) return fault(ViewExit::no_feasible_gait, opened.message());
  opened.playback.scrub(options.at_s / opened.b()->stride().period_s());
  ShowSetup setup;
  setup.size = options.picture_size();
  setup.camera = options.camera.value_or(CameraPreset::side);
  setup.samples = options.samples;
  setup.moving = options.frame_times > 0;
  auto show = Show::open(setup, opened, state_of(options));
  if (!show) return tl::unexpected(show.error());
  return Stage{options, std::move(*model), std::move(*show)};
}

Done screenshot(Stage& stage) {
  Show& show = *stage.show;
  constexpr int frames_to_settle = 4;  // the panels find their sizes over the first ones
  const bool panels = stage.options.panel.has_value();
  for (int frame = 0; frame < (panels ? frames_to_settle : 1); ++frame)
    if (auto drawn = panels ? show.draw(1.0 / 60.0) : show.draw_alone(); !drawn) return drawn;
  const auto pixels = panels ? show.pixels() : show.pixels_alone();
  if (auto written = write_png(stage.options.screenshot, show.size(), pixels); !written)
    return fault(ViewExit::unwritable_output, written.error());
  return {};
}

}  // namespace

Done run_headless(const std::filesystem::path& scenario, const Options& options, std::ostream& /*out*/) {
  auto stage = stage_of(scenario, options);
  if (!stage) return tl::unexpected(stage.error());
  return screenshot(*stage);
}

}  // namespace stridelab::view
