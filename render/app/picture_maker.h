#pragma once

#include <optional>

#include "render/scene/camera_rig.h"
#include "render/scene/picture.h"
#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// A figure whose skin is made anew only when the body changes.
class FittedRunner {
 public:
  const DrawnRunner& of(const Body& body);

 private:
  std::optional<DrawnRunner> drawn_;
};

/// From what the model shows and what a person chose to see to the pictures: the runner with all around him, and his
/// knee from near. No GL, no panels.
class PictureMaker {
 public:
  /// The main picture, without its camera. The model must have an answer.
  DrawList main(const ViewModel& model, const Moment& now, const PictureChoices& shown, CameraPreset from);

  /// What the colours of the footprints mean.
  static LoadScale footprint_scale();

 private:
  void add_baseline(DrawList& list, const ViewModel& model, const Moment& now);
  void add_prints(DrawList& list, const ShownRun& run, const Moment& now);
  FittedRunner runner_, ghost_;
};

/// Where the runner of a moment is, for the camera.
CameraSubject camera_subject(const ShownRun& run, const Moment& now);

/// The leg that carries the body; in flight the right one.
Side loaded_side(const StrideSample& sample);

}  // namespace stridelab::view
