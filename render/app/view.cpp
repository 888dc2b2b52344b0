#include "render/app/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "core/diagnostics.h"
#include "render/app/first_scenario.h"
#include "render/app/options.h"
#include "render/app/panel_show.h"
#include "render/app/picture_file.h"
#include "render/app/stage.h"
#include "render/app/window.h"
#include "render/gl/renderer.h"

namespace stridelab::view {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

tl::expected<std::filesystem::path, Fault> file_of(const Options& options) {
  if (!options.scenario.empty()) return options.scenario;
  const auto first = first_scenario();
  if (!first) return tl::unexpected(Fault{ViewExit::invalid_input, to_text(first.error())});
  return *first;
}

tl::expected<Scenario, Fault> scenario_of(const std::filesystem::path& file, const Options& options) {
  auto scenario = read_scenario(file, options.overrides);
  if (!scenario) return tl::unexpected(Fault{ViewExit::invalid_input, to_text(scenario.error())});
  return std::move(*scenario);
}

Fault graphics_fault(const Diagnostic& fault) { return {ViewExit::no_graphics, to_text(fault)}; }

/// What is shown and what shows it. The renderer goes before the window whose context it lives in.
struct Show {
  const Options& options;
  const Stage& stage;
  Window window;
  Renderer renderer;

  Done draw(double at_s, const PictureSize& size) {
    // A minimised window has no size; a camera needs one.
    const float aspect = size.height > 0 ? size.aspect() : 1.0F;
    const DrawList list = stage.picture(at_s, options.camera, aspect);
    if (auto drawn = renderer.draw(list, options.dark ? dark_look() : light_look(), size); !drawn)
      return tl::unexpected(graphics_fault(drawn.error()));
    return {};
  }
};

Done write_screenshot(Show& show) {
  if (auto drawn = show.draw(show.options.at_s, show.options.size); !drawn) return drawn;
  if (auto written = write_png(show.options.screenshot, show.options.size, show.renderer.pixels()); !written)
    return tl::unexpected(Fault{ViewExit::unwritable_output, "error: " + written.error() + "\n"});
  return {};
}

/// Draws a stride at 60 pictures per simulated second and says how long each took.
Done measure(Show& show, std::ostream& out) {
  std::vector<double> times_ms;
  for (int i = -3; i < show.options.frame_times; ++i) {  // the first ones fill the caches of the driver
    const auto start = Clock::now();
    if (auto drawn = show.draw(show.options.at_s + i / 60.0, show.options.size); !drawn) return drawn;
    show.renderer.show();
    show.renderer.finish();
    if (i >= 0) times_ms.push_back(seconds_since(start) * 1e3);
  }
  std::sort(times_ms.begin(), times_ms.end());
  const double median = times_ms[times_ms.size() / 2], slow = times_ms[times_ms.size() * 95 / 100];
  out << fmt::format("{} pictures of {} x {}: median {:.2f} ms ({:.0f} per second), 95 % within {:.2f} ms; {}\n",
                     times_ms.size(), show.options.size.width, show.options.size.height, median, 1e3 / median, slow,
                     show.window.driver().text);
  return {};
}

/// A picture to keep is worth the time.
int samples_for(const Options& options, const Driver& driver) {
  const bool moving = options.screenshot.empty();
  return options.samples.value_or(moving && driver.software ? 0 : 4);
}

Done show_scenario(const Options& options, std::ostream& out) {
  const auto file = file_of(options);
  if (!file) return tl::unexpected(file.error());
  const bool figure_alone = options.frame_times > 0 || (!options.screenshot.empty() && !options.panel);
  if (!figure_alone) return show_with_panels(*file, options);
  const auto scenario = scenario_of(*file, options);
  if (!scenario) return tl::unexpected(scenario.error());
  const auto stage = Stage::of(*scenario, options.ghost ? Stage::Ghost::base : Stage::Ghost::none);
  if (!stage) return tl::unexpected(Fault{ViewExit::no_feasible_gait, "error: " + stage.error().text() + "\n"});
  auto window = Window::open(options.size, Window::Visible::no);
  if (!window) return tl::unexpected(Fault{ViewExit::no_graphics, "error: " + window.error() + "\n"});
  auto renderer = Renderer::make({.samples = samples_for(options, window->driver())});
  if (!renderer) return tl::unexpected(graphics_fault(renderer.error()));
  Show show{options, *stage, std::move(*window), std::move(*renderer)};
  if (options.frame_times > 0) return measure(show, out);
  return write_screenshot(show);
}

}  // namespace

int run_view(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto options = read_options(arguments);
  if (!options) {
    (options.error().exit_code == 0 ? out : err) << options.error().message;
    return options.error().exit_code;
  }
  const Done done = show_scenario(*options, out);
  if (done) return to_int(ViewExit::done);
  err << done.error().text;
  return to_int(done.error().code);
}

}  // namespace stridelab::view
