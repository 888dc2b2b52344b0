#pragma once

#include <optional>

#include "gait/stride.h"
#include "gait/synthesise.h"

namespace stridelab {

/// Measures a solution between its nodes and says whether it is a gait: quality, and the first requirement that fails.
struct Verdict {
  StrideQuality quality;
  std::optional<Infeasible> fault;
};

/// Requirements (peak over 120 instants of a step): no moment in flight, the landed foot on the ground and at rest, centre
/// of pressure inside the sole, a ground that only pushes, a knee moment people can supply, joints inside their range. Limits:
/// models/gait/acceptance.toml. METHODS (14).
Verdict judge(const Stride& stride);

}  // namespace stridelab
