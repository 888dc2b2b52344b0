#include "forward/ground_fit.h"

#include <algorithm>
#include <cmath>

#include "forward/sole.h"

namespace stridelab {
namespace {

constexpr int leg_first[2] = {hip_flexion_r, hip_flexion_l};

/// Height of a sole point in the plan. Toe points are carried by the toes, which the sample gives by their tip.
double height(const LegSample& leg, const SolePoint& point, const Mat3& toes) {
  return point.region == SoleRegion::toe ? leg.mtp_m.y() + (toes * point.local_m).y()
                                         : leg.ankle_m.y() + (leg.foot * point.local_m).y();
}

/// How far the foot must rise so that the springs carry the force: the force falls as the foot rises, so bisection.
double rise_m(const std::array<double, sole_points_per_foot>& heights,
              const std::array<double, sole_points_per_foot>& stiffness, double force_n) {
  auto carried = [&](double rise) {
    double sum = 0.0;
    for (std::size_t k = 0; k < sole_points_per_foot; ++k) sum += stiffness[k] * std::max(0.0, -(heights[k] + rise));
    return sum;
  };
  double low = -0.06, high = 0.06;
  for (int i = 0; i < 40; ++i) {
    const double middle = 0.5 * (low + high);
    (carried(middle) > force_n ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace

CoordinateVector ground_fit(const StrideSample& sample, int side, const Skeleton& skeleton,
                            const ContactModel& contact) {
  CoordinateVector change = CoordinateVector::Zero();
  const LegSample& leg = sample.leg[static_cast<std::size_t>(side)];
  const double force = leg.grf_n.y();
  const double share = std::clamp((force - 20.0) / (0.4 * skeleton.mass_kg * gravity_m_s2), 0.0, 1.0);
  if (share == 0.0) return change;
  const int hip = leg_first[side];
  const double toe_angle = sample.q_rad(hip + 6);
  const Mat3 toes = leg.foot * Eigen::AngleAxisd(toe_angle, Vec3::UnitZ()).toRotationMatrix();
  const auto soles = sole_points(skeleton)[static_cast<std::size_t>(side)];
  std::array<double, sole_points_per_foot> heights{}, stiffness{};
  for (std::size_t k = 0; k < sole_points_per_foot; ++k) {
    heights[k] = height(leg, soles[k], toes);
    stiffness[k] = point_share(soles[k].region) * contact.stiffness_n_m[static_cast<std::size_t>(soles[k].region)];
  }
  const double rise = share * rise_m(heights, stiffness, force);
  // Sagittal plane: hip flexion turns the leg about the hip, knee flexion the shank about the knee, the other way.
  const Vec3 from_hip = leg.ankle_m - leg.hip_m, from_knee = leg.ankle_m - leg.knee_m;
  Eigen::Matrix2d jacobian;
  jacobian << -from_hip.y(), from_knee.y(), from_hip.x(), -from_knee.x();
  if (std::abs(jacobian.determinant()) < 0.01) return change;  // a straight leg cannot give way
  const Eigen::Vector2d turn = jacobian.inverse() * Eigen::Vector2d(0.0, rise);
  change(hip) = turn(0);
  change(hip + 3) = turn(1);
  change(hip + 4) = turn(1) - turn(0);  // the foot keeps its pitch
  return change;
}

}  // namespace stridelab
