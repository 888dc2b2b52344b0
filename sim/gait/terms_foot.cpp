#include <algorithm>
#include <cmath>
#include <numbers>

#include "gait/terms.h"

namespace stridelab {
namespace {

constexpr int foot_link[2] = {subtalar_angle_r, subtalar_angle_l};
constexpr int toe_link[2] = {mtp_angle_r, mtp_angle_l};

/// Direction cosine `component` of a foot axis (column of the rotation matrix), with derivative.
struct Cosine {
  double value;
  Rows::Row row;
};

Cosine cosine(const NodeContext& c, int link, int column, int component) {
  const auto l = static_cast<std::size_t>(link);
  const Vec3 axis = c.tree.rotation[l].col(column);
  Cosine result{axis(component), Rows::Row::Zero()};
  const Chain& chain = chain_to(link);
  for (int n = 0; n < chain.length; ++n) {
    const int k = chain.link[static_cast<std::size_t>(n)];
    result.row(k) = c.tree.axis[static_cast<std::size_t>(k)].angular.cross(axis)(component);
  }
  return result;
}

double height(const NodeContext& c, const FootPoint& p) { return c.com.position_m.y() + p.r.y() - c.tree.com.y(); }

/// Sole and ground give way: a calibration of the posture under load with the usual shoe on asphalt. Another shoe or ground
/// adds what it gives more. The force, and with it the path of the centre of mass, stays: what the ground gives more, the
/// leg gives less (Kerdok 2002). METHODS (32).
double compression_m(const NodeContext& c) {
  const ResidualScales::Compression& usually = c.scales.compression;
  const double usual =
      -usually.depth_m * std::min(usually.most, c.normative_force_n.y() / (usually.at_force_bw * c.weight_n));
  return usual - c.form.footing.midfoot_compliance_change_m_n * c.normative_force_n.y();
}

/// How fast the ground's give grows with the load: what the material under the pressure point sinks by, m/s.
double compression_rate_m_s(const NodeContext& c) {
  const double rate = c.load_rate_n_s;
  const ResidualScales::Compression& usually = c.scales.compression;
  const double full_n = usually.at_force_bw * c.weight_n;
  const double usual_m_n = c.normative_force_n.y() < usually.most * full_n ? usually.depth_m / full_n : 0.0;
  return (usual_m_n + c.form.footing.midfoot_compliance_change_m_n) * rate;
}

void angle_row(const Cosine& a, double target_sine, double scale, Rows& rows) {
  rows.add(a.value - target_sine, scale, [&] { return a.row; });
}

/// The heel half a step width beside the line of progression: step width is measured between the heels.
void foot_line(const NodeContext& c, int side, double scale, Rows& rows) {
  FootPoint heel;
  heel.add(c.tree, foot_link[side], c.skeleton.foot.heel_m, 1.0, rows.derivatives);
  const double target = (side == 0 ? 0.5 : -0.5) * c.form.step_width_m;
  rows.add(c.com.position_m.z() + heel.r.z() - c.tree.com.z() - target, scale,
           [&] { return position_row(heel, c.d, 2); });
}

}  // namespace

void resting_foot(const NodeContext& c, Rows& rows) {
  // Rows fade at both ends of stance: a foot that lands and leaves is not yet, or no longer, a fixture.
  const ResidualScales::RestingFoot& scales = c.scales.resting_foot;
  const double soft = scales.fades_to + (1 - scales.fades_to) * c.foot.rest;
  const FootPoint& p = c.sole.point;
  auto by_pressure = [](Rows::Row row, const std::array<Vec3, 2>& by, int axis) {
    for (int k = 0; k < 2; ++k) row(pressure_input + k) = by[static_cast<std::size_t>(k)](axis);
    return row;
  };
  rows.add(height(c, p) - compression_m(c), scales.height_m / soft,
           [&] { return by_pressure(position_row(p, c.d, 1), c.sole.r_p, 1); });
  // The foot rolls about its pressure point: what lies under it stands still on the ground (belt frame: it moves back at
  // the running speed). It counts by the force, for it is the power that matters. Downward it is hardly held: a flat rigid
  // sole must sink its front while it slaps down.
  const double load = std::max(c.normative_force_n.y(), 0.0) / (scales.loaded_bw * c.weight_n);
  const double pressed = std::min(1.0, load) + 1e-3;
  const double still_m_s = scales.speed_m_s / pressed;
  const Vec3 speed =
      c.com.velocity_m_s + p.v - c.tree.com_velocity + Vec3(c.form.speed_m_s, compression_rate_m_s(c), 0.0);
  rows.add(speed.x(), still_m_s, [&] { return by_pressure(velocity_row(p, c.d, 0), c.sole.v_p, 0); });
  rows.add(speed.z(), still_m_s, [&] { return by_pressure(velocity_row(p, c.d, 2), c.sole.v_p, 2); });
  rows.add(speed.y(), scales.sinking_m_s / pressed,
           [&] { return by_pressure(velocity_row(p, c.d, 1), c.sole.v_p, 1); });
  foot_line(c, 0, c.scales.foot_line_m / soft, rows);
  // A weak hip lets the leg turn over the foot, and the foot with it.
  const ResidualScales::WeakHip& hip = c.scales.weak_hip;
  const double toe_out_scale =
      scales.toe_out_rad + (hip.toe_out_rad - scales.toe_out_rad) * hip.weakness(c.abductors.strength);
  // Pitch follows the schedule closely while the foot lies, loosely once the heel has left the ground.
  const double pitch_scale =
      (c.foot.pitch_rad < scales.heel_up_below_rad ? scales.heel_up_pitch_rad : scales.pitch_rad) / soft;
  angle_row(cosine(c, foot_link[0], 0, 1), std::sin(c.foot.pitch_rad), pitch_scale, rows);
  angle_row(cosine(c, toe_link[0], 0, 1), std::sin(c.foot.toe_pitch_rad), scales.toe_pitch_rad / soft, rows);
  angle_row(cosine(c, foot_link[0], 2, 1), std::sin(c.rearfoot_roll_rad), scales.roll_rad / soft, rows);
  angle_row(cosine(c, foot_link[0], 0, 2), std::sin(c.form.toe_out_rad), toe_out_scale / soft, rows);
}

void landing_foot(const NodeContext& c, Rows& rows) {
  // The left foot lands at the end of the right foot's flight: at the strike angle, its contact point on the ground.
  const ResidualScales::LandingFoot& scales = c.scales.landing_foot;
  const FootTarget& land = c.landing;
  const FootPoint p =
      pressure_point(c.skeleton, c.tree, foot_link[1], toe_link[1], usual_pressure(land), rows.derivatives).point;
  rows.add(height(c, p), scales.height_m, [&] { return position_row(p, c.d, 1); });
  angle_row(cosine(c, foot_link[1], 0, 1), std::sin(land.pitch_rad), scales.pitch_rad, rows);
  angle_row(cosine(c, foot_link[1], 0, 2), -std::sin(c.landing_toe_out_rad), scales.toe_out_rad, rows);
  foot_line(c, 1, c.scales.foot_line_m, rows);
  if (std::isnan(c.placement_target_m)) return;
  FootPoint ankle;
  ankle.add(c.tree, foot_link[1], Vec3::Zero(), 1.0, rows.derivatives);
  rows.add(ankle.r.x() - c.tree.com.x() - c.placement_target_m, scales.placement_m, [&] {
    Rows::Row row = position_row(ankle, c.d, 0);
    row(position_input) = 0.0;
    return row;
  });
}

void swing_clearance(const NodeContext& c, int side, Rows& rows) {
  // Heel and toe tip pass the ground with most room in mid-swing.
  const double leg_phase = side == 0 ? c.phase : c.phase + 0.5;
  const double duty = side == 0 ? c.duty : c.other_duty;
  const double u = (leg_phase - duty) / (1.0 - duty);
  const double clearance = c.scales.swing_clearance.clearance_m * std::sin(std::numbers::pi * u);
  const double scale = c.scales.swing_clearance.scale_m;
  const FootGeometry& g = c.skeleton.foot;
  auto point = [&](int link, const Vec3& local) {
    FootPoint p;
    p.add(c.tree, link, local, 1.0, rows.derivatives);
    const double x = (clearance - height(c, p)) / scale;
    rows.add(hinge(x), 1.0, [&] { return Rows::Row(position_row(p, c.d, 1) * (-hinge_slope(x) / scale)); });
  };
  point(foot_link[side], g.heel_m);
  point(toe_link[side], g.toe_m);
}

}  // namespace stridelab
