#pragma once

#include "forward/ground_contact.h"

namespace stridelab::test {

/// The whole runner stiff as a statue that can be shifted but not turned: a mass on the ground, for which contact has
/// closed forms. Everything but the pelvis's translation is held by dampers of 1e12 Nms/rad, then set to zero.
class RigidRunner {
 public:
  RigidRunner(const ContactModel& model, double step_s, double belt_m_s = 0.0)
      : skeleton(build_skeleton(Body{})), dt_s(step_s), ground_(skeleton, model, belt_m_s) {
    free_dynamics(skeleton, state, Vec3::Zero(), dynamics_);
    const auto foot = static_cast<std::size_t>(subtalar_angle_r);
    sole_m = dynamics_.tree.point[foot].y() + skeleton.foot.heel_m.y();
    state.q(1) = -sole_m;  // standing on the ground without weight
  }

  void step() {
    free_dynamics(skeleton, state, gravity_m_s2, dynamics_);
    ground_.begin(dynamics_.tree, state, dt_s);
    FreeVector u_end;
    for (int pass = 0, changed = 1; changed > 0 && pass < 8; ++pass) {
      LimbMatrix matrix = dynamics_.mass_matrix;
      FreeVector right = matrix.times(state.u) - dt_s * dynamics_.bias;
      right.head<3>() += dt_s * push_n;
      ground_.add(dynamics_.tree, dt_s, matrix, right);
      for (int i = n_translations; i < n_free; ++i) matrix.add_diagonal(i, 1e12 * dt_s);
      LimbFactor factor;
      if (!factor.compute(matrix)) return;
      u_end = factor.solve(right);
      u_end.tail<n_coordinates>().setZero();
      changed = ground_.settle(dynamics_.tree, u_end);
    }
    state.u = u_end;
    state.q += dt_s * u_end;
  }

  void run(double duration_s) {
    for (long i = std::lround(duration_s / dt_s); i > 0; --i) step();
  }

  [[nodiscard]] double depth_m() const { return -(state.q(1) + sole_m); }
  [[nodiscard]] Vec3 force_n() const {
    Vec3 sum = Vec3::Zero();
    for (const auto& foot : ground_.forces())
      for (const Vec3& f : foot) sum += f;
    return sum;
  }

  Skeleton skeleton;
  FreeState state;
  Vec3 gravity_m_s2{0.0, -9.81, 0.0};
  Vec3 push_n = Vec3::Zero();
  double dt_s, sole_m = 0.0;

 private:
  FreeDynamics dynamics_;
  GroundContact ground_;
};

}  // namespace stridelab::test
