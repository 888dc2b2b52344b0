#pragma once

#include "loads/joint_moments.h"
#include "loads/neighbour_models.h"
#include "runner/body.h"

namespace stridelab {

/// Angles that passive tissue is stretched by.
///
/// unit    rad
/// sign    anatomical, alike on both legs
struct SagittalAngles {
  double hip_flexion_rad = 0.0, knee_flexion_rad = 0.0, plantarflexion_rad = 0.0;
};

/// What tight hamstrings and calves add to the passive moments of a supple leg.
///
/// unit    Nm
/// sign    none is negative: the hip is extended, the knee bent, the ankle plantarflexed
struct PassiveMoments {
  double hip_extension_nm = 0.0;
  double knee_flexion_calf_nm = 0.0, knee_flexion_hamstrings_nm = 0.0;
  double ankle_plantarflexion_nm = 0.0;
  [[nodiscard]] double knee_flexion_nm() const { return knee_flexion_calf_nm + knee_flexion_hamstrings_nm; }
};

/// The added passive moments of a posture: tightness x the published moment, scaled with mass x height. Exactly zero
/// for a supple leg.
///
/// valid   angles of the measurements, held outside
/// errors  none (pure function)
/// source  Riener & Edrich 1999, J Biomech 32:539 (their terms of the muscles behind the leg)
PassiveMoments added_passive_moments(const PassiveTissueModel& model, const Body& body, const SagittalAngles& angles);

/// What muscles must supply: net moments minus the added passive ones. A stretched calf plantarflexes by itself, and it
/// bends the knee, against which the quadriceps must pull.
JointMoments active_moments(const JointMoments& net, const PassiveMoments& passive);

/// Arms of the stretched muscles in this posture.
/// unit    m, positive
struct PassiveArms {
  double calf_at_ankle_m, hamstrings_at_hip_m, calf_at_knee_m, hamstrings_at_knee_m;
};

/// Forces of the added passive moments: moment over arm.
/// unit    N
struct PassiveForces {
  double calf_n = 0.0;        ///< in the Achilles tendon
  double hamstrings_n = 0.0;  ///< at the hip
  double across_knee_n = 0.0;
};
PassiveForces passive_forces(const PassiveMoments& passive, const PassiveArms& arms);

}  // namespace stridelab
