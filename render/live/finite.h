#pragma once

#include "forward/frame.h"

namespace stridelab::view {

/// Whether every number of a frame that is shown is one: a run that diverges keeps the state that had no solution.
bool is_finite(const Frame& frame);

}  // namespace stridelab::view
