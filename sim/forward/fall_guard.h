#pragma once

#include <optional>

#include "forward/forward_limits.h"
#include "forward/implicit_step.h"
#include "forward/simulation.h"

namespace stridelab {

/// Whether this instant ends the run: the pelvis sank too far below its planned height or turned too far away from the plan,
/// a joint turned too fast, or the numbers are not finite. Names when, what, which joint was at its limit,
/// and what to relax. (Running the wrong way or off the line is bad running, not a fall: running_quality.h.)
std::optional<Fall> find_fall(const FallLimits& limits, double time_s, const FreeState& state, const StepSolution& step,
                              const ReferenceInstant& plan, const Stride& stride);

}  // namespace stridelab
