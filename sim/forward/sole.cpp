#include "forward/sole.h"

namespace stridelab {
namespace {

constexpr double toe_point_fraction = 0.75;
constexpr double toe_spring_m = 0.008;
// Behind the first metatarsal head, as fractions of the distance from heel to ball.
constexpr double fifth_head_fraction = 0.14, pad_fraction = 0.23;
constexpr double narrow = 0.75;  // heel and toes against the half width at the ball

}  // namespace

std::array<std::array<SolePoint, sole_points_per_foot>, 2> sole_points(const Skeleton& skeleton) {
  constexpr int foot_link[2] = {subtalar_angle_r, subtalar_angle_l};
  const FootGeometry& g = skeleton.foot;
  const double length = g.ball_m.x() - g.heel_m.x();
  const Vec3 lateral_ball = g.ball_m - Vec3(fifth_head_fraction * length, 0.0, 0.0);
  const Vec3 back(pad_fraction * length, 0.0, 0.0);
  const Vec3 toe(toe_point_fraction * g.toe_m.x(), g.toe_m.y() + toe_spring_m, g.toe_m.z());
  std::array<std::array<SolePoint, sole_points_per_foot>, 2> soles{};
  for (std::size_t side = 0; side < 2; ++side) {
    const double out = side == 0 ? g.half_width_m : -g.half_width_m;  // lateral is to the right on the right foot
    auto at = [&](const Vec3& p, double across) { return Vec3(p + Vec3(0.0, 0.0, across * out)); };
    const std::array<Vec3, sole_points_per_foot> points = {
        at(g.heel_m, -narrow),     at(g.heel_m, narrow),         at(g.ball_m, -1.0), at(lateral_ball, 1.0),
        at(g.ball_m - back, -1.0), at(lateral_ball - back, 1.0), at(toe, -narrow),   at(toe, narrow)};
    for (std::size_t k = 0; k < points.size(); ++k) {
      const bool toes = sole_regions[k] == SoleRegion::toe;
      soles[side][k] = {foot_link[side] + (toes ? 1 : 0), sole_regions[k], points[k]};
    }
  }
  return soles;
}

double point_share(SoleRegion region) { return region == SoleRegion::ball ? 0.25 : 0.5; }

}  // namespace stridelab
