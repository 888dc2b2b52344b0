#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "render/app/fault.h"
#include "render/app/picture_maker.h"
#include "render/app/window.h"
#include "render/gl/renderer.h"
#include "render/ui/window_ui.h"

namespace stridelab::view {

/// How a show is opened.
struct ShowSetup {
  PictureSize size;
  CameraPreset camera = CameraPreset::side;
  std::optional<int> samples;  ///< per pixel; empty: 4, but 0 where pictures move without a graphics card
  bool moving = true;          ///< pictures have to come in time: nothing waits for a figure
};

/// A model on a window: everything that is drawn, frame by frame. One for the window of a person, for pictures and for
/// records.
class Show {
 public:
  /// errors  no display, an old driver, a lost shader file, no typeface
  static tl::expected<std::unique_ptr<Show>, Fault> open(const ShowSetup& setup, ViewModel& model, const UiState& ui);

  /// Draws the picture and the panels on the window's surface, which is then to be read or swapped.
  ///
  /// dt_s    time since the last frame, > 0
  /// errors  the driver cannot make a picture of that size
  Done draw(double dt_s);

  /// Draws the figure alone, as large as the window, without a word, into the renderer's picture: for measuring.
  Done draw_alone();

  /// What draw() drew: rows from the top, red, green, blue.
  [[nodiscard]] std::vector<std::uint8_t> pixels() const;
  /// Of the window's surface, pixels.
  [[nodiscard]] PictureSize size() const { return window.pixels(); }

  void show_alone() { renderer_.show(); }      ///< copies the figure alone to the window
  void finish() const { renderer_.finish(); }  ///< waits until everything is drawn

  /// Whether the last picture had a figure in it.
  [[nodiscard]] bool shows_runner() const { return runner_drawn_; }

  /// What was wrong with the files that a figure is made of; empty if nothing.
  [[nodiscard]] const Diagnostics& faults() const { return maker_.faults(); }

  /// The letters and widgets in another size. errors: no typeface
  Done rescale(float scale);

  ViewModel& model;
  UiState ui;
  CameraRig rig;
  Window window;
  bool in_motion = false;  ///< a record of steps: the model may stand, what is shown does not

 private:
  Show(ViewModel& shown, const UiState& state, Window opened, WindowUi panels, Renderer renderer,
       const ShowSetup& setup);
  Done draw_pictures(const Moment& now, float density);
  Done draw_main(const Moment& now, const PictureSize& size, float density, DrawList& list);
  Done draw_close_up(const Moment& now, float density);
  [[nodiscard]] std::optional<Moment> moment() const;
  [[nodiscard]] std::optional<Grip> grip_of(const Moment& now, const DrawList& list, const PictureSize& size,
                                            float density) const;
  void move_camera(double dt_s, float density);
  void explain_footprints(const DrawList& list, const PictureSize& size);

  WindowUi panels_;  ///< gone before the window whose context it lives in, like the renderer
  Renderer renderer_;
  PictureMaker maker_;
  bool close_up_drawn_ = false, runner_drawn_ = false;
};

}  // namespace stridelab::view
