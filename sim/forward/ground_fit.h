#pragma once

#include "gait/stride.h"
#include "ground/contact_model.h"
#include "runner/skeleton.h"

namespace stridelab {

/// How far the planned foot must rise (down negative) so that this shoe on this ground carries the planned force, m.
///
/// The plan lets the sole sink by a fixed depth; a real sole sinks as far as its springs give way. The foot is raised or
/// lowered at its planned pitch until the springs under heel, ball and toes carry the planned vertical force. Without it
/// the joint feedback would fight the ground by tens of newton metres. METHODS (26).
///
/// sample  of the plan, one leg in stance; side 0 right, 1 left
/// returns m along Y; zero where the planned force is below 20 N, in full from a share of body weight on
///         (reflex_constants.h)
/// errors  none (pure function)
double ground_rise_m(const StrideSample& sample, int side, const Skeleton& skeleton, const ContactModel& contact);

/// Changes of hip, knee and ankle that raise a foot at its planned pitch and under the planned pelvis: linearised inverse
/// kinematics in the sagittal plane. rad; zero for a straight leg, which cannot give way.
CoordinateVector leg_change_for_rise(const StrideSample& sample, int side, double rise_m);

/// Vertical force of the springs under the planned foot, raised by `rise_m`, N. The plan's force begins before its sole is
/// down; this is when a foot that keeps to its target really lands.
double spring_force_n(const StrideSample& sample, int side, const Skeleton& skeleton, const ContactModel& contact,
                      double rise_m);

}  // namespace stridelab
