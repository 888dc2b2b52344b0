#pragma once

#include <array>

#include "gait/form.h"
#include "runner/body.h"
#include "runner/coordinates.h"

namespace stridelab {

/// Active abduction moment that the hip abductors of one side can supply.
///
/// unit    Nm
/// valid   strength 0.2 .. 1.5, 1 = healthy adult
/// source  models/runners/joint_strength.toml (what the default form needs, with a margin); METHODS (12)
double abductor_capacity_nm(const Body& body, double strength);

/// The share of a demand that a muscle group can supply, S = min(1, max(capacity / demand, strength)): a run that asks for more
/// than the usual finds as much more in a strong muscle, so that at a strength of 1 nobody falls short. METHODS (12)
double available_share(double capacity_nm, double strength, double demand_nm);

/// Moment of the passive lateral tissue, abducting; grows steeply with adduction, negative (small) in abduction.
///
/// unit    Nm, rad
/// source  models/runners/joint_strength.toml; METHODS (12)
double passive_abduction_nm(double mass_kg, double adduction_rad);

/// Its derivative, Nm/rad.
double passive_abduction_stiffness_nm_rad(double mass_kg, double adduction_rad);

/// Moment with which the trunk's muscles can bend it to either side.
///
/// unit    Nm
/// valid   strength 0.2 .. 1.5, 1 = healthy adult
/// source  models/runners/joint_strength.toml; METHODS (31)
double trunk_capacity_nm(const Body& body, double strength);

/// A muscle group's limit on the moment of one coordinate of the standing leg.
struct MomentLimit {
  int coordinate;  ///< of the right leg
  double sign;     ///< the group makes sign x the generalised force
  double capacity_nm;
  double strength;                ///< of the form, 1 = healthy adult
  double StrengthLimits::*share;  ///< which share of StrengthLimits it decides
  bool operator==(const MomentLimit&) const = default;
};

/// Knee extensors, hip extensors and plantarflexors.
///
/// valid   strengths 0.2 .. 1.5, 1 = healthy adult
/// source  models/runners/joint_strength.toml; METHODS (31)
std::array<MomentLimit, 3> moment_limits(const Body& body, const Form& form);

}  // namespace stridelab
