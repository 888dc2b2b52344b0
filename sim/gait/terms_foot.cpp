#include <algorithm>
#include <cmath>
#include <numbers>

#include "gait/terms.h"

namespace stridelab {
namespace {

constexpr int foot_link[2] = {subtalar_angle_r, subtalar_angle_l};
constexpr int toe_link[2] = {mtp_angle_r, mtp_angle_l};

/// How still the resting point stands, m/s. Posture pulls harder on the foot on slopes, in unusual strikes and when it
/// is placed elsewhere, so it is held harder there; smooth in the form, so that sliders are.
double rest_scale_m_s(const ResidualScales::RestingFoot& scales, const Form& form) {
  const double slope = form.slope_rad / scales.slope_rad;
  const double strike = (form.foot_strike_rad - scales.usual_strike_rad) / scales.strike_rad;
  const double placement = form.foot_placement_m / scales.placement_m;
  return scales.speed_m_s / (1.0 + slope * slope + strike * strike + placement * placement);
}

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

/// Sole and ground give way: a calibration of the posture under load with the usual shoe on asphalt.
/// Another shoe or ground adds what it gives more. The force, and with it the path of the centre of mass, stays: what the
/// ground gives more, the leg gives less (Kerdok 2002). METHODS (32).
double compression_m(const NodeContext& c) {
  const ResidualScales::Compression& usually = c.scales.compression;
  const double usual =
      -usually.depth_m * std::min(usually.most, c.normative_force_n.y() / (usually.at_force_bw * c.weight_n));
  return usual - c.form.footing.midfoot_compliance_change_m_n * c.normative_force_n.y();
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
  const FootGeometry& g = c.skeleton.foot;
  FootPoint p;
  p.add(c.tree, foot_link[0], g.heel_m, c.foot.heel, rows.derivatives);
  p.add(c.tree, foot_link[0], g.ball_m, c.foot.ball, rows.derivatives);
  p.add(c.tree, toe_link[0], g.toe_m, c.foot.toe, rows.derivatives);
  rows.add(height(c, p) - compression_m(c), scales.height_m / soft, [&] { return position_row(p, c.d, 1); });
  // The resting point stands still on the ground (belt frame: it moves back at the running speed).
  const double firmness = rest_scale_m_s(scales, c.form) / std::max(c.foot.rest, 1e-3);
  const Vec3 speed = c.com.velocity_m_s + p.v - c.tree.com_velocity + Vec3(c.form.speed_m_s, 0.0, 0.0);
  rows.add(speed.x(), firmness, [&] { return velocity_row(p, c.d, 0); });
  rows.add(speed.z(), firmness, [&] { return velocity_row(p, c.d, 2); });
  foot_line(c, 0, c.scales.foot_line_m / soft, rows);
  // Pitch follows the schedule closely while the foot lies, loosely once the heel has left the ground.
  const double pitch_scale =
      (c.foot.pitch_rad < scales.heel_up_below_rad ? scales.heel_up_pitch_rad : scales.pitch_rad) / soft;
  angle_row(cosine(c, foot_link[0], 0, 1), std::sin(c.foot.pitch_rad), pitch_scale, rows);
  angle_row(cosine(c, toe_link[0], 0, 1), std::sin(c.foot.toe_pitch_rad), scales.toe_pitch_rad / soft, rows);
  angle_row(cosine(c, foot_link[0], 2, 1), std::sin(c.rearfoot_roll_rad), scales.roll_rad / soft, rows);
  angle_row(cosine(c, foot_link[0], 0, 2), std::sin(c.form.toe_out_rad), scales.toe_out_rad / soft, rows);
}

void landing_foot(const NodeContext& c, Rows& rows) {
  // The left foot lands at the end of the right foot's flight: at the strike angle, its contact point on the ground.
  const ResidualScales::LandingFoot& scales = c.scales.landing_foot;
  const FootSchedule land = foot_schedule(c.form, 0.0);
  const FootGeometry& g = c.skeleton.foot;
  FootPoint p;
  p.add(c.tree, foot_link[1], g.heel_m, land.heel, rows.derivatives);
  p.add(c.tree, foot_link[1], g.ball_m, land.ball + land.toe, rows.derivatives);
  rows.add(height(c, p), scales.height_m, [&] { return position_row(p, c.d, 1); });
  angle_row(cosine(c, foot_link[1], 0, 1), std::sin(land.pitch_rad), scales.pitch_rad, rows);
  angle_row(cosine(c, foot_link[1], 0, 2), -std::sin(c.form.toe_out_rad), scales.toe_out_rad, rows);
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
  const double u = (leg_phase - c.duty) / (1.0 - c.duty);
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
