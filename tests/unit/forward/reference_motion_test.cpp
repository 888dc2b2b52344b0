#include "forward/reference_motion.h"

#include <gtest/gtest.h>

#include "metrics/stride_record.h"
#include "support/plan_state.h"

namespace stridelab {
namespace {

const ReferenceMotion& table() {
  static const ReferenceMotion plan = test::reference_motion(test::easy_run());
  return plan;
}

struct Worst {
  double angle_rad = 0.0, rate_rad_s = 0.0, torque_nm = 0.0, pelvis_m = 0.0, speed_m_s = 0.0, force_n = 0.0;
};

/// Between the table's own phases: an irrational stride over the cycle, 2000 of them.
Worst worst_error() {
  Worst w;
  for (int i = 0; i < 2000; ++i) {
    const double phase = 0.6180339887 * i;
    const ReferenceInstant p = table().at(phase);
    const StrideSample s = test::easy_run().at(phase);
    w.angle_rad = std::max(w.angle_rad, (p.q_rad - s.q_rad).cwiseAbs().maxCoeff());
    w.rate_rad_s = std::max(w.rate_rad_s, (p.qd_rad_s - s.qd_rad_s).cwiseAbs().maxCoeff());
    w.torque_nm = std::max(w.torque_nm, (p.torque_nm - s.generalised_force_nm).cwiseAbs().maxCoeff());
    w.pelvis_m = std::max(w.pelvis_m, (p.pelvis_m - s.pelvis_m).norm());
    w.speed_m_s = std::max(w.speed_m_s, (p.com_velocity_m_s - s.com_velocity_m_s).norm());
    w.speed_m_s = std::max(w.speed_m_s, (p.pelvis_velocity_m_s - s.pelvis_velocity_m_s).norm());
    for (std::size_t side = 0; side < 2; ++side) {
      w.force_n = std::max(w.force_n, std::abs(p.vertical_force_n[side] - s.leg[side].grf_n.y()));
    }
  }
  return w;
}

// A straight line over h = T/512 = 1.4 ms misses a curve by h^2/8 of its second derivative: 1e-4 rad as the header says
// (400 rad/s2), 40 m/s2 of the pelvis 1e-5 m. Rates, forces and torques bend as much as the splines let them, over a
// stance of 35 % of the cycle: measured, with a factor of two.
TEST(ReferenceMotion, IsTheStrideBetweenItsSamples) {
  const Worst w = worst_error();
  EXPECT_LT(w.angle_rad, 1e-4);
  EXPECT_LT(w.pelvis_m, 1e-5);
  EXPECT_LT(w.rate_rad_s, 0.03);
  EXPECT_LT(w.torque_nm, 1.0);
  EXPECT_LT(w.speed_m_s, 1e-3);
  EXPECT_LT(w.force_n, 5.0);
}

TEST(ReferenceMotion, IsTheStrideAtItsSamples) {
  for (const int i : {0, 1, 77, 256, 511}) {
    const ReferenceInstant p = table().at(i / 512.0);
    EXPECT_EQ(p.q_rad, test::easy_run().at(i / 512.0).q_rad);
    EXPECT_EQ(p.torque_nm, test::easy_run().at(i / 512.0).generalised_force_nm);
  }
}

TEST(ReferenceMotion, PhaseWraps) {
  for (const double phase : {0.0, 0.123, 0.999}) {
    // The table runs on 512 intervals, phases of the order of 1 are right to 1e-16: 1e-13 of rates that change by 1.
    EXPECT_LT((table().at(phase).qd_rad_s - table().at(phase + 3.0).qd_rad_s).norm(), 1e-10);
    EXPECT_LT((table().at(phase).qd_rad_s - table().at(phase - 2.0).qd_rad_s).norm(), 1e-10);
  }
  EXPECT_LT((table().at(1.0 - 1e-12).q_rad - table().at(0.0).q_rad).norm(), 1e-9);  // no seam
}

// Contact and toe-off by the threshold of 50 N, on a line over 1.4 ms of a force that bends: within a tenth of it.
TEST(ReferenceMotion, KnowsWhenTheForceIsFelt) {
  const auto force = [](double phase) { return test::easy_run().at(phase).leg[0].grf_n.y(); };
  EXPECT_NEAR(force(table().contact_phase()), contact_threshold_n, 2.0);
  EXPECT_NEAR(force(table().toe_off_phase()), contact_threshold_n, 2.0);
  EXPECT_LT(force(table().contact_phase() - 0.002), contact_threshold_n);
  EXPECT_GT(force(table().contact_phase() + 0.002), contact_threshold_n);
  EXPECT_GT(force(table().toe_off_phase() - 0.002), contact_threshold_n);
  EXPECT_LT(force(table().toe_off_phase() + 0.002), contact_threshold_n);
}

}  // namespace
}  // namespace stridelab
