#include "dynamics/tree_derivatives.h"

namespace stridelab {
namespace {

/// The velocity part of Newton-Euler, 2B = (v x*) I - I (v x) + (I v) x~*, reduces for rigid bodies to
/// [T 0; -2 f x 0]: a 3x3 block and the linear momentum f. Both add over a subtree.
struct VelocityInertia {
  Mat3 rotational = Mat3::Zero();
  Vec3 linear_momentum = Vec3::Zero();

  Wrench operator*(const Motion& m) const { return {rotational * m.angular, -2.0 * linear_momentum.cross(m.angular)}; }
  /// Angular part of the transpose applied to a motion; its linear part is zero.
  [[nodiscard]] Vec3 transposed(const Motion& m) const {
    return rotational.transpose() * m.angular + 2.0 * linear_momentum.cross(m.linear);
  }
};

VelocityInertia velocity_inertia(const SpatialInertia& inertia, const Motion& v) {
  const Mat3 omega = skew(v.angular);
  const Vec3& c = inertia.first_moment;
  const Wrench h = inertia * v;
  Mat3 t = omega * inertia.rotational - inertia.rotational * omega;
  t -= c * v.linear.transpose() + v.linear * c.transpose();
  t.diagonal().array() += 2.0 * c.dot(v.linear);
  t -= skew(h.moment);
  return {t, h.force};
}

/// What moving one joint does to the wrench of everything outwards of it.
struct Columns {
  Wrench q, qd, qdd;
  Motion axis_acceleration;  ///< a x S + v x dS/dt, from the parent's motion
};

}  // namespace

void differentiate(const TreeState& t, TreeDerivatives& d) {
  PerLink<VelocityInertia> b;
  PerLink<Columns> column;
  for (std::size_t i = 0; i < n_coordinates; ++i)
    b[i] = t.inertia[i].mass > 0.0 ? velocity_inertia(t.inertia[i], t.velocity[i]) : VelocityInertia{};
  for (std::size_t i = n_coordinates; i-- > 0;) {
    const Chain& chain = chain_to(static_cast<int>(i));
    if (chain.length < 2) continue;
    const auto p = static_cast<std::size_t>(chain.link[static_cast<std::size_t>(chain.length - 2)]);
    b[p].rotational += b[i].rotational;
    b[p].linear_momentum += b[i].linear_momentum;
  }
  const double mass = t.composite[0].mass;
  d.tau.setZero();
  d.root_moment.setZero();
  d.com.setZero();
  d.com_velocity.setZero();
  Eigen::Matrix<double, 3, n_motion_inputs, Eigen::RowMajor> base =
      Eigen::Matrix<double, 3, n_motion_inputs, Eigen::RowMajor>::Zero();

  for (int j = 0; j < n_coordinates; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const Chain& chain = chain_to(j);
    const int parent = chain.length < 2 ? -1 : chain.link[static_cast<std::size_t>(chain.length - 2)];
    const Motion rest{Vec3::Zero(), Vec3::Zero()};
    const Motion v = parent < 0 ? rest : t.velocity[static_cast<std::size_t>(parent)];
    const Motion a =
        parent < 0 ? Motion{Vec3::Zero(), t.base_acceleration} : t.acceleration[static_cast<std::size_t>(parent)];
    Columns& c = column[i];
    c.axis_acceleration = a.cross(t.axis[i]) + v.cross(t.axis_rate[i]);
    c.q = b[i] * t.axis_rate[i] + t.composite[i] * c.axis_acceleration + cross_force(t.axis[i], t.force[i]);
    c.qd = b[i] * t.axis[i] + t.composite[i] * (t.axis_rate[i] * 2.0);
    c.qdd = t.composite[i] * t.axis[i];
    const int q = j, qd = j + n_coordinates, qdd = j + 2 * n_coordinates;
    // Root: with the total force given, the base takes up whatever linear part a joint adds.
    for (const auto& [k, w] : {std::pair<int, const Wrench&>(q, c.q), {qd, c.qd}, {qdd, c.qdd}}) {
      base.col(k) = -w.force / mass;
      d.root_moment.col(k) = w.moment - t.com.cross(w.force);
    }
    d.com.col(q) = c.qdd.force / mass;
    d.com_velocity.col(qd) = c.qdd.force / mass;
    const Wrench momentum_rate = t.composite[i] * t.axis_rate[i] + cross_force(t.axis[i], t.momentum[i]);
    d.com_velocity.col(q) = momentum_rate.force / mass;
  }
  d.root_moment.rightCols<3>() = skew(t.com);

  for (int j = 0; j < n_coordinates; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const Motion& s = t.axis[i];
    const Vec3 y = b[i].transposed(s);
    const Wrench z = t.composite[i] * s;
    const Chain& chain = chain_to(j);
    for (int n = 0; n < chain.length; ++n) {
      const int k = chain.link[static_cast<std::size_t>(n)];
      const auto m = static_cast<std::size_t>(k);
      // tau of this joint, moved by itself or by a joint nearer the root
      d.tau(j, k) = y.dot(t.axis_rate[m].angular) + dot(column[m].axis_acceleration, z);
      d.tau(j, k + n_coordinates) = y.dot(t.axis[m].angular) + 2.0 * dot(t.axis_rate[m], z);
      d.tau(j, k + 2 * n_coordinates) = dot(t.axis[m], z);
      if (k == j) continue;
      // tau of a joint nearer the root, moved by this one
      d.tau(k, j) = dot(t.axis[m], column[i].q);
      d.tau(k, j + n_coordinates) = dot(t.axis[m], column[i].qd);
      d.tau(k, j + 2 * n_coordinates) = dot(t.axis[m], column[i].qdd);
    }
  }
  // Base acceleration moves every joint's load by the weight-like wrench of its subtree.
  for (int j = 0; j < n_coordinates; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const Wrench z = t.composite[i] * t.axis[i];
    d.tau.row(j).leftCols<n_motion_inputs>().noalias() += z.force.transpose() * base;
    d.tau.row(j).rightCols<3>() = z.force.transpose() / mass;
  }
}

}  // namespace stridelab
