#pragma once

namespace stridelab {

/// How the person means to run, resolved (speed, cadence and stride length closed), SI units and radians.
struct Form {
  double speed_m_s = 3.3;           ///< along the slope
  double cadence_spm = 169.5;       ///< steps per minute, both feet
  double foot_strike_rad = 0.2094;  ///< sole to ground at contact, heel first positive
  double foot_placement_m = 0.0;    ///< landing point ahead of where this form would put it
  double trunk_lean_rad = 0.1047;   ///< forward, mean over the stride, to the gravity vertical
  double step_width_m = 0.04;       ///< between the two foot lines, negative crosses over
  double toe_out_rad = 0.1222;      ///< foot progression angle
  double hip_strength = 1.0;        ///< abductor capacity, 1 = healthy adult average
  double slope_rad = 0.0;           ///< angle of the running surface, uphill positive
  bool operator==(const Form&) const = default;
};

}  // namespace stridelab
