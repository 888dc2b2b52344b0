#pragma once

#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "render/ui/key_queue.h"
#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

struct GLFWwindow;

namespace stridelab::view {

/// Dear ImGui on a window: takes its input, draws the panels on its surface. The window's context must be current.
class WindowUi {
 public:
  /// errors  no typeface; a driver the panels cannot be drawn with
  static tl::expected<WindowUi, std::string> make(GLFWwindow* window, const UiState& ui);

  /// Draws every panel into the frame; afterwards ui.placed.viewport says where the figure goes.
  ///
  /// dt_s  time since the last frame, > 0; empty: as the clock says
  void begin(UiState& ui, ViewModel& model, std::optional<double> dt_s = {});

  /// Takes over a new ui.scale, between two frames. errors: no typeface
  tl::expected<void, std::string> rescale(const UiState& ui);

  /// Puts a picture (a GL texture, row 0 at the bottom) behind the panels.
  void figure(unsigned texture, const Rect& place);

  /// Sends everything to the window's surface, which must be the current target.
  void end();

 private:
  struct Stop {
    void operator()(void* context) const;
  };
  std::unique_ptr<KeyQueue> keys_ = std::make_unique<KeyQueue>();  ///< known to the window, which stays where it is
  GLFWwindow* window_ = nullptr;
  std::unique_ptr<void, Stop> context_;  ///< last: it stops first and lets go of the window
};

}  // namespace stridelab::view
