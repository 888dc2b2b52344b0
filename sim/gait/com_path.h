#pragma once

#include "core/frames.h"
#include "gait/force_shape.h"
#include "gait/form.h"

namespace stridelab {

/// Unknowns of the ground reaction and the centre of mass; the same vector ends every unknown vector of the synthesis.
inline constexpr int n_force_unknowns = 3 * ForceShape::count + 1;  ///< vertical, fore-aft, lateral, height at contact
using ForceUnknowns = Eigen::Matrix<double, n_force_unknowns, 1>;
using ForceRows3 = Eigen::Matrix<double, 3, n_force_unknowns>;

/// Ground reaction and centre of mass of one step as closed-form functions of the force unknowns.
///
/// Vertical and fore-aft unknowns are deviations from the normative shapes, projected so that the impulse over a step
/// balances gravity exactly on any slope: mean vertical force = body weight x cos(slope) to rounding. The centre of
/// mass is the double integral of force over mass and gravity, periodic and mirrored by construction. METHODS (5), (6).
/// A stride whose steps differ: TwoStepPath.
class ComPath {
 public:
  ComPath(double mass_kg, const Form& form, const ForceShape::Row& vertical, const ForceShape::Row& fore_aft);

  struct Point {
    Vec3 force_n, position_m, velocity_m_s;      ///< belt frame: 0 fore-aft at contact, mean velocity 0
    ForceRows3 d_force, d_position, d_velocity;  ///< derivatives with respect to the unknowns
  };

  /// phase 0 .. 0.5 (right foot's step); duty factor; unknowns.
  void at(double phase, double duty, const ForceUnknowns& y, Point& point) const;

 private:
  double mass_kg_, period_s_, slope_rad_;
  ForceShape::Row vertical_, fore_aft_;
};

}  // namespace stridelab
