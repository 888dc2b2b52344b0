#pragma once

#include <Eigen/Dense>

namespace stridelab {

/// Shape functions of the ground reaction over stance, s = 0 .. 1, and their first and second integrals from 0.
///
/// Quintic B-splines on uniform knots that start and end with value and slope zero, so that a force built of them
/// switches on and off smoothly at the events. With them the centre of mass follows in closed form. METHODS (5).
class ForceShape {
 public:
  static constexpr int intervals = 11;
  static constexpr int count = intervals + 5 - 4;
  using Row = Eigen::Matrix<double, 1, count>;

  struct Values {
    Row value, first_integral, second_integral;
  };

  /// s outside 0 .. 1 is the caller's error; beyond 1 the integrals are those at 1.
  static Values at(double s);
};

}  // namespace stridelab
