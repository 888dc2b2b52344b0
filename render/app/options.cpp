#include "render/app/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "build_info.h"
#include "core/text.h"
#include "render/app/exit_code.h"
#include "render/app/option_values.h"
#include "render/ui/panel_table.h"

namespace stridelab::view {
namespace {

constexpr double an_hour_s = 3600.0;

constexpr std::string_view footer =
    "Examples:\n"
    "  stridelab-view scenarios/easy_run.toml --set cadence_percent=10\n"
    "  stridelab-view --screenshot front.png --camera front --at-s 0.1 --size 1920x1080\n"
    "  stridelab-view scenarios/weak_hips.toml --panel compare --screenshot hips.png --scale 2 --size 2560x1440\n"
    "  stridelab-view --camera knee --at peak-load --screenshot knee.png\n"
    "  stridelab-view --show anatomy --hide ghost,labels --screenshot muscles.png\n"
    "  stridelab-view --record run.mp4 --duration-s 6 --rate 0.2 --fps 30\n"
    "  stridelab-view --live --record frames/%05d.png --duration-s 2\n"
    "  stridelab-view --panel trade-off --live --frame-times 600\n\n"
    "Exit codes: 0 all well, 2 invalid input, 3 no feasible gait, 4 output cannot be written,\n"
    "64 wrong usage, 69 no display or graphics, 70 internal error.";

NoOptions usage_fault(const std::string& message) {
  return {to_int(ViewExit::usage), "error: " + printable(message) + "\n  see: stridelab-view --help\n"};
}

/// The options with what reads them.
struct Reader {
  CLI::App app{"A runner in three dimensions, and what the knee bears.", "stridelab-view"};
  Options o;

  /// An option whose value a function reads that returns what is wrong with it.
  template <typename Read>
  void add(const std::string& name, const std::string& type, const std::string& what, Read read) {
    const auto checked = [name, read](const std::vector<std::string>& texts) {
      for (const std::string& text : texts)
        if (const std::string wrong = read(text); !wrong.empty()) throw CLI::ValidationError(name, wrong);
      return true;
    };
    app.add_option(name, checked, what)->type_name(type)->expected(1)->take_all();
  }

  void add_what_to_do() {
    app.add_option("SCENARIO", o.scenario, "scenario file or name (forefoot); left out: an easy run")->type_name("");
    app.add_option("--set", o.overrides, "change an input")->allow_extra_args(false)->type_name("KEY=VALUE");
    add("--screenshot", "FILE", "write a PNG of one picture instead of opening a window",
        [this](const std::string& text) { return read_screenshot(text, o.screenshot); });
    add("--record", "FILE", "write a film (x.mp4, with the ffmpeg program) or PNG files (folder/ or x%05d.png)",
        [this](const std::string& text) { return read_record(text, o.record); });
    add("--duration-s", "S", "how long the record plays, 4 unless told",
        [this](const std::string& text) { return read_number(text, "s", 0.05, 600.0, o.duration_s); });
    add("--fps", "N", "pictures per second of the record, 30 unless told",
        [this](const std::string& text) { return read_number(text, "per second", 1.0, 240.0, o.fps); });
    add("--rate", "X", "simulated over shown time in the record: 0.2 is slow motion, 1 unless told",
        [this](const std::string& text) { return read_number(text, "", 0.05, 1.0, o.rate); });
    app.add_option("--frame-times", o.frame_times,
                   "draw N pictures and say how long they took: the figure alone, or with --panel the whole window")
        ->check(CLI::Range(1, 100000))
        ->type_name("N");
    app.add_flag("--start-time", o.start_time, "say how long it took to the first picture, and quit");
  }

