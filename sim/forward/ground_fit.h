#pragma once

#include "gait/stride.h"
#include "ground/contact_model.h"
#include "runner/skeleton.h"

namespace stridelab {

/// How the joints of a stance leg must differ from the plan so that this shoe on this ground carries the planned force.
///
/// The plan lets the sole sink by a fixed depth; a real sole sinks as far as its springs give way. The foot is raised or
/// lowered, at its planned pitch and under the planned pelvis, until the springs under heel, ball and toes carry the
/// planned vertical force; hip, knee and ankle follow (linearised inverse kinematics in the sagittal plane). Without it
/// the joint feedback would fight the ground by tens of newton metres. METHODS (26).
///
/// sample  of the plan, one leg in stance; side 0 right, 1 left
/// returns changes of coordinates, rad; zero where the planned force is below 20 N, full above 0.4 BW
/// errors  none (pure function)
CoordinateVector ground_fit(const StrideSample& sample, int side, const Skeleton& skeleton,
                            const ContactModel& contact);

/// Vertical force of the springs under the planned foot where the plan has it, N. The plan's force begins before its sole
/// is down; this is when a foot that keeps to the plan really lands.
double spring_force_n(const StrideSample& sample, int side, const Skeleton& skeleton, const ContactModel& contact);

}  // namespace stridelab
