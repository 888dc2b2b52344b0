#pragma once

#include <optional>
#include <tl/expected.hpp>

#include "gait/synthesise.h"
#include "render/scene/camera_presets.h"
#include "render/scene/picture.h"
#include "scenario/scenario.h"

namespace stridelab::view {

/// A runner and the stride he repeats.
struct RunnerOnStage {
  Stride stride;
  DrawnRunner drawn;
};

/// What the view shows of a scenario: its runner, and that of its base as a ghost.
class Stage {
 public:
  enum class Ghost { none, base };

  /// Synthesises the strides. errors: the form, or that of the base, cannot be run
  static tl::expected<Stage, Infeasible> of(const Scenario& scenario, Ghost ghost);

  /// The picture at a time, seconds since a contact of the right foot. The ghost is shown at the same phase.
  [[nodiscard]] DrawList picture(double at_s, CameraPreset camera, float aspect) const;

 private:
  Stage(RunnerOnStage runner, std::optional<RunnerOnStage> ghost, bool belt);
  RunnerOnStage runner_;
  std::optional<RunnerOnStage> ghost_;
  bool belt_;
};

}  // namespace stridelab::view
