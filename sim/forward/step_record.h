#pragma once

#include <vector>

#include "forward/step_window.h"
#include "metrics/stride_record.h"

namespace stridelab {

/// Who runs, and over what.
struct StepRunner {
  Body body;
  Form form;                    ///< of the plan; the speed of a step is measured
  double belt_speed_m_s = 0.0;  ///< added to the speed over the world's X
};

/// One step as the metrics take it.
struct StepRecord {
  /// 200 samples over the cycle, its own speed, its own landing force and no correction of the landing. The other leg
  /// and the ground force of both feet stay empty.
  StrideRecord record;
  /// Right and left leg at 0 .. 100 % from this leg's contact to its next one (curve_samples of them).
  std::array<std::vector<LegValues>, 2> cycle;
};

/// Reads a step from its frames. Ground forces are filtered (StepForce), everything else is the frames' own; contact
/// and toe-off are those of the force before the filter.
///
/// valid  a window that reaches from 15 ms before the contact to the next contact
StepRecord record_step(const StepWindow& window, const StepTimes& times, Side side, const StepRunner& runner);

}  // namespace stridelab
