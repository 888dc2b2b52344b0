#pragma once

#include "gait/form.h"
#include "loads/muscles/muscle_model.h"
#include "runner/body.h"

namespace stridelab {

/// What every unit of a leg does at one instant.
struct MuscleState {
  UnitVector length_m;    ///< of muscle and tendon
  UnitArms arm_m;         ///< moment arms, positive where a pull drives the coordinate up
  UnitVector capacity_n;  ///< along the tendon, at activation 1
  UnitVector activation;  ///< 0 .. 1
  UnitVector force_n;     ///< along the tendon, pull positive: activation x capacity
  LegMoments reserve_nm;  ///< what no muscle supplies: net moment - sum of arm x force, to rounding
  int iterations = 0;
  bool converged = false;     ///< false: the forces are not the optimum (inputs that are not finite numbers)
  bool extrapolated = false;  ///< the posture lies outside the lengths' fit: arms, and forces with them, are a guess
};

/// Shares the net moments of a leg among its muscles by static optimisation:
///
///   minimise  sum a_i^2 / 2  +  sum (R_k / rho_k)^2 / 2
///   with      sum_i arm_ik capacity_i a_i + R_k = net_k,   0 <= a_i <= 1
///
/// Every demand has exactly one answer: what muscles cannot do appears in the reserves R. Nothing is remembered from
/// one call to the next. The Achilles tendon stretches with the net ankle moment before the sharing.
///
/// net_nm  internal moments without what passive tissue supplies, positive where the coordinate would grow
///         (knee extension and plantarflexion are negative)
/// frame   either leg: angles and moments carry anatomical signs
/// valid   angles as muscle_geometry(); beyond, `extrapolated`
/// errors  `converged`; pure function, no allocation; some microseconds
/// source  METHODS (muscles)
MuscleState share_muscles(const MuscleModel& model, const Body& body, const StrengthLimits& limits,
                          const LegAngles& angle_rad, const LegMoments& net_nm);

/// What a moment that no muscle supplies is measured by for this body: it costs (reserve / scale)^2 / 2. Nm.
LegMoments reserve_scale_nm(const MuscleModel& model, const Body& body);

/// Sum of the forces of a group, N.
double group_force_n(const MuscleModel& model, const MuscleState& state, MuscleGroup group);

/// Largest activation in a group, 0 .. 1: demand / capacity of its busiest part.
double group_activation(const MuscleModel& model, const MuscleState& state, MuscleGroup group);

/// Largest reserve of the six, Nm, never negative.
double largest_reserve_nm(const MuscleState& state);

/// The same without hip rotation, whose moment is known so poorly that the sharing may leave a part of it over cheaply:
/// what is left here is force that the muscles lack.
double muscle_shortfall_nm(const MuscleState& state);

}  // namespace stridelab
