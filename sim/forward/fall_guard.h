#pragma once

#include <optional>

#include "forward/implicit_step.h"
#include "forward/simulation.h"

namespace stridelab {

/// Whether this instant ends the run: the pelvis sank, the trunk tipped over, the runner ran backwards or off the line,
/// or the numbers are not finite. Names when, what, which joint was at its limit, and what to relax.
std::optional<Fall> find_fall(double time_s, const FreeState& state, const StepSolution& step, const PlanPoint& plan,
                              const Stride& stride);

}  // namespace stridelab
