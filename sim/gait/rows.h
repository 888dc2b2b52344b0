#pragma once

#include <Eigen/Dense>
#include <cmath>

#include "dynamics/tree_derivatives.h"

namespace stridelab {

/// Inputs of one node: q, q', q'', ground reaction (n_tree_inputs = 69), then position and velocity of
/// the centre of mass, then where the ground presses along and across the foot.
inline constexpr int n_node_inputs = n_tree_inputs + 8;
inline constexpr int position_input = n_tree_inputs;
inline constexpr int velocity_input = n_tree_inputs + 3;
inline constexpr int pressure_input = n_tree_inputs + 6;

/// Residual rows of one node and their derivatives, collected by the terms.
struct Rows {
  static constexpr int capacity = 64;
  using Row = Eigen::Matrix<double, 1, n_node_inputs>;

  int count = 0;
  bool derivatives = true;
  Eigen::Matrix<double, capacity, 1> value;
  Eigen::Matrix<double, capacity, n_node_inputs, Eigen::RowMajor> jacobian;

  void clear(bool with_derivatives) {
    count = 0;
    derivatives = with_derivatives;
  }
  /// Adds value / scale; `row` is called for the unscaled derivative only when it is wanted.
  template <class DerivativeFunction>
  void add(double unscaled, double scale, DerivativeFunction&& row) {
    value(count) = unscaled / scale;
    if (derivatives) jacobian.row(count) = row() / scale;
    ++count;
  }
};

/// Smooth hinge: 0 far below, u far above zero, curvature spread over about one unit. Hard hinges double the iterations.
inline double hinge(double u) { return 0.5 * (u + std::sqrt(u * u + 0.25)); }
inline double hinge_slope(double u) { return 0.5 * (1.0 + u / std::sqrt(u * u + 0.25)); }

}  // namespace stridelab
