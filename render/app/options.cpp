#include "render/app/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>

#include "build_info.h"
#include "core/text.h"
#include "render/app/exit_code.h"

namespace stridelab::view {
namespace {

constexpr int least_px = 16, most_px = 8192;

constexpr std::string_view footer =
    "Examples:\n"
    "  stridelab-view scenarios/easy_run.toml --set cadence_percent=10\n"
    "  stridelab-view --screenshot front.png --camera front --at-s 0.1 --size 1920x1080\n\n"
    "Exit codes: 0 all well, 2 invalid input, 3 no feasible gait, 4 output cannot be written,\n"
    "64 wrong usage, 69 no display or graphics, 70 internal error.";

bool read_number(std::string_view text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= least_px && number <= most_px;
}

/// Empty when the text is a size, else what is wrong.
std::string read_size(const std::string& text, PictureSize& size) {
  const auto cross = text.find('x');
  const std::string_view all = text;
  const bool good = cross != std::string::npos && read_number(all.substr(0, cross), size.width) &&
                    read_number(all.substr(cross + 1), size.height);
  return good ? "" : fmt::format("{} is no size; give for example 1280x720, {} .. {} each", text, least_px, most_px);
}

std::string read_camera(const std::string& text, CameraPreset& camera) {
  const auto preset = camera_preset(text);
  if (!preset) return fmt::format("there is no camera '{}'; choose side, front, back or knee", text);
  camera = *preset;
  return {};
}

std::string read_time(double at_s) {
  return std::isfinite(at_s) && std::abs(at_s) <= 3600.0 ? "" : "the time must be within an hour";
}

NoOptions usage_fault(const std::string& message) {
  return {to_int(ViewExit::usage), "error: " + printable(message) + "\n  see: stridelab-view --help\n"};
}

}  // namespace

tl::expected<Options, NoOptions> read_options(std::span<const std::string> arguments) {
  CLI::App app("A runner in three dimensions, and what the knee bears.", "stridelab-view");
  app.set_version_flag("--version", fmt::format("stridelab-view {} ({})", build_info::version, build_info::git));
  app.footer(std::string(footer));
  Options o;
  const std::string png = "write a PNG of one picture instead of opening a window";
  app.add_option("SCENARIO", o.scenario, "scenario file; left out: an easy run")->type_name("");
  app.add_option("--set", o.overrides, "change an input")->allow_extra_args(false)->type_name("KEY=VALUE");
  app.add_option("--screenshot", o.screenshot, png)->type_name("FILE");
  app.add_option_function<std::string>(
         "--size",
         [&](const std::string& text) {
           if (const auto fault = read_size(text, o.size); !fault.empty()) throw CLI::ValidationError("--size", fault);
         },
         "of the window or picture in pixels, 1280x720 unless told")
      ->type_name("WxH");
  app.add_option("--at-s", o.at_s, "seconds after the right foot touches down")->type_name("S");
  app.add_option_function<std::string>(
         "--panel",
         [&](const std::string& text) {
           o.panel = find_panel(text);
           if (!o.panel) throw CLI::ValidationError("--panel", "choose trade-off, knee-map, compare or about");
         },
         "a screenshot with the panels, this one open: trade-off, knee-map, compare or about")
      ->type_name("NAME");
  app.add_option_function<std::string>(
         "--camera",
         [&](const std::string& text) {
           if (const auto fault = read_camera(text, o.camera); !fault.empty())
             throw CLI::ValidationError("--camera", fault);
         },
         "side, front, back or knee")
      ->type_name("NAME");
  app.add_flag("--ghost", o.ghost, "show the runner of the scenario's base as a ghost");
  app.add_flag("--dark", o.dark, "dark surroundings");
  app.add_option("--samples", o.samples, "per pixel; left out: 4, but 0 for moving pictures without a graphics card")
      ->check(CLI::Range(0, 16))
      ->type_name("N");
  app.add_option("--frame-times", o.frame_times, "draw N pictures of a running stride and say how long they took")
      ->check(CLI::Range(1, 100000))
      ->type_name("N");
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them from the back
  } catch (const CLI::CallForHelp&) {
    return tl::unexpected(NoOptions{0, app.help()});
  } catch (const CLI::CallForVersion& version) {
    return tl::unexpected(NoOptions{0, std::string(version.what()) + "\n"});
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(usage_fault(error.what()));
  }
  if (const std::string fault = read_time(o.at_s); !fault.empty()) return tl::unexpected(usage_fault(fault));
  return o;
}

}  // namespace stridelab::view
