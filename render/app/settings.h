#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "render/app/window_place.h"
#include "render/ui/moment.h"
#include "render/ui/ui_state.h"

namespace stridelab::view {

/// What the window remembers from one session to the next. Headless pictures never see it.
struct ViewSettings {
  std::optional<WindowPlace> window;
  Panel panel = first_panel;
  CameraPreset camera = CameraPreset::side;
  PictureChoices shown;
  Source source = Source::stride;
  double rate = 1.0;                ///< simulated over wall time, 1/20 .. 1
  std::vector<std::string> recent;  ///< files that were opened or saved, the last first; 8 at most
  Units units = Units::metric;
  bool notice_seen = false;  ///< the first screen was answered
  bool operator==(const ViewSettings&) const = default;
};

/// $XDG_CONFIG_HOME/stridelab/view.toml, else ~/.config/stridelab/view.toml; empty where neither variable is set.
std::filesystem::path settings_file();

/// The file's content; it reads back to the same settings.
std::string settings_text(const ViewSettings& settings);

/// What can be read holds: a file of another version loses only what this one does not know.
///
/// file      the name to show
/// left_out  every wrong value and unknown key; those keep their defaults
/// errors    not text, or the first fault of the syntax
tl::expected<ViewSettings, Diagnostics> parse_settings(const std::string& text, const std::string& file,
                                                       Diagnostics& left_out);

/// Reads the file. Without one: the defaults. What was left out is said on `err`; a broken file too, which is kept as
/// "view.toml.bak", and the defaults hold.
ViewSettings read_settings(const std::filesystem::path& file, std::ostream& err);

/// Writes the file, and its folder if needed, so that others see the old or the new one. errors: one sentence
tl::expected<void, std::string> write_settings(const std::filesystem::path& file, const ViewSettings& settings);

}  // namespace stridelab::view
