#pragma once

#include "dynamics/tree.h"

namespace stridelab {

/// Inputs of a node in this order: q (22), q' (22), q'' (22), total external force (3).
inline constexpr int n_motion_inputs = 3 * n_coordinates;
inline constexpr int n_tree_inputs = n_motion_inputs + 3;

using InputRow = Eigen::Matrix<double, 1, n_tree_inputs>;
using InputRows3 = Eigen::Matrix<double, 3, n_tree_inputs, Eigen::RowMajor>;

/// Analytic derivatives of evaluate() and generalised_forces() with respect to the inputs.
///
/// source  recursions of Singh, Russell & Wensing 2022, IEEE RA-L 7:1783 (ground-frame form), specialised to revolute
///         joints and extended by the floating base of METHODS (4); checked against differences in the tests.
struct TreeDerivatives {
  Eigen::Matrix<double, n_coordinates, n_tree_inputs, Eigen::RowMajor> tau;  ///< of generalised_forces()
  InputRows3 root_moment;   ///< of TreeState::root.moment, about the pelvis origin
  InputRows3 com;           ///< of TreeState::com
  InputRows3 com_velocity;  ///< of TreeState::com_velocity
  // The derivative of root.force is the identity on the force inputs by construction.
};

void differentiate(const TreeState& state, TreeDerivatives& derivatives);

}  // namespace stridelab