  void add_what_is_shown() {
    add("--size", "WxH", "of the window or picture in pixels, 1280x720 unless told",
        [this](const std::string& text) { return read_size(text, o.size); });
    add("--scale", "X", "size of letters and widgets, 2 for a dense screen; left out: as the screen says",
        [this](const std::string& text) {
          double scale = 1.0;
          const std::string wrong = read_number(text, "", 0.5, 4.0, scale);
          o.scale = static_cast<float>(scale);
          return wrong;
        });
    add("--at-s", "S", "seconds after the right foot touches down; with --live after the start of the run",
        [this](const std::string& text) { return read_number(text, "s", -an_hour_s, an_hour_s, o.at_s); });
    add("--at", "EVENT", "instead of --at-s: contact, peak-load (of the kneecap) or toe-off of the right foot",
        [this](const std::string& text) { return read_event(text, o.at_event); });
    add("--panel", "NAME", "a picture with the panels, this one open: " + panel_names(),
        [this](const std::string& text) { return read_panel(text, o.panel); });
    add("--camera", "NAME", "side, front, back or knee",
        [this](const std::string& text) { return read_camera(text, o.camera); });
    const std::string names =
        "anatomy, ghost, force, frontal-line, footprints, close-up, labels, follow, dark (several: a,b)";
    add("--show", "NAME", "show in the picture: " + names,
        [this](const std::string& text) { return read_choices(text, true, o.shown); });
    add("--hide", "NAME", "leave out of the picture: the same names",
        [this](const std::string& text) { return read_choices(text, false, o.shown); });
    app.add_flag_callback(
        "--anatomy",
        [this] {
          o.shown.push_back({&PictureChoices::anatomy, true});
        },
        "as --show anatomy");
    app.add_flag_callback(
        "--dark",
        [this] {
          o.shown.push_back({&PictureChoices::dark, true});
        },
        "as --show dark");
    app.add_flag(
        "--ghost", o.base_ghost,
        "compare with the scenario's base, also with changes of one's own: it is the ghost, and A in the panels");
    app.add_flag("--notice", o.notice, "show the first screen, which says what this is not");
    app.add_flag("--live", o.live, "the forward run moves the figure, not the synthesised stride");
    app.add_option("--samples", o.samples, "per pixel; left out: 4, but 0 for moving pictures without a graphics card")
        ->check(CLI::Range(0, 16))
        ->type_name("N");
    app.add_flag("--no-settings", o.no_settings, "neither read nor keep the settings of the window");
  }
};

/// Options that say different things to do.
std::string contradiction(const Options& o) {
  const int tasks = static_cast<int>(!o.screenshot.empty()) + static_cast<int>(!o.record.empty()) +
                    static_cast<int>(o.frame_times > 0);
  if (tasks > 1) return "--screenshot, --record and --frame-times are different things to do; give one";
  if (o.at_event && (o.at_s != 0.0 || o.live)) return "--at names an instant of the stride: not with --at-s or --live";
  if (o.live && o.at_s < 0.0) return "--at-s counts from the start of a live run: give 0 or more";
  return {};
}

}  // namespace

PictureChoices with_changes(PictureChoices choices, const Options& options) {
  for (const ShownChange& change : options.shown) choices.*change.choice = change.on;
  return choices;
}

tl::expected<Options, NoOptions> read_options(std::span<const std::string> arguments) {
  Reader reader;
  CLI::App& app = reader.app;
  app.set_version_flag("--version", fmt::format("stridelab-view {} ({})", build_info::version, build_info::git));
  app.footer(std::string(footer));
  reader.add_what_to_do();
  reader.add_what_is_shown();
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them from the back
  } catch (const CLI::CallForHelp&) {
    return tl::unexpected(NoOptions{0, app.help()});
  } catch (const CLI::CallForVersion& version) {
    return tl::unexpected(NoOptions{0, std::string(version.what()) + "\n"});
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(usage_fault(error.what()));
  }
  if (const std::string wrong = contradiction(reader.o); !wrong.empty()) return tl::unexpected(usage_fault(wrong));
  return reader.o;
}

}  // namespace stridelab::view
