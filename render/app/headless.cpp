#include "render/app/headless.h"

#include "render/app/baseline_choice.h"
#include "render/app/frame_times.h"
#include "render/app/picture_file.h"
#include "render/app/recorder.h"
#include "render/app/show.h"
#include "render/app/stage_clock.h"
#include "render/app/start_time.h"
#include "render/app/target.h"

namespace stridelab::view {
namespace {

/// Everything that a picture needs.
struct Stage {
  const Options& options;
  std::unique_ptr<ViewModel> model;
  std::unique_ptr<Show> show;
};

UiState state_of(const Options& options) {
  UiState ui;
  ui.choices.show_notice = options.notice;
  ui.scale = options.scale.value_or(1.0F);
  ui.choices.panels_open = options.panel.has_value();
  ui.choices.panel = options.panel.value_or(first_panel);
  ui.choices.column = Column::more;
  ui.choices.shown = with_changes(ui.choices.shown, options);
  return ui;
}

/// With the answer to the form final, so that every picture is of it.
tl::expected<std::unique_ptr<ViewModel>, Fault> settled_model(const std::filesystem::path& scenario,
                                                              const Options& options) {
  auto model = ViewModel::open(scenario, options.overrides);
  if (!model) return fault(ViewExit::invalid_input, model.error());
  if (auto chosen = choose_baseline(**model, scenario, options); !chosen) return tl::unexpected(chosen.error());
  (*model)->settle();
  if ((*model)->b() == nullptr) return fault(ViewExit::no_feasible_gait, (*model)->message());
  return std::move(*model);
}

tl::expected<Stage, Fault> stage_of(const std::filesystem::path& scenario, const Options& options) {
  auto model = settled_model(scenario, options);
  if (!model) return tl::unexpected(model.error());
  ShowSetup setup;
  setup.size = options.picture_size();
  setup.camera = options.camera.value_or(CameraPreset::side);
  setup.samples = options.samples;
  setup.moving = options.frame_times > 0;
  auto show = Show::open(setup, **model, state_of(options));
  if (!show) return tl::unexpected(show.error());
  return Stage{options, std::move(*model), std::move(*show)};
}

/// The panels find their sizes over the first pictures.
Done let_settle(const Stage& stage) {
  constexpr int pictures = 6;
  for (int i = 0; i < pictures; ++i)
    if (auto drawn = stage.show->draw(1.0 / 60.0); !drawn) return drawn;
  // What the panels asked for in the background is in the picture, too.
  stage.model->wait_for_background();
  return stage.show->draw(1.0 / 60.0);
}

Done screenshot(const Stage& stage) {
  StageClock clock(*stage.model, stage.options);
  if (auto there = clock.go_to_start(); !there) return there;
  if (auto settled = let_settle(stage); !settled) return settled;
  if (auto written = write_png(stage.options.screenshot, stage.show->size(), stage.show->pixels()); !written)
    return fault(ViewExit::unwritable_output, written.error());
  return {};
}

Done record(const Stage& stage) {
  const Options& options = stage.options;
  auto recorder = open_record(options.record, stage.show->size(), options.fps);
  if (!recorder) return fault(ViewExit::unwritable_output, recorder.error());
  StageClock clock(*stage.model, options);
  if (auto there = clock.go_to_start(); !there) return there;
  if (auto settled = let_settle(stage); !settled) return settled;
  stage.show->in_motion = true;
  for (long i = 0; i < pictures_of(options); ++i) {
    if (i == 1) clock.start_record();  // the first picture is of the start
    if (auto drawn = stage.show->draw(1.0 / options.fps); !drawn) return drawn;
    if (auto taken = (*recorder)->add(stage.show->pixels()); !taken)
      return fault(ViewExit::unwritable_output, taken.error());
    if (auto passed = clock.step(); !passed) return passed;
  }
  if (auto complete = (*recorder)->finish(); !complete) return fault(ViewExit::unwritable_output, complete.error());
  return {};
}

}  // namespace

Done run_headless(const std::filesystem::path& scenario, const Options& options, std::ostream& out) {
  if (auto good = check_target(scenario, options); !good) return good;
  auto stage = stage_of(scenario, options);
  if (!stage) return tl::unexpected(stage.error());
  Done done;
  if (options.frame_times > 0) {
    done = measure_frame_times(*stage->show, options, out);
  } else {
    done = options.record.empty() ? screenshot(*stage) : record(*stage);
  }
  if (done && !stage->show->faults().empty()) return fault(ViewExit::invalid_input, stage->show->faults());
  return done;
}

}  // namespace stridelab::view
