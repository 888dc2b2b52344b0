#pragma once

namespace stridelab::view {

/// Where a window was: its upper left corner on the desktop and its size without frame, in the units of the desktop.
struct WindowPlace {
  int x = 0, y = 0;
  int width = 1280, height = 720;
  bool maximised = false;
  bool operator==(const WindowPlace&) const = default;
};

/// What a screen leaves to windows, in the units of the desktop.
struct WorkArea {
  int x = 0, y = 0, width = 0, height = 0;
};

/// A place that was left on a larger screen: no larger than this one, and then inside it; no smaller than what the panels
/// need, where there is room for that.
WindowPlace fitted(WindowPlace place, const WorkArea& area);

}  // namespace stridelab::view
