#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forward/step_events.h"
#include "forward/step_record.h"
#include "forward/step_result.h"
#include "loads/load_models.h"

namespace stridelab {

/// A step and what the means need beside its metrics.
struct MeasuredStep {
  StepResult result;
  /// Of right and left leg from this leg's contact on, 0 .. 100 %; empty when the step is not averaged.
  std::array<std::vector<LegValues>, 2> cycle;
  std::vector<std::string> notes;  ///< what a person should know beside the numbers
};

/// Cuts a stream of frames into steps and measures each: every metric of metric_table(), by the code that measures a
/// synthesised stride. What differs: the ground's force has an impact of its own, so nothing is added to it, and it is
/// filtered (step_force.h); residuals are the largest of the frames'; `solve_time_ms` has no meaning here.
///
/// A step ends, and is measured, with the next contact of its leg. Steps that contain a settling frame are measured
/// and marked. Keeps the frames of unfinished steps, which last 2 s at most (then they are given up), and at most as
/// many again that wait to be dropped: 4 s of frames, 0.9 kB each.
///
/// valid   frames at a constant interval, 0.1 .. 4 ms
/// errors  none
class StepTracker {
 public:
  StepTracker(const StepRunner& runner, const LoadModels& models);

  /// The steps that this frame completed: none, seldom one.
  std::vector<MeasuredStep> add(const Frame& frame);

  /// Frames kept now.
  [[nodiscard]] std::size_t kept() const { return samples_.size(); }

 private:
  struct Leg {
    ContactDetector contact;
    bool open = false;  ///< a step has begun
    int index = 0;
    StepTimes times{};
  };

  void follow(Side side, std::vector<MeasuredStep>& done);
  [[nodiscard]] MeasuredStep measure(Side side) const;
  [[nodiscard]] MeasuredStep unfinished(Side side) const;
  void forget();

  StepRunner runner_;
  LoadModels models_;
  std::vector<StepSample> samples_;
  std::array<Leg, 2> legs_;
  int contacts_ = 0;
};

}  // namespace stridelab
