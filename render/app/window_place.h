#pragma once

namespace stridelab::view {

/// Where a window was: its upper left corner on the desktop and its size without frame, in the units of the desktop.
struct WindowPlace {
  int x = 0, y = 0;
  int width = 1280, height = 720;
  bool maximised = false;
  bool operator==(const WindowPlace&) const = default;
};

}  // namespace stridelab::view
