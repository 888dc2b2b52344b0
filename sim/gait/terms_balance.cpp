#include <cmath>

#include "gait/terms.h"

namespace stridelab {
namespace {

Rows::Row extend(const InputRow& row) {
  Rows::Row full = Rows::Row::Zero();
  full.head<n_tree_inputs>() = row;
  return full;
}

}  // namespace

void flight_balance(const NodeContext& c, Rows& rows) {
  // Nothing touches the runner: no moment about the centre of mass. The force balance is exact by construction.
  const double scale = c.scales.flight_moment_bw_m * c.size_nm;
  for (int axis = 0; axis < 3; ++axis) {
    const double value = (c.tree.root.moment - c.tree.com.cross(c.com.force_n))(axis);
    rows.add(value, scale, [&] {
      InputRows3 m = c.d.root_moment + skew(c.com.force_n) * c.d.com;
      m.rightCols<3>() -= skew(c.tree.com);
      return extend(m.row(axis));
    });
  }
}

void stance_balance(const NodeContext& c, Rows& rows) {
  // The ground presses at one point, which is an unknown: no horizontal moment about it, and a small free moment.
  const Vec3 scale = c.scales.stance_moment_bw_m * c.size_nm;
  const FootPoint& p = c.sole.point;
  const Vec3 value = c.tree.root.moment - p.r.cross(c.com.force_n);
  InputRows3 m;
  if (rows.derivatives) {
    m = c.d.root_moment;
    m.leftCols<n_coordinates>() += skew(c.com.force_n) * p.r_q;
    m.rightCols<3>() -= skew(p.r);
  }
  for (int axis = 0; axis < 3; ++axis)
    rows.add(value(axis), scale(axis), [&] {
      Rows::Row row = extend(m.row(axis));
      for (int k = 0; k < 2; ++k)
        row(pressure_input + k) = -c.sole.r_p[static_cast<std::size_t>(k)].cross(c.com.force_n)(axis);
      return row;
    });
}

void sole_limits(const NodeContext& c, Rows& rows) {
  // The path keeps to where people press, in metres: as a moment it would run off where force is small, and the row would
  // still bend posture there. It cannot leave the sole.
  const Pressure usual = usual_pressure(c.foot);
  const FootGeometry& foot = c.skeleton.foot;
  for (int k = 0; k < 2; ++k)
    rows.add(c.pressure_m(k) - usual(k), c.scales.pressure.usual_m, [&] {
      Rows::Row row = Rows::Row::Zero();
      row(pressure_input + k) = 1.0;
      return row;
    });
  auto limit = [&](int k, double sign, double reach) {
    const double scale = c.scales.pressure.inside_m;
    const double u = (sign * c.pressure_m(k) - reach) / scale;
    rows.add(hinge(u), 1.0, [&] {
      Rows::Row row = Rows::Row::Zero();
      row(pressure_input + k) = sign * hinge_slope(u) / scale;
      return row;
    });
  };
  limit(0, 1.0, foot.toe_m.x());
  limit(0, -1.0, foot.ball_m.x() - foot.heel_m.x());
  limit(1, 1.0, foot.half_width_m);
  limit(1, -1.0, foot.half_width_m);
}

GroundPower ground_power(const NodeContext& c, bool derivatives) {
  const FootPoint& p = c.sole.point;
  const Vec3 v = c.com.velocity_m_s + p.v - c.tree.com_velocity + Vec3(c.form.speed_m_s, 0.0, 0.0);
  const Vec3& force = c.com.force_n;
  GroundPower g{force.dot(v), Rows::Row::Zero()};
  if (!derivatives) return g;
  for (int axis = 0; axis < 3; ++axis) {
    g.row += force(axis) * velocity_row(p, c.d, axis);
    g.row(n_motion_inputs + axis) += v(axis);
  }
  for (int k = 0; k < 2; ++k) g.row(pressure_input + k) = force.dot(c.sole.v_p[static_cast<std::size_t>(k)]);
  return g;
}

void load_shape(const NodeContext& c, Rows& rows) {
  // Vertical force keeps the measured shape closely and its impulse exactly, fore-aft force its shape loosely: priors, not
  // results. A free vertical shape has three humps and 5 BW peaks. METHODS (11).
  // Fore-aft force is held more firmly in the first quarter, where it decides the moments of knee and hip.
  const ResidualScales::EarlyForce& early = c.scales.early_force;
  const double late = 1.0 / (1.0 + std::exp(-(c.s - early.until) / early.over));
  Vec3 scale = c.scales.force_bw * c.weight_n;
  scale.x() = (early.fore_aft_bw + (c.scales.force_bw.x() - early.fore_aft_bw) * late) * c.weight_n;
  if (c.usual != nullptr) {
    // The force points back at the body: a pressure point nearer to it brakes less. Only the change counts.
    const double per_m = 1.0 / c.com.position_m.y();
    const double nearer = c.sole.point.r.x() - c.tree.com.x() - c.usual->ahead_m;
    const double fy = c.com.force_n.y();
    rows.add(c.com.force_n.x() - c.usual->fore_aft_n + per_m * fy * nearer, scale.x(), [&] {
      Rows::Row row = per_m * fy * position_row(c.sole.point, c.d, 0);
      for (int k = 0; k < 2; ++k) row(pressure_input + k) = per_m * fy * c.sole.r_p[static_cast<std::size_t>(k)](0);
      row(position_input) = 0.0;
      row(position_input + 1) -= per_m * per_m * fy * nearer;
      row(n_motion_inputs) += 1.0;
      row(n_motion_inputs + 1) += per_m * nearer;
      return row;
    });
  }
  for (int axis = c.usual != nullptr ? 1 : 0; axis < 3; ++axis) {
    rows.add(c.com.force_n(axis) - c.normative_force_n(axis), scale(axis), [&] {
      Rows::Row row = Rows::Row::Zero();
      row(n_motion_inputs + axis) = 1.0;
      return row;
    });
  }
}

}  // namespace stridelab
