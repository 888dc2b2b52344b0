#pragma once

#include "core/frames.h"

namespace stridelab {

enum class Sex { male, female };

/// The arch of the foot: how stiff the subtalar joint is and how far it everts.
enum class FootPosture { flat, neutral, high };

/// The person: what scales segments and knee geometry, and the passive tissue.
struct Body {
  double mass_kg = 70.0;   ///< 40 .. 140
  double height_m = 1.75;  ///< 1.45 .. 2.05
  Sex sex = Sex::male;
  double q_angle_rad = 13.0 * rad_per_deg;  ///< static quadriceps angle
  double knee_alignment_rad = 0.0;          ///< static, valgus (knock knee) positive
  FootPosture foot_posture = FootPosture::neutral;
  double hamstring_tightness = 0.0;  ///< added passive stiffness, 0 = supple, 1 = tight
  double calf_tightness = 0.0;       ///< likewise
  double leg_length_change_m = 0.0;  ///< of this leg against the usual one for the height, longer positive
  double shoe_mass_change_kg = 0.0;  ///< one shoe against the usual one; part of mass_kg, carried by the foot
  bool operator==(const Body&) const = default;
};

}  // namespace stridelab
