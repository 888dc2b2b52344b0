#pragma once

#include "dynamics/tree.h"
#include "gait/rows.h"

namespace stridelab {

/// A weighted material point of one foot, relative to the pelvis origin: position and velocity with derivatives.
struct FootPoint {
  Vec3 r = Vec3::Zero(), v = Vec3::Zero();
  Eigen::Matrix<double, 3, n_coordinates> r_q = Eigen::Matrix<double, 3, n_coordinates>::Zero();
  Eigen::Matrix<double, 3, n_coordinates> v_q = Eigen::Matrix<double, 3, n_coordinates>::Zero();  ///< v_qd equals r_q

  /// Adds weight x the point `local_m` (segment frame) of a link.
  void add(const TreeState& state, int link, const Vec3& local_m, double weight, bool derivatives);
};

/// Rows of a point's world position and velocity: the centre of mass carries the body, the posture places the point.
Rows::Row position_row(const FootPoint& point, const TreeDerivatives& d, int axis);
Rows::Row velocity_row(const FootPoint& point, const TreeDerivatives& d, int axis);

}  // namespace stridelab
