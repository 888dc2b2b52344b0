#pragma once

#include "forward/step_window.h"
#include "metrics/curves.h"
#include "metrics/stride_record.h"

namespace stridelab {

/// A step's grid begins this long before its contact, so that the seam of the cycle lies in swing, where nothing is
/// measured, and every neighbour that a peak or a filter asks for is a real one.
inline constexpr double step_lead_s = 0.015;

/// Who runs, and over what.
struct StepRunner {
  Body body;
  Form form;                    ///< of the plan; the speed of a step is measured
  double belt_speed_m_s = 0.0;  ///< added to the speed over the world's X
};

/// The cycle of one leg as the metrics take it: 200 samples over the cycle, its own speed, its own measured landing
/// force (the frames' force, 50 Hz zero-lag at their own rate) and no correction of the landing. The other leg and the
/// ground force of both feet stay empty.
///
/// valid  a window that reaches from `step_lead_s` before the contact to the next contact
StrideRecord record_step(const StepWindow& window, const StepTimes& times, Side side, const StepRunner& runner);

/// The leg over its cycle, at 0 .. 100 % from contact to next contact (curve_samples of them).
std::vector<LegValues> step_cycle(const StepWindow& window, const StepTimes& times, Side side);

}  // namespace stridelab
