#pragma once

#include "forward/implicit_step.h"
#include "forward/reference_motion.h"
#include "support/seeded_random.h"
#include "support/strides.h"

namespace stridelab::test {

/// The plan of a stride for its own body on the plain ground of ContactModel.
inline ReferenceMotion reference_motion(const Stride& stride) {
  return {stride, build_skeleton(stride.body()), ContactModel{}};
}

/// The runner on the plan at a phase, then a little off it everywhere: 20 mm, 0.1 rad, 0.3 m/s, 2 rad/s.
inline FreeState near_plan(const ReferenceInstant& plan, std::uint64_t seed) {
  SeededRandom random(seed);
  FreeState s;
  s.q << plan.pelvis_m, plan.q_rad;
  s.u << plan.pelvis_velocity_m_s, plan.qd_rad_s;
  for (Eigen::Index i = 0; i < n_free; ++i) {
    const bool pelvis = i < n_translations;
    s.q(i) += random.uniform(-1.0, 1.0) * (pelvis ? 0.02 : 0.1);
    s.u(i) += random.uniform(-1.0, 1.0) * (pelvis ? 0.3 : 2.0);
  }
  return s;
}

/// Feedback on the plan with about the stiffness a runner uses, 500 Nm/rad and 10 Nms/rad on every joint.
inline JointCommand follow(const ReferenceInstant& plan) {
  JointCommand c{plan.torque_nm, plan.q_rad, plan.qd_rad_s, CoordinateVector::Zero(), CoordinateVector::Zero()};
  c.feed_forward_nm.head<3>().setZero();
  c.stiffness_nm_rad.tail<n_coordinates - 3>().setConstant(500.0);
  c.damping_nms_rad.tail<n_coordinates - 3>().setConstant(10.0);
  return c;
}

}  // namespace stridelab::test
