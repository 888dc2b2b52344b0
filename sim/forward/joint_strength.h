#pragma once

#include "gait/form.h"
#include "runner/body.h"
#include "runner/coordinates.h"

namespace stridelab {

/// What the muscles of each joint can supply at most, Nm, in the direction of growing and of shrinking coordinate.
///
/// The abductors are those of the gait room (hip_strength), the others are strong adults' and stop only what no runner
/// could do. Passive tissue adds to them.
/// source  isometric and eccentric peaks of trained adults per body mass, rounded up (judged); METHODS (27)
struct JointStrength {
  CoordinateVector up_nm, down_nm;  ///< both positive

  JointStrength(const Body& body, double hip_strength);
};

}  // namespace stridelab
