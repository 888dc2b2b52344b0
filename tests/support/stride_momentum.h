#pragma once

#include "gait/stride.h"
#include "support/differences.h"
#include "support/own_kinematics.h"

namespace stridelab::test {

/// Momentum of a stride from the positions of its segments alone: nothing of the simulation's dynamics is used but the
/// posture and the place of the pelvis.
class StrideMomentum {
 public:
  explicit StrideMomentum(const Stride& stride) : stride_(stride), skeleton_(build_skeleton(stride.body())) {}

  using Vec6 = Eigen::Matrix<double, 6, 1>;

  /// Linear momentum in the belt frame and angular momentum about the centre of mass, N s and N m s.
  [[nodiscard]] Vec6 at(double phase) const {
    using Columns = Eigen::Matrix<double, 3, 4 * n_coordinates>;
    // Per link: place of the centre of mass, then the segment's three axes.
    const Columns now = geometry(phase);
    const Columns rate = central_difference([this](double p) { return geometry(p); }, phase, step) / stride_.period_s();
    Vec6 h = Vec6::Zero();
    Vec3 com = Vec3::Zero(), com_velocity = Vec3::Zero();
    for (std::size_t i = 0; i < n_coordinates; ++i) {
      const double share = skeleton_.link[i].mass_kg / skeleton_.mass_kg;
      com += share * now.col(column(i));
      com_velocity += share * rate.col(column(i));
    }
    h.head<3>() = skeleton_.mass_kg * com_velocity;
    for (std::size_t i = 0; i < n_coordinates; ++i) {
      const Link& link = skeleton_.link[i];
      const Mat3 r = now.middleCols<3>(column(i) + 1);
      const Mat3 w = rate.middleCols<3>(column(i) + 1) * r.transpose();
      const Vec3 spin = 0.5 * Vec3(w(2, 1) - w(1, 2), w(0, 2) - w(2, 0), w(1, 0) - w(0, 1));
      h.tail<3>() += r * link.inertia_kg_m2 * r.transpose() * spin +
                     link.mass_kg * (now.col(column(i)) - com).cross(Vec3(rate.col(column(i)) - com_velocity));
    }
    return h;
  }

  /// Its rate: force, and moment about the centre of mass.
  [[nodiscard]] Vec6 rate(double phase) const {
    return central_difference([this](double p) { return at(p); }, phase, step) / stride_.period_s();
  }

  /// Difference step in phase. Splines bend over 0.024 of phase: (250 x 1e-4)^4 = 4e-7; rounding 1e-15 / 1e-8 = 1e-7.
  static constexpr double step = 1e-4;

 private:
  static Eigen::Index column(std::size_t link) { return static_cast<Eigen::Index>(4 * link); }

  [[nodiscard]] Eigen::Matrix<double, 3, 4 * n_coordinates> geometry(double phase) const {
    const StrideSample s = stride_.at(phase);
    const OwnPose pose = own_pose(skeleton_, s.q_rad);
    Eigen::Matrix<double, 3, 4 * n_coordinates> g;
    for (std::size_t i = 0; i < n_coordinates; ++i) {
      g.col(column(i)) = s.pelvis_m + pose.joint[i] + pose.rotation[i] * skeleton_.link[i].com_m;
      g.middleCols<3>(column(i) + 1) = pose.rotation[i];
    }
    return g;
  }

  const Stride& stride_;
  Skeleton skeleton_;
};

}  // namespace stridelab::test
