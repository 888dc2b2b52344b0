#pragma once

#include <array>

#include "core/frames.h"
#include "gait/force_shape.h"
#include "gait/form.h"
#include "gait/normative_data.h"
#include "gait/rearfoot.h"
#include "gait/stance_phase.h"
#include "runner/body.h"
#include "runner/coordinates.h"

namespace stridelab {

/// How people of this size usually run with this form: the posture and force the synthesis stays close to.
///
/// Mean curves of 26 runners at 2.5, 3.5 and 4.5 m/s (Fukuchi 2017), by the parabola through them in the logarithm of
/// speed, stored against the events of the stride so that they warp with the duty factor; beyond 2.5 .. 4.5 m/s they are
/// extrapolated. Quantities without published curves (lumbar, arms, toes, and the foot's
/// roll) follow models/gait/normative_laws.toml.
/// METHODS (8).
class NormativeGait {
 public:
  NormativeGait(const Body& body, const Form& form);

  /// Posture in radians at a phase of the stride for a duty factor.
  [[nodiscard]] CoordinateVector posture(double phase, double duty) const;

  /// Ground reaction over stance s = 0 .. 1 in units of m g cos(slope) / (2 duty): vertical integrates to one.
  [[nodiscard]] const ForceShape::Row& vertical() const { return vertical_; }
  [[nodiscard]] const ForceShape::Row& fore_aft() const { return fore_aft_; }
  [[nodiscard]] const ForceShape::Row& lateral() const { return lateral_; }

  /// How far the heel tips inward over the ground at a stance phase 0 .. 1, for a foot with this sole pitch: it lands on
  /// its outer edge, rolls flat, and tips outward as it rises; arch and support change that under load.
  [[nodiscard]] double rearfoot_roll_rad(double s, double duty, double pitch_rad) const;

  /// Contact time over stride time, from speed and cadence: a law for a leg of the reference runners, similar bodies by
  /// sqrt(L/g); plus the onset and release below the 50 N threshold.
  [[nodiscard]] double duty() const { return duty_; }

 private:
  /// What roll and shank leave for the joint below the ankle; its swing value in swing.
  [[nodiscard]] double subtalar_rad(const CoordinateVector& q, int side, double leg_phase, double duty) const;

  Form form_;
  std::array<double, normative_speeds> weights_;  ///< of the measured speeds
  double duty_, strike_change_rad_, leg_length_m_;
  RearfootRoll rearfoot_;
  Vec3 subtalar_axis_;                                         ///< of a right foot, inversion positive
  double more_adduction_rad_ = 0.0, more_rotation_rad_ = 0.0;  ///< of the hip, women
  double load_;  ///< how far the pelvis drops, relative to the preferred cadence
  ForceShape::Row vertical_, fore_aft_, lateral_;
};

/// The speed at which the reference runners move in a dynamically similar way: equal v / sqrt(g L), leg length L in
/// proportion to height.
double similar_speed_m_s(double speed_m_s, double height_m);

/// Trunk lean to the normal of the running surface: the form gives it to the gravity vertical.
inline double trunk_lean_to_surface(const Form& form) { return form.trunk_lean_rad + form.slope_rad; }

}  // namespace stridelab
