#include "render/app/play.h"

#include <fmt/format.h>

#include <cmath>

#include "render/app/baseline_choice.h"
#include "render/app/pace.h"
#include "render/app/settings.h"
#include "render/app/show.h"
#include "render/app/start_time.h"
#include "render/app/stop_signals.h"
#include "render/app/waker.h"
#include "render/app/wishes.h"
#include "render/ui/own_files.h"

namespace stridelab::view {
namespace {

/// Closed before the window goes, on any way out.
class OpenWaker {
 public:
  explicit OpenWaker(Waker& waker) : waker_(waker) { waker_.open(); }
  ~OpenWaker() { waker_.close(); }
  OpenWaker(const OpenWaker&) = delete;
  OpenWaker& operator=(const OpenWaker&) = delete;

 private:
  Waker& waker_;
};

/// What the last session left, with what the command line says on top.
ViewSettings settings_for(const Options& options, std::ostream& err) {
  ViewSettings settings;
  if (const auto file = settings_file(); !options.no_settings && !file.empty()) settings = read_settings(file, err);
  settings.panel = options.panel.value_or(settings.panel);
  settings.camera = options.camera.value_or(settings.camera);
  settings.shown = with_changes(settings.shown, options);
  if (options.live) settings.source = Source::live;
  if (options.notice) settings.notice_seen = false;
  return settings;
}

ViewSettings settings_of(const Show& show, ViewSettings before) {
  const WindowPlace place = show.window.place();
  // A maximised window keeps the place it goes back to.
  if (!place.maximised || !before.window) before.window = place;
  before.window->maximised = place.maximised;
  before.panel = show.ui.choices.panel;
  before.camera = show.rig.nearest();
  before.shown = show.ui.choices.shown;
  before.source = show.model.source();
  before.rate = show.model.playback.rate();
  before.units = show.ui.choices.units;
  before.recent = show.ui.choices.recent;
  before.notice_seen = before.notice_seen || !show.ui.choices.show_notice;
  return before;
}

UiState state_of(const ViewSettings& settings) {
  UiState ui;
  ui.choices.panel = settings.panel;
  ui.choices.shown = settings.shown;
  ui.choices.recent = settings.recent;
  ui.choices.units = settings.units;
  ui.choices.show_notice = !settings.notice_seen;
  return ui;
}

Done fit_scale(Show& show, const Options& options) {
  const float scale = options.scale.value_or(show.window.content_scale());
  return scale == show.ui.scale ? Done() : show.rescale(scale);
}

void begin(ViewModel& model, const ViewSettings& settings, const Options& options) {
  model.playback.set_rate(settings.rate);
  if (options.at_s != 0.0 || options.at_event) {
    model.settle();
    if (const ShownRun* run = model.b(); run != nullptr && options.at_event)
      model.playback.jump(run->events, *options.at_event);
    else if (run != nullptr)
      model.playback.scrub(options.at_s / run->stride().period_s());
    model.playback.play(!options.at_event);
  }
  model.show(options.at_event ? Source::stride : settings.source);
}

/// Says once when the window and when the runner were first seen; that is all that is wanted then.
class StartTime {
 public:
  StartTime(bool wanted, std::ostream& out) : wanted_(wanted), out_(out) {}

  [[nodiscard]] bool said() const { return said_; }

  void picture_shown(bool with_runner) {
    if (wanted_ && !window_s_) window_s_ = seconds_since_start();
    if (!wanted_ || !with_runner) return;
    wanted_ = false;
    said_ = true;
    out_ << fmt::format("first picture after {:.2f} s, with the runner after {:.2f} s\n", window_s_.value_or(NAN),
                        seconds_since_start().value_or(NAN))
         << std::flush;
  }

 private:
  bool wanted_, said_ = false;
  std::ostream& out_;
  std::optional<double> window_s_;
};

/// A figure that cannot be made is said so, and no longer asked for.
void give_up_anatomy(UiState& ui, const Diagnostics& faults) {
  if (faults.empty() || !ui.choices.shown.anatomy) return;
  ui.choices.shown.anatomy = false;
  ui.status.said = to_text(faults);
  ui.status.said_fault = true;
}

/// Takes answers only, a few times a second.
void rest_unseen(Show& show) {
  show.model.hide(true);
  show.window.wait(0.5);
  if (!show.window.minimised()) show.model.hide(false);
}

Done loop(Show& show, const Options& options, std::ostream& out) {
  Wishes wishes(show);
  Pace pace;
  const StopSignals stop;
  StartTime start(options.start_time, out);
  while (!show.window.should_close() && !show.ui.requests.quit && !stop.asked() && !start.said()) {
    const double passed_s = pace.passed_s();
    if (show.window.minimised()) {
      rest_unseen(show);
      continue;
    }
    if (auto fits = fit_scale(show, options); !fits) return fits;
    if (auto drawn = show.draw(passed_s); !drawn) return drawn;
    wishes.take(passed_s);
    show.window.name(title_of(show.model));
    show.window.swap();
    start.picture_shown(show.shows_runner());
    give_up_anatomy(show.ui, show.faults());
    pace.wait(show.window, moves_by_itself(show));
  }
  return {};
}

}  // namespace

Done play(const std::filesystem::path& scenario, const Options& options, std::ostream& out, std::ostream& err) {
  Waker wake;
  auto model = ViewModel::open(scenario, options.overrides, wake);
  if (!model) return fault(ViewExit::invalid_input, model.error());
  if (auto chosen = choose_baseline(**model, scenario, options); !chosen) return chosen;
  const ViewSettings settings = settings_for(options, err);
  ShowSetup setup;
  setup.size = options.picture_size();
  setup.camera = settings.camera;
  setup.samples = options.samples;
  auto show = Show::open(setup, **model, state_of(settings));
  if (!show) return tl::unexpected(show.error());
  const OpenWaker open(wake);
  if (settings.window && !options.size) (*show)->window.put(*settings.window);
  (*show)->window.show(settings.window && settings.window->maximised && !options.size);
  begin(**model, settings, options);
  const Done done = loop(**show, options, out);
  if (options.no_settings || settings_file().empty()) return done;
  if (const auto kept = write_settings(settings_file(), settings_of(**show, settings)); !kept)
    err << "warning: the settings were not kept: " << kept.error() << "\n";
  return done;
}

}  // namespace stridelab::view
