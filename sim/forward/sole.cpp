#include "forward/sole.h"

namespace stridelab {
namespace {

constexpr double toe_point_fraction = 0.75;
constexpr double toe_spring_m = 0.012;

}  // namespace

std::array<std::array<SolePoint, sole_points_per_foot>, 2> sole_points(const Skeleton& skeleton) {
  constexpr int foot_link[2] = {subtalar_angle_r, subtalar_angle_l};
  const FootGeometry& g = skeleton.foot;
  const Vec3 toe(toe_point_fraction * g.toe_m.x(), g.toe_m.y() + toe_spring_m, g.toe_m.z());
  std::array<std::array<SolePoint, sole_points_per_foot>, 2> soles{};
  for (std::size_t side = 0; side < 2; ++side) {
    const int foot = foot_link[side];
    std::size_t k = 0;
    for (const auto& [region, link, at] :
         {std::tuple{SoleRegion::heel, foot, g.heel_m}, std::tuple{SoleRegion::ball, foot, g.ball_m},
          std::tuple{SoleRegion::toe, foot + 1, toe}}) {
      for (const double across : {-1.0, 1.0}) {
        // The toes and the heel are narrower than the ball.
        const double width = (region == SoleRegion::ball ? 1.0 : 0.75) * g.half_width_m;
        soles[side][k++] = {link, region, at + Vec3(0.0, 0.0, across * width)};
      }
    }
  }
  return soles;
}

}  // namespace stridelab
