#include "dynamics/tree_derivatives.h"

#include <algorithm>
#include <utility>

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

using BaseRows = Eigen::Matrix<double, 3, n_motion_inputs, Eigen::RowMajor>;

int parent_of(int link) {
  const Chain& chain = chain_to(link);
  return chain.length < 2 ? -1 : chain.link[static_cast<std::size_t>(chain.length - 2)];
}

/// Velocity inertia of every link's subtree.
void collect(const TreeState& t, PerLink<VelocityInertia>& b) {
  for (std::size_t i = 0; i < n_coordinates; ++i)
    b[i] = t.inertia[i].mass > 0.0 ? velocity_inertia(t.inertia[i], t.velocity[i]) : VelocityInertia{};
  for (int i = n_coordinates; i-- > 0;) {
    const int parent = parent_of(i);
    if (parent < 0) continue;
    b[static_cast<std::size_t>(parent)].rotational += b[static_cast<std::size_t>(i)].rotational;
    b[static_cast<std::size_t>(parent)].linear_momentum += b[static_cast<std::size_t>(i)].linear_momentum;
  }
}

Columns columns_of(const TreeState& t, const VelocityInertia& b, int link) {
  const auto i = static_cast<std::size_t>(link);
  const int parent = parent_of(link);
  const auto p = static_cast<std::size_t>(std::max(parent, 0));
  const Motion v = parent < 0 ? Motion{Vec3::Zero(), Vec3::Zero()} : t.velocity[p];
  const Motion a = parent < 0 ? Motion{Vec3::Zero(), t.base_acceleration} : t.acceleration[p];
  Columns c;
  c.axis_acceleration = a.cross(t.axis[i]) + v.cross(t.axis_rate[i]);
  c.q = b * t.axis_rate[i] + t.composite[i] * c.axis_acceleration + cross_force(t.axis[i], t.force[i]);
  c.qd = b * t.axis[i] + t.composite[i] * (t.axis_rate[i] * 2.0);
  c.qdd = t.composite[i] * t.axis[i];
  return c;
}

/// Whole-body columns of one joint: root moment, centre of mass and its velocity, and the base acceleration, which takes
/// up whatever linear part the joint adds because the total force is given.
void whole_body(const TreeState& t, const Columns& c, int link, BaseRows& base, TreeDerivatives& d) {
  const auto i = static_cast<std::size_t>(link);
  const double mass = t.composite[0].mass;
  const int q = link, qd = link + n_coordinates, qdd = link + 2 * n_coordinates;
  for (const auto& [k, w] : {std::pair<int, const Wrench&>(q, c.q), {qd, c.qd}, {qdd, c.qdd}}) {
    base.col(k) = -w.force / mass;
    d.root_moment.col(k) = w.moment - t.com.cross(w.force);
  }
  d.com.col(q) = c.qdd.force / mass;
  d.com_velocity.col(qd) = c.qdd.force / mass;
  const Wrench momentum_rate = t.composite[i] * t.axis_rate[i] + cross_force(t.axis[i], t.momentum[i]);
  d.com_velocity.col(q) = momentum_rate.force / mass;
}

/// Torques of one joint and of the joints nearer the root, with the base acceleration held.
void joint_torques(const TreeState& t, const VelocityInertia& b, const PerLink<Columns>& column, int j,
                   TreeDerivatives& d) {
  const auto i = static_cast<std::size_t>(j);
  const Vec3 y = b.transposed(t.axis[i]);
  const Wrench z = t.composite[i] * t.axis[i];
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

}  // namespace

void differentiate(const TreeState& t, TreeDerivatives& d) {
  PerLink<VelocityInertia> b;
  PerLink<Columns> column;
  BaseRows base = BaseRows::Zero();
  collect(t, b);
  d.tau.setZero();
  d.root_moment.setZero();
  d.com.setZero();
  d.com_velocity.setZero();
  for (int j = 0; j < n_coordinates; ++j) {
    const auto i = static_cast<std::size_t>(j);
    column[i] = columns_of(t, b[i], j);
    whole_body(t, column[i], j, base, d);
  }
  d.root_moment.rightCols<3>() = skew(t.com);
  for (int j = 0; j < n_coordinates; ++j) joint_torques(t, b[static_cast<std::size_t>(j)], column, j, d);
  // Base acceleration moves every joint's load by the weight-like wrench of its subtree.
  for (int j = 0; j < n_coordinates; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const Wrench z = t.composite[i] * t.axis[i];
    d.tau.row(j).leftCols<n_motion_inputs>().noalias() += z.force.transpose() * base;
    d.tau.row(j).rightCols<3>() = z.force.transpose() / t.composite[0].mass;
  }
}

}  // namespace stridelab
