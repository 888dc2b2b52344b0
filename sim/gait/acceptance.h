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

/// Requirements (peak over 120 instants of a step): moment in flight < 0.5 % BW height, centre of pressure inside the
/// sole to 1 % BW height, slip < 0.05 m/s while the foot rests (20 to 75 % of stance), contact point within 60 mm of the
/// ground, vertical force > -1 % BW, joints inside their anatomical range, knee moment below 6 Nm/kg. METHODS (14).
Verdict judge(const Stride& stride);

}  // namespace stridelab
