#pragma once

#include <Eigen/Dense>

#include "gait/foot_point.h"
#include "gait/schedule.h"
#include "runner/skeleton.h"

namespace stridelab {

/// How far the pressure point may leave its usual path over stance: 8 cubic B-splines on clamped uniform knots.
struct PressureShape {
  static constexpr int intervals = 5;
  static constexpr int count = intervals + 3;
  using Row = Eigen::Matrix<double, 1, count>;
  /// Values at s = 0 .. 1 over stance; their sum is one.
  static Row at(double s);
};
inline constexpr int n_pressure_unknowns = 2 * PressureShape::count;  ///< along the foot, then to the right
inline constexpr double pressure_unit_m = 0.010;                      ///< unknowns in centimetres
using PressureUnknowns = Eigen::Matrix<double, n_pressure_unknowns, 1>;

/// Where the ground presses on the sole, m: x along the foot ahead of the middle of the metatarsal heads, y to the right of
/// the foot's axis.
using Pressure = Eigen::Vector2d;

/// Where it usually presses, and where it does with these unknowns.
Pressure usual_pressure(const FootTarget& target);
Pressure pressure_at(const FootTarget& target, double s, const PressureUnknowns& deviation);

/// How a pressure is carried: the part behind the ball by the foot, what lies ahead of it shared between ball and toe tip.
/// A smooth function of the place of pressure, rounded over 8 mm around the ball.
struct SoleShare {
  double foot_x_m, foot_x_slope;  ///< ahead of the ball (never positive), and its derivative by the pressure
  double toe, toe_slope;          ///< share of the force that the toes carry, at their tip; 1/m
};
SoleShare sole_share(const FootGeometry& foot, double ahead_m);

/// The material under the pressure, foot and toes weighted: the two parts of the force act at these two material points, so
/// that force x velocity is the power of the ground.
struct PressurePoint {
  FootPoint point;
  std::array<Vec3, 2> r_p, v_p;  ///< derivatives of place and velocity by the pressure
  SoleShare share;
  Vec3 toe;  ///< the toes' part, from the pelvis origin
};
PressurePoint pressure_point(const Skeleton& skeleton, const TreeState& tree, int foot_link, int toe_link,
                             const Pressure& p, bool derivatives);

}  // namespace stridelab
