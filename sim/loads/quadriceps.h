#pragma once

#include "loads/joint_moments.h"
#include "loads/load_models.h"
#include "runner/body.h"

namespace stridelab {

/// Extension moment that the quadriceps must supply, with a fixed share of co-contraction: the net extension moment
/// plus what hamstrings and gastrocnemius bend the knee with while they extend the hip and plantarflex the ankle,
///
///   M = M_extension + s_h max(M_hip extension, 0) + s_c max(M_plantarflexion, 0)
///
/// unit    Nm
/// sign    extension positive; negative where the knee is bent
/// errors  none (pure function)
/// source  Willson 2015, Scand J Med Sci Sports 25:736 (adds both); shares judged, models/knee/patellofemoral.toml;
///         METHODS (15)
double quadriceps_moment_nm(const PatellofemoralModel::CoContraction& share, const JointMoments& moments);

/// Force of the quadriceps for the headline kneecap force: that moment over the effective lever arm. The value by
/// static optimisation stands beside it (leg_loads.h).
///
/// unit    N
/// sign    pull positive; never negative (a flexing moment needs no quadriceps)
/// valid   0 .. 100 deg of knee flexion, held outside
/// errors  none (pure function)
/// source  van Eijden 1986, J Biomech 19:219; METHODS (15)
double quadriceps_force_n(const PatellofemoralModel& model, const Body& body, const JointMoments& moments,
                          double knee_flexion_rad);

}  // namespace stridelab
