#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/diagnostics.h"
#include "render/app/made_for.h"
#include "render/scene/anatomy.h"
#include "render/scene/camera_rig.h"
#include "render/scene/knee_close_up.h"
#include "render/scene/picture.h"
#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// From what the model shows and what a person chose to see to the pictures: the runner with all around him, and his
/// knee from near. No GL, no panels.
class PictureMaker {
 public:
  explicit PictureMaker(Patience patience);

  /// The main picture, without its camera. The model must have an answer. Without patience figures may be missing at
  /// first.
  DrawList main(const ViewModel& model, const Moment& now, const PictureChoices& shown, CameraPreset from);

  /// The right knee from near, with its camera; empty until its bones are made.
  std::optional<DrawList> close_up(const ViewModel& model, const Moment& now, float aspect);

  /// Why there is no anatomy though it was chosen; empty if nothing is wrong.
  [[nodiscard]] const Diagnostics& faults() const { return faults_; }

  /// What the colours of the footprints mean.
  static LoadScale footprint_scale();
  /// The load of a step that they show, body weights; empty if the run has none.
  static std::optional<double> footprint_load(const ShownRun& run);

 private:
  void add_figure(DrawList& list, const ViewModel& model, const Moment& now, const PictureChoices& shown);
  bool add_bones(DrawList& list, const ViewModel& model, const Moment& now);
  void add_beside(DrawList& list, const ViewModel& model, const Moment& now);
  static void add_baseline_line(DrawList& list, const ViewModel& model, const Moment& now, Side side);
  void add_baseline(DrawList& list, const ViewModel& model, const Moment& now);
  void add_prints(DrawList& list, const ShownRun& run, const Moment& now);

  Patience patience_;
  MadeFor<DrawnRunner> runner_, ghost_;
  MadeFor<tl::expected<Anatomy, Diagnostics>> anatomy_;
  MadeFor<KneeCloseUp> knee_;
  Diagnostics faults_;
};

/// Where the runner of a moment is, for the camera.
CameraSubject camera_subject(const ShownRun& run, const Moment& now);

/// The leg that carries the body; in flight the right one.
Side loaded_side(const StrideSample& sample);

}  // namespace stridelab::view
