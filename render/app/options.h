#pragma once

#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/scene/camera_presets.h"
#include "render/gl/projection.h"
#include "render/ui/ui_state.h"

namespace stridelab::view {

/// What stridelab-view was asked to do.
struct Options {
  std::string scenario;                ///< a file; empty: the easy run
  std::vector<std::string> overrides;  ///< "key=value"
  std::string screenshot;              ///< a PNG file; empty: open a window
  PictureSize size;                    ///< of the window or the picture, 16 .. 8192 each way
  double at_s = 0.0;  ///< seconds since a contact of the right foot: of the picture, or where play begins
  CameraPreset camera = CameraPreset::side;
  std::optional<Panel> panel;  ///< a screenshot with panels, this one open; a window always has them
  bool dark = false;
  bool ghost = false;          ///< the scenario's base as a ghost
  std::optional<int> samples;  ///< per pixel, 0 .. 16; empty: as many as the driver can do in time
  int frame_times = 0;         ///< draw this many pictures, say how long they took, and end
};

/// The command line did not name something to do.
struct NoOptions {
  int exit_code = 0;    ///< 0 for --help and --version
  std::string message;  ///< to stdout when the code is 0, else to stderr
};

/// Reads the command line, without the program's name.
tl::expected<Options, NoOptions> read_options(std::span<const std::string> arguments);

}  // namespace stridelab::view
