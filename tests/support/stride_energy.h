#pragma once

#include <cmath>

#include "gait/stride_solution.h"
#include "support/differences.h"
#include "support/own_kinematics.h"
#include "support/strides.h"

namespace stridelab::test {

/// Kinetic and potential energy over the ground, from places of segments alone.
class StrideEnergy {
 public:
  explicit StrideEnergy(const Stride& stride) : stride_(stride), skeleton_(build_skeleton(stride.body())) {}

  /// Kinetic energy in the frame of the ground plus the height of the centre of mass over the surface, J. The path up a
  /// slope is not in it: climb_w() is.
  [[nodiscard]] double at_j(double phase) const {
    const Places now = places(phase), rate = rates(phase);
    double sum = 0.0;
    for (std::size_t i = 0; i < n_coordinates; ++i) {
      const Link& link = skeleton_.link[i];
      const Mat3 r = now.middleCols<3>(column(i) + 1);
      const Vec3 spin = r.transpose() * spin_of(now, rate, i);
      sum += 0.5 * link.mass_kg * rate.col(column(i)).squaredNorm() + 0.5 * spin.dot(link.inertia_kg_m2 * spin);
      sum += link.mass_kg * gravity_m_s2 * std::cos(stride_.form().slope_rad) * now.col(column(i)).y();
    }
    return sum;
  }

  [[nodiscard]] double rate_w(double phase) const {
    const auto energy = [this](double p) { return Eigen::Matrix<double, 1, 1>(at_j(p)); };
    return central_difference(energy, phase, step)(0) / stride_.period_s();
  }

  /// Power against gravity along the surface.
  [[nodiscard]] double climb_w(double phase) const {
    return skeleton_.mass_kg * gravity_m_s2 * std::sin(stride_.form().slope_rad) *
           stride_.at(phase).com_velocity_m_s.x();
  }

  /// Power of the ground on the runner: the toes' share of the force moves with the toe tip, all the rest of the wrench with
  /// the foot.
  [[nodiscard]] double ground_w(double phase) const {
    const double wrapped = phase - std::floor(phase);
    const bool right = wrapped < 0.5;
    const StrideSample s = stride_.at(wrapped);
    const std::size_t leg = right ? 0 : 1;
    const Vec3 force = s.leg[leg].grf_n;
    if (force.norm() == 0.0) return 0.0;
    const Pressure pressure = stride_.solution().pressure((right ? wrapped : wrapped - 0.5) / stride_.duty_factor());
    const double share = sole_share(skeleton_.foot, pressure.x()).toe;
    const auto toes = static_cast<std::size_t>(right ? mtp_angle_r : mtp_angle_l), foot = toes - 1;
    const Places now = places(phase), rate = rates(phase);
    const Vec3 across = (right ? 1.0 : -1.0) * pressure.y() * now.col(column(toes) + 3);
    const Vec3 tip = s.leg[leg].toe_m + across;
    const Vec3 at = now.col(column(foot));
    const Vec3 moment =
        (s.cop_m - at).cross(force) + Vec3(0.0, s.free_moment_nm, 0.0) - (tip - at).cross(share * force);
    return share * force.dot(velocity_of(now, rate, toes, tip)) + (1.0 - share) * force.dot(rate.col(column(foot))) +
           moment.dot(spin_of(now, rate, foot));
  }

  /// Power of the moment that nobody supplies in flight.
  [[nodiscard]] double residual_w(double phase) const {
    return stride_.at(phase).residual_moment_nm.dot(spin_of(places(phase), rates(phase), pelvis_rotation));
  }

 private:
  /// That of support/stride_momentum.h.
  static constexpr double step = 1e-4;
  using Places = Eigen::Matrix<double, 3, 4 * n_coordinates>;
  static Eigen::Index column(std::size_t link) { return static_cast<Eigen::Index>(4 * link); }

  static Vec3 spin_of(const Places& now, const Places& rate, std::size_t link) {
    const Mat3 w = rate.middleCols<3>(column(link) + 1) * now.middleCols<3>(column(link) + 1).transpose();
    return 0.5 * Vec3(w(2, 1) - w(1, 2), w(0, 2) - w(2, 0), w(1, 0) - w(0, 1));
  }

  static Vec3 velocity_of(const Places& now, const Places& rate, std::size_t link, const Vec3& point) {
    return rate.col(column(link)) + spin_of(now, rate, link).cross(Vec3(point - now.col(column(link))));
  }

  /// Per link: place of the centre of mass, then the segment's three axes. Belt frame.
  [[nodiscard]] Places places(double phase) const {
    const StrideSample s = stride_.at(phase);
    const OwnPose pose = own_pose(skeleton_, s.q_rad);
    Places g;
    for (std::size_t i = 0; i < n_coordinates; ++i) {
      g.col(column(i)) = s.pelvis_m + pose.joint[i] + pose.rotation[i] * skeleton_.link[i].com_m;
      g.middleCols<3>(column(i) + 1) = pose.rotation[i];
    }
    return g;
  }

  /// Their rates over the ground.
  [[nodiscard]] Places rates(double phase) const {
    Places rate = central_difference([this](double p) { return places(p); }, phase, step) / stride_.period_s();
    for (std::size_t i = 0; i < n_coordinates; ++i) rate(0, column(i)) += stride_.form().speed_m_s;
    return rate;
  }

  const Stride& stride_;
  Skeleton skeleton_;
};

}  // namespace stridelab::test
