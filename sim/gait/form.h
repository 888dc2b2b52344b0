#pragma once

#include "gait/footing.h"

namespace stridelab {

/// What is worn around the kneecap.
enum class KneeSupport { none, tape, brace, sleeve };

/// How the pull of the quadriceps, and with it every load of the kneecap, is made of the net moments of the leg; METHODS (15).
enum class KneecapMethod {
  net,                 ///< of the net knee extension moment alone
  willson_2015,        ///< plus all that hamstrings and gastrocnemius can bend the knee with
  static_optimisation  ///< as muscles share the moments by least effort
};

/// How the person means to run and what there is to run with, resolved (speed, cadence and stride length closed),
/// SI units and radians. Strengths: capacity of the muscle group, 1 = healthy adult average, fatigue already taken off.
struct Form {
  double speed_m_s = 3.3;               ///< along the slope
  double cadence_spm = 169.5;           ///< steps per minute, both feet
  double foot_strike_rad = 0.2094;      ///< sole to ground at contact, heel first positive
  double foot_placement_m = 0.0;        ///< landing point ahead of where this form would put it
  double trunk_lean_rad = 0.1047;       ///< forward, mean over the stride, to the gravity vertical
  double trunk_lateral_lean_rad = 0.0;  ///< toward the standing leg at mid-stance, beyond the usual slight lean
  double step_width_m = 0.04;           ///< between the two foot lines, negative crosses over
  double toe_out_rad = 0.1222;          ///< foot progression angle
  double hip_strength = 1.0;            ///< abductors
  double slope_rad = 0.0;               ///< angle of the running surface, uphill positive
  double quad_strength = 1.0;           ///< knee extensors
  double hip_extensor_strength = 1.0;   ///< gluteus maximus and hamstrings
  double calf_strength = 1.0;           ///< plantarflexors
  double core_strength = 1.0;           ///< trunk
  double arch_support = 0.0;            ///< of the shoe or an insole, 0 .. 1
  KneeSupport knee_support = KneeSupport::none;
  KneecapMethod kneecap_method = KneecapMethod::net;  ///< what the loads of the kneecap are made of; moves nothing else
  Footing footing;                                    ///< shoe and surface against the usual ones
  bool operator==(const Form&) const = default;
};

/// Share of a muscle group's usual action that it can supply in this stride, S = min(1, capacity / demand): 1 where
/// the group is strong enough, whatever its capacity. Strength beyond demand changes nothing.
struct StrengthLimits {
  double abductors = 1.0, knee_extensors = 1.0, hip_extensors = 1.0, plantarflexors = 1.0, trunk = 1.0;
  bool operator==(const StrengthLimits&) const = default;
};

}  // namespace stridelab
