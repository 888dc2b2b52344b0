#include "gait/pressure_path.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stridelab {

PressureShape::Row PressureShape::at(double s) {
  // Cox & de Boor's recursion; the knots at both ends are fourfold.
  auto knot = [](int i) { return std::clamp(static_cast<double>(i - 3) / intervals, 0.0, 1.0); };
  const double x = std::clamp(s, 0.0, 1.0 - 1e-12);
  std::array<double, count + 3> b{};
  for (int i = 0; i < count + 3; ++i) b[static_cast<std::size_t>(i)] = x >= knot(i) && x < knot(i + 1) ? 1.0 : 0.0;
  for (int p = 1; p <= 3; ++p)
    for (int i = 0; i < count + 3 - p; ++i) {
      const double w1 = knot(i + p) - knot(i), w2 = knot(i + p + 1) - knot(i + 1);
      const auto k = static_cast<std::size_t>(i);
      b[k] = (w1 > 0.0 ? (x - knot(i)) / w1 * b[k] : 0.0) + (w2 > 0.0 ? (knot(i + p + 1) - x) / w2 * b[k + 1] : 0.0);
    }
  Row row;
  for (int i = 0; i < count; ++i) row(i) = b[static_cast<std::size_t>(i)];
  return row;
}

Pressure usual_pressure(const FootTarget& target) { return {target.pressure_ahead_m, 0.0}; }

Pressure pressure_at(const FootTarget& target, double s, const PressureUnknowns& deviation) {
  const PressureShape::Row b = PressureShape::at(s);
  return usual_pressure(target) + pressure_unit_m * Pressure(b.dot(deviation.head<PressureShape::count>()),
                                                             b.dot(deviation.tail<PressureShape::count>()));
}

SoleShare sole_share(const FootGeometry& foot, double ahead_m) {
  constexpr double round_m = 0.008;
  const double root = std::sqrt(ahead_m * ahead_m + round_m * round_m);
  const double ahead = 0.5 * (ahead_m + root), slope = 0.5 * (1.0 + ahead_m / root);
  return {ahead_m - ahead, 1.0 - slope, ahead / foot.toe_m.x(), slope / foot.toe_m.x()};
}

PressurePoint pressure_point(const Skeleton& skeleton, const TreeState& t, int foot_link, int toe_link,
                             const Pressure& p, bool derivatives) {
  const FootGeometry& g = skeleton.foot;
  PressurePoint s;
  s.share = sole_share(g, p.x());
  const double w = s.share.toe;
  const Vec3 on_foot = g.ball_m + Vec3(s.share.foot_x_m, 0.0, p.y()), on_toe = g.toe_m + Vec3(0.0, 0.0, p.y());
  s.point.add(t, foot_link, on_foot, 1.0 - w, derivatives);
  s.point.add(t, toe_link, on_toe, w, derivatives);
  const auto f = static_cast<std::size_t>(foot_link), k = static_cast<std::size_t>(toe_link);
  s.toe = t.point[k] + t.rotation[k] * on_toe;
  if (!derivatives) return s;
  const Vec3 foot = t.point[f] + t.rotation[f] * on_foot;
  const Vec3 foot_v = t.velocity[f].linear + t.velocity[f].angular.cross(foot);
  const Vec3 toe_v = t.velocity[k].linear + t.velocity[k].angular.cross(s.toe);
  const Vec3 ex = t.rotation[f].col(0), ez = t.rotation[f].col(2), tz = t.rotation[k].col(2);
  const double along = (1.0 - w) * s.share.foot_x_slope;
  s.r_p[0] = along * ex + s.share.toe_slope * (s.toe - foot);
  s.v_p[0] = along * t.velocity[f].angular.cross(ex) + s.share.toe_slope * (toe_v - foot_v);
  s.r_p[1] = (1.0 - w) * ez + w * tz;
  s.v_p[1] = (1.0 - w) * t.velocity[f].angular.cross(ez) + w * t.velocity[k].angular.cross(tz);
  return s;
}

}  // namespace stridelab
