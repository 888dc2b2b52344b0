#pragma once

#include "gait/form.h"
#include "loads/joint_moments.h"
#include "loads/load_models.h"
#include "runner/body.h"

namespace stridelab {

/// Extension moment that the quadriceps must supply if hamstrings and gastrocnemius bend the knee with a share of what
/// they do at hip and ankle:
///
///   M = M_extension + s_h max(M_hip extension, 0) + s_c max(M_plantarflexion, 0)
///
/// unit    Nm
/// sign    extension positive; negative where the knee is bent
/// errors  none (pure function)
/// source  Willson 2015, Scand J Med Sci Sports 25:736; METHODS (15)
double quadriceps_moment_nm(const PatellofemoralModel::CoContraction& share, const JointMoments& moments);

/// What the methods make the pull of the quadriceps of.
struct QuadricepsDemand {
  const JointMoments& active;  ///< without what tight tissue supplies
  double knee_flexion_rad;
  double shared_n;  ///< what static optimisation gives the quadriceps
};

/// Pull of the quadriceps by one method: a moment over the effective lever arm (the net extension moment; the same with
/// co-contraction), or the muscle model's.
///
/// unit    N
/// sign    pull positive; never negative (a flexing moment needs no quadriceps)
/// valid   0 .. 100 deg of knee flexion, held outside
/// errors  none (pure function)
/// source  van Eijden 1986, J Biomech 19:219; Willson 2015, Scand J Med Sci Sports 25:736; METHODS (15), (40)
double quadriceps_force_n(const PatellofemoralModel& model, const Body& body, KneecapMethod method,
                          const QuadricepsDemand& demand);

}  // namespace stridelab
