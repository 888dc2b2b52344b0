#include "forward/ground_fit.h"

#include <algorithm>
#include <cmath>

#include "forward/reflex_constants.h"
#include "forward/sole.h"

namespace stridelab {
namespace {

constexpr int leg_first[2] = {hip_flexion_r, hip_flexion_l};
constexpr double least_force_n = 20.0;  ///< below it a foot is not on the ground

/// The springs of one sole in the posture of the plan.
struct Springs {
  std::array<double, sole_points_per_foot> height_m, stiffness_n_m;

  [[nodiscard]] double carried_n(double rise_m) const {
    double sum = 0.0;
    for (std::size_t k = 0; k < height_m.size(); ++k) sum += stiffness_n_m[k] * std::max(0.0, -(height_m[k] + rise_m));
    return sum;
  }
  /// The rise at which they carry a force: it falls as the foot rises, so bisection.
  [[nodiscard]] double rise_for(double force_n) const {
    double low = -0.06, high = 0.06;
    for (int i = 0; i < 40; ++i) {
      const double middle = 0.5 * (low + high);
      (carried_n(middle) > force_n ? low : high) = middle;
    }
    return 0.5 * (low + high);
  }
};

Springs springs_of(const StrideSample& sample, std::size_t side, const Skeleton& skeleton,
                   const ContactModel& contact) {
  const LegSample& leg = sample.leg[side];
  const double toe_angle = sample.q_rad(leg_first[side] + LimbMatrix::leg_size - 1);
  const Mat3 toes = leg.foot * Eigen::AngleAxisd(toe_angle, Vec3::UnitZ()).toRotationMatrix();
  const auto soles = sole_points(skeleton)[side];
  Springs springs{};
  for (std::size_t k = 0; k < soles.size(); ++k) {
    const SolePoint& point = soles[k];
    springs.height_m[k] = point.region == SoleRegion::toe ? leg.mtp_m.y() + (toes * point.local_m).y()
                                                          : leg.ankle_m.y() + (leg.foot * point.local_m).y();
    springs.stiffness_n_m[k] =
        point_share(point.region) * contact.stiffness_n_m[static_cast<std::size_t>(point.region)];
  }
  return springs;
}

}  // namespace

double ground_rise_m(const StrideSample& sample, int side, const Skeleton& skeleton, const ContactModel& contact) {
  const auto leg = static_cast<std::size_t>(side);
  const double force_n = sample.leg[leg].grf_n.y();
  const double full_n = reflex_constants().ground_fit.full_bw * skeleton.mass_kg * gravity_m_s2;
  const double share = std::clamp((force_n - least_force_n) / full_n, 0.0, 1.0);
  return share == 0.0 ? 0.0 : share * springs_of(sample, leg, skeleton, contact).rise_for(force_n);
}

CoordinateVector leg_change_for_rise(const StrideSample& sample, int side, double rise_m) {
  CoordinateVector change = CoordinateVector::Zero();
  const LegSample& leg = sample.leg[static_cast<std::size_t>(side)];
  // Sagittal plane: hip flexion turns the leg about the hip, knee flexion the shank about the knee, the other way.
  const Vec3 from_hip = leg.ankle_m - leg.hip_m, from_knee = leg.ankle_m - leg.knee_m;
  Eigen::Matrix2d jacobian;
  jacobian << -from_hip.y(), from_knee.y(), from_hip.x(), -from_knee.x();
  if (std::abs(jacobian.determinant()) < 0.01) return change;
  const Eigen::Vector2d turn = jacobian.inverse() * Eigen::Vector2d(0.0, rise_m);
  const int hip = leg_first[side];
  change(hip) = turn(0);
  change(hip + 3) = turn(1);
  change(hip + 4) = turn(1) - turn(0);  // the foot keeps its pitch
  return change;
}

double spring_force_n(const StrideSample& sample, int side, const Skeleton& skeleton, const ContactModel& contact,
                      double rise_m) {
  return springs_of(sample, static_cast<std::size_t>(side), skeleton, contact).carried_n(rise_m);
}

}  // namespace stridelab
