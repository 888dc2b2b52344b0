#pragma once

#include "core/frames.h"
#include "runner/body.h"

namespace stridelab {

/// How the heel rolls over the ground, and what the joint below the ankle has to take up for it. METHODS (33).
///
/// The ground decides how the foot lies, the leg how the shank leans over it; the subtalar angle is what is left between.
/// frame  world; roll of the foot's lateral axis to the surface, heel tipped inward (everted) positive
class RearfootRoll {
 public:
  /// arch_support 0 .. 1, of shoe or insole
  RearfootRoll(FootPosture posture, double arch_support);

  /// Roll at a stance phase (below 0 and beyond 1 as the foot comes and leaves) of a stance that lasts so long, of a foot
  /// with this sole pitch, toe up positive.
  [[nodiscard]] double at_rad(double s, double stance_s, double pitch_rad) const;

 private:
  double arch_rad_;  ///< what arch and support change under load
};

/// The subtalar angle (inversion positive) that gives a right foot this roll.
///
/// ankle  rotation of the segment above the joint to the world
/// axis   of the joint, unit length, inversion positive
double subtalar_for_roll_rad(const Mat3& ankle, const Vec3& axis, double roll_rad);

}  // namespace stridelab
