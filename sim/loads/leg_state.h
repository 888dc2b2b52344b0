#pragma once

#include "gait/stride.h"
#include "loads/joint_moments.h"
#include "loads/muscles/muscle_model.h"
#include "loads/side.h"
#include "runner/body.h"

namespace stridelab {

/// Angles that the muscles of a leg see. A shoe whose heel stands lower than the usual one leaves the leg as it is and
/// turns the foot inside it: dorsiflexion grows by the change of drop over the length of the sole from heel to ball.
///
/// unit    rad
/// sign    anatomical, alike on both legs
/// errors  none (pure function)
LegAngles leg_angles(const StrideSample& sample, Side side, const Body& body, const Footing& footing);

/// Moments that muscles must supply about the six coordinates they cross: the sagittal ones as given (passive tissue
/// taken off), the others of the sample.
///
/// unit    Nm
/// sign    positive where the coordinate would grow
LegMoments leg_moments(const StrideSample& sample, Side side, const JointMoments& active);

}  // namespace stridelab
