#pragma once

#include "loads/joint_moments.h"
#include "loads/load_models.h"
#include "runner/body.h"

namespace stridelab {

/// Force of the quadriceps that the net knee extension moment needs.
///
/// This is the seam between joint moments and muscles. Today: net moment / effective lever arm, so muscles that pull
/// against each other across the knee (hamstrings, gastrocnemius) are not counted and the force is a lower bound.
/// Muscle sharing replaces the body of this one function; that is why it takes all moments of the leg.
///
/// unit    N
/// sign    pull positive; never negative (a flexing net moment needs no quadriceps)
/// valid   0 .. 100 deg of knee flexion, held outside
/// errors  none (pure function)
/// source  van Eijden 1986, J Biomech 19:219; METHODS (15)
double quadriceps_force_n(const PatellofemoralModel& model, const Body& body, const JointMoments& moments,
                          double knee_flexion_rad);

}  // namespace stridelab
