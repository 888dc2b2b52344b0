#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "render/app/window_place.h"
#include "render/gl/projection.h"
#include "render/gl/start.h"

struct GLFWwindow;

namespace stridelab::view {

/// A window with an OpenGL 3.3 core context that is current on this thread, its functions loaded.
class Window {
 public:
  /// Opens it, unseen until show().
  /// errors  one sentence: no display, or a driver below OpenGL 3.3
  static tl::expected<Window, std::string> open(const PictureSize& size);

  /// Puts it where it was, if that place is still on a monitor, else gives it that size alone. Before show().
  void put(const WindowPlace& place);
  /// Lets it be seen; drawing keeps to the pace of the screen from now on.
  void show(bool maximised);
  [[nodiscard]] WindowPlace place() const;
  void name(const std::string& title);  ///< what its bar says

  [[nodiscard]] bool should_close() const;
  /// It is put away: nothing that is drawn would be seen.
  [[nodiscard]] bool minimised() const;
  /// Pixels of the drawing surface; zero while the window is minimised.
  [[nodiscard]] PictureSize pixels() const;
  /// Pixels of the drawing surface per unit that positions of the mouse and the panels are given in; 1 on most systems.
  [[nodiscard]] float pixels_per_unit() const;
  /// How large letters should be, in those units: 2 on a dense screen. What the system says of the monitor.
  [[nodiscard]] float content_scale() const;
  /// Shows what was drawn, waiting for the screen, and takes in what the person did.
  void swap();
  /// Takes in what the person did, waiting up to this long: while there is nothing to draw.
  void wait(double seconds);
  [[nodiscard]] const Driver& driver() const { return driver_; }
  [[nodiscard]] GLFWwindow* handle() const { return window_.get(); }

 private:
  struct Close {
    void operator()(GLFWwindow* window) const;
  };
  std::unique_ptr<GLFWwindow, Close> window_;
  Driver driver_;
  std::string title_;
};

}  // namespace stridelab::view
