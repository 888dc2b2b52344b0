#pragma once

#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/gl/projection.h"
#include "render/scene/camera_presets.h"
#include "render/ui/playback.h"
#include "render/ui/ui_state.h"

namespace stridelab::view {

/// A switch of the picture that was set on the command line.
struct ShownChange {
  bool PictureChoices::*choice;
  bool on;
};

/// What stridelab-view was asked to do. What is empty was not said: settings or defaults hold then.
struct Options {
  std::string scenario;                ///< a file; empty: the easy run
  std::vector<std::string> overrides;  ///< "key=value"

  std::string screenshot;   ///< a PNG file; empty: none
  std::string record;       ///< an .mp4, a folder (ends in /) or a pattern with %d for PNG files; empty: none
  double duration_s = 4.0;  ///< of the record, as it plays: 0.05 .. 600
  double fps = 30.0;        ///< pictures per second of the record: 1 .. 240
  double rate = 1.0;        ///< simulated over shown time in the record: 1/20 .. 1
  int frame_times = 0;      ///< draw this many pictures, say how long they took, and end
  bool start_time = false;  ///< say how long the first picture took

  std::optional<PictureSize> size;      ///< of the window or the picture, 16 .. 8192 each way
  std::optional<float> scale;           ///< pixels per design pixel, 0.5 .. 4; empty: as the screen says
  double at_s = 0.0;                    ///< seconds since a contact of the right foot, or since the start of a live run
  std::optional<StrideEvent> at_event;  ///< instead of at_s: an instant of the right foot's step
  std::optional<CameraPreset> camera;   ///< empty: side
  std::optional<Panel> panel;           ///< a picture with panels, this one open; a window always has them
  std::vector<ShownChange> shown;       ///< in order of the command line
  bool base_ghost = false;              ///< compare with the scenario's base
  bool notice = false;                  ///< the first screen is shown, seen before or not
  bool live = false;                    ///< the forward run moves the figure
  std::optional<int> samples;           ///< per pixel, 0 .. 16; empty: as many as the driver can do in time
  bool no_settings = false;             ///< a window neither reads nor writes its settings

  /// Nothing is opened for a person.
  [[nodiscard]] bool headless() const { return !screenshot.empty() || !record.empty() || frame_times > 0; }
  [[nodiscard]] PictureSize picture_size() const { return size.value_or(PictureSize{}); }
};

/// The choices of the picture with what the command line says on top.
PictureChoices with_changes(PictureChoices choices, const Options& options);

/// The command line did not name something to do.
struct NoOptions {
  int exit_code = 0;    ///< 0 for --help and --version
  std::string message;  ///< to stdout when the code is 0, else to stderr
};

/// Reads the command line, without the program's name.
tl::expected<Options, NoOptions> read_options(std::span<const std::string> arguments);

}  // namespace stridelab::view
