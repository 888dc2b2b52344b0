#include "gait/terms.h"

namespace stridelab {
namespace {

/// Moment the ground must supply about a point of the stance foot, and its derivative.
struct GroundMoment {
  Vec3 value;
  InputRows3 rows;
};

GroundMoment moment_about(const NodeContext& c, const FootPoint& p, bool derivatives) {
  GroundMoment m;
  m.value = c.tree.root.moment - p.r.cross(c.com.force_n);
  if (!derivatives) return m;
  m.rows = c.d.root_moment;
  const Mat3 force = skew(c.com.force_n);
  m.rows.leftCols<n_coordinates>() += force * p.r_q;
  m.rows.rightCols<3>() -= skew(p.r);
  return m;
}

Rows::Row extend(const InputRow& row) {
  Rows::Row full = Rows::Row::Zero();
  full.head<n_tree_inputs>() = row;
  return full;
}

FootPoint pressure_point(const NodeContext& c, bool derivatives) {
  FootPoint p;
  p.add(c.tree, subtalar_angle_r, c.skeleton.foot.heel_m, 1.0 - c.foot.cop, derivatives);
  p.add(c.tree, subtalar_angle_r, c.skeleton.foot.ball_m, c.foot.cop, derivatives);
  return p;
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
  // Moments about the scheduled centre of pressure, not its position: no division by a vanishing force.
  // Narrow scales keep the path near the schedule.
  const Vec3 scale = c.scales.stance_moment_bw_m * c.size_nm;
  const FootPoint p = pressure_point(c, rows.derivatives);
  const GroundMoment m = moment_about(c, p, rows.derivatives);
  for (int axis = 0; axis < 3; ++axis) rows.add(m.value(axis), scale(axis), [&] { return extend(m.rows.row(axis)); });
}

void sole_limits(const NodeContext& c, Rows& rows) {
  // The centre of pressure cannot leave the sole: heel to toe tip, and half the width to each side.
  const double scale = c.scales.sole_moment_bw_m * c.size_nm;
  const FootPoint p = pressure_point(c, rows.derivatives);
  const GroundMoment m = moment_about(c, p, rows.derivatives);
  const FootGeometry& foot = c.skeleton.foot;
  const double length = foot.ball_m.x() - foot.heel_m.x();
  const double behind = c.foot.cop * length;
  const double ahead = foot.mtp_m.x() + foot.toe_m.x() - foot.heel_m.x() - behind;
  const double fy = c.com.force_n.y();
  auto limit = [&](int axis, double sign, double reach) {
    const double u = (sign * m.value(axis) - reach * fy) / scale;
    rows.add(hinge(u), 1.0, [&] {
      InputRow row = sign * m.rows.row(axis);
      row(n_motion_inputs + 1) -= reach;
      return Rows::Row(extend(row) * (hinge_slope(u) / scale));
    });
  };
  limit(2, 1.0, ahead);
  limit(2, -1.0, behind);
  limit(0, 1.0, foot.half_width_m);
  limit(0, -1.0, foot.half_width_m);
}

void load_shape(const NodeContext& c, Rows& rows) {
  // Vertical force keeps the measured shape closely and its impulse exactly, fore-aft force its shape loosely: priors, not
  // results. A free vertical shape has three humps and 5 BW peaks. METHODS (11).
  const Vec3 scale = c.scales.force_bw * c.weight_n;
  for (int axis = 0; axis < 3; ++axis) {
    rows.add(c.com.force_n(axis) - c.normative_force_n(axis), scale(axis), [&] {
      Rows::Row row = Rows::Row::Zero();
      row(n_motion_inputs + axis) = 1.0;
      return row;
    });
  }
}

}  // namespace stridelab
