#include "render/scene/footprints.h"

#include <cmath>
#include <numbers>

#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

constexpr float above_ground_m = 0.002F;
constexpr int round_points = 7;

/// Half an ellipse around an end of the sole, from its right to its left side for +1 (front), back again for -1.
void add_end(std::vector<glm::vec3>& outline, const Vec3& centre, const Vec3& forward, const Vec3& right, double length,
             double width, double sign) {
  for (int i = 0; i < round_points; ++i) {
    const double a = std::numbers::pi * i / (round_points - 1);
    const Vec3 p = centre + sign * (width * std::cos(a) * right + length * std::sin(a) * forward);
    outline.push_back({static_cast<float>(p.x()), above_ground_m, static_cast<float>(p.z())});
  }
}

/// Phase of the stride, from a foot's contact, in which that foot lies flat: the middle of stance.
double flat_phase(const Stride& stride) { return 0.5 * stride.duty_factor(); }

}  // namespace

std::vector<glm::vec3> print_outline(const Skeleton& skeleton, const LegSample& leg) {
  Vec3 forward = leg.ball_m - leg.heel_m;
  forward.y() = 0.0;
  forward.normalize();
  const Vec3 right(-forward.z(), 0.0, forward.x());
  const double width = skeleton.foot.half_width_m;
  std::vector<glm::vec3> outline;
  add_end(outline, leg.ball_m, forward, right, (leg.toe_m - leg.ball_m).dot(forward), 1.2 * width, 1.0);
  add_end(outline, leg.heel_m, forward, right, 0.6 * width, 0.9 * width, -1.0);
  return outline;
}

void add_footprints(DrawList& list, const Stride& stride, const Skeleton& skeleton, double strides, double load,
                    const LoadScale& scale, int steps) {
  const double flat = flat_phase(stride), travel = stride.form().speed_m_s * stride.period_s();
  // Steps are numbered through both feet; the newest whose foot has been flat.
  const auto newest = static_cast<long>(std::floor(2.0 * (strides - flat)));
  for (long step = newest; step > newest - steps && step >= 0; --step) {
    const auto side = static_cast<std::size_t>(step % 2);
    const double then = 0.5 * static_cast<double>(step) + flat;
    const StrideSample sample = stride.at(then);
    Patch print{print_outline(skeleton, sample.leg[side]), scale.colour(load)};
    for (glm::vec3& p : print.outline_m) p.x -= static_cast<float>(travel * (strides - then));
    print.colour.a = 1.0F - static_cast<float>(newest - step) / static_cast<float>(steps);
    list.patches.push_back(std::move(print));
  }
}

}  // namespace stridelab::view
