#pragma once

#include "gait/form.h"
#include "runner/body.h"
#include "runner/coordinates.h"

namespace stridelab {

/// What the muscles of each joint can supply at most, Nm, in the direction of growing and of shrinking coordinate.
///
/// The abductors are those of the gait room (hip_strength), the others are strong adults' and stop only what no runner
/// could do; of a weak runner, that share of them. Passive tissue adds to them.
/// source  models/runners/joint_strength.toml; METHODS (27)
struct JointStrength {
  CoordinateVector up_nm, down_nm;  ///< both positive

  JointStrength(const Body& body, double hip_strength, const StrengthLimits& weak = {});
};

/// The capacities of a form below a healthy adult's; 1 for everybody who is as strong or stronger. The abductors' is 1:
/// they have a capacity of their own.
StrengthLimits weak_groups_of(const Form& form);

}  // namespace stridelab
