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

/// Mean moment arm of a group about one coordinate, its units weighted by their strength: what turns a moment of the
/// whole group into its force.
///
/// unit    m
/// sign    without; never below 10 mm, so that a group whose line crosses the joint has a finite force
double group_arm_m(const MuscleModel& model, const UnitArms& arm_m, MuscleGroup group, LegAngle about);

}  // namespace stridelab
