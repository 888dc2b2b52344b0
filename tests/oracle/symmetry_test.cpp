#include <gtest/gtest.h>

#include "gait/stride_solution.h"
#include "support/motion.h"
#include "support/strides.h"

/// What must not change a stride, and what must change it in proportion.
namespace stridelab {
namespace {

Vec3 polar(const Vec3& v) { return {v.x(), v.y(), -v.z()}; }
Vec3 axial(const Vec3& v) { return {-v.x(), -v.y(), v.z()}; }

void expect_mirrored(const LegSample& a, const LegSample& b) {
  EXPECT_LT((polar(a.hip_m) - b.hip_m).norm(), 1e-12);
  EXPECT_LT((polar(a.knee_m) - b.knee_m).norm(), 1e-12);
  EXPECT_LT((polar(a.toe_m) - b.toe_m).norm(), 1e-12);
  EXPECT_LT((polar(a.grf_n) - b.grf_n).norm(), 1e-9);
  EXPECT_LT((polar(a.knee_force_n) - b.knee_force_n).norm(), 1e-8);
  EXPECT_LT((axial(a.knee_moment_nm) - b.knee_moment_nm).norm(), 1e-8);
  EXPECT_LT((axial(a.hip_moment_nm) - b.hip_moment_nm).norm(), 1e-8);
  EXPECT_NEAR(a.foot_pitch_rad, b.foot_pitch_rad, 1e-12);
}

// Half a stride later left is right. Tolerances are rounding: 1e-12 of angles and metres, 1e-8 of 100 Nm and kN.
TEST(Symmetry, LeftStepMirrorsTheRightStep) {
  const Stride& stride = test::easy_run();
  for (const double phase : {0.0, 0.1, 0.25, 0.4, 0.4999}) {
    const StrideSample a = stride.at(phase), b = stride.at(phase + 0.5);
    EXPECT_LT((test::seen_in_mirror(a.q_rad) - b.q_rad).norm(), 1e-12);
    EXPECT_LT((test::seen_in_mirror(a.generalised_force_nm) - b.generalised_force_nm).norm(), 1e-8);
    EXPECT_LT((polar(a.com_m) - b.com_m).norm(), 1e-12);
    EXPECT_LT((polar(a.cop_m) - b.cop_m).norm(), 1e-10);
    expect_mirrored(a.leg[0], b.leg[1]);
    expect_mirrored(a.leg[1], b.leg[0]);
  }
}

TEST(Symmetry, PhaseWraps) {
  const Stride& stride = test::easy_run();
  for (const double phase : {0.125, 0.375, 0.75}) {  // exact in binary
    EXPECT_EQ(stride.at(phase).q_rad, stride.at(phase + 3.0).q_rad);
    EXPECT_EQ(stride.at(phase).q_rad, stride.at(phase - 2.0).q_rad);
  }
}

// Steps join: at each event posture, velocity and torque go on. 1e-9 of phase is 0.7 ns; rates are below 30 rad/s and
// accelerations' below 1e5 rad/s3. The moment that nobody supplies in flight (0.3 % BW height at most) passes to the
// foot at contact, through up to seven joints of the leg: sqrt(7) times that.
TEST(Symmetry, StepsJoinSmoothly) {
  const Stride& stride = test::easy_run();
  for (const double event : {0.5, 1.0, stride.duty_factor()}) {
    const StrideSample before = stride.at(event - 1e-9), after = stride.at(event + 1e-9);
    EXPECT_LT((after.q_rad - before.q_rad).norm(), 1e-7);
    EXPECT_LT((after.qdd_rad_s2 - before.qdd_rad_s2).norm(), 1e-3);
    EXPECT_LT((after.generalised_force_nm - before.generalised_force_nm).norm(),
              std::sqrt(7.0) * 0.003 * test::weight_n(stride) * stride.body().height_m);
    EXPECT_LT((after.com_m - before.com_m).norm(), 1e-8);
  }
}

// Every force in the problem scales with mass, so the same runner twice as heavy runs the same stride: the unknowns
// agree as far as two solves that round differently do, at the solver's own tolerance times the rounding of each step.
TEST(Symmetry, TwiceTheMassIsTheSameStrideInBodyWeights) {
  const Stride light = test::stride_of(Form{}, {55.0, 1.75, Sex::male});
  const Stride heavy = test::stride_of(Form{}, {110.0, 1.75, Sex::male});
  for (const double phase : {0.05, 0.15, 0.3, 0.45, 0.8}) {
    const StrideSample a = light.at(phase), b = heavy.at(phase);
    EXPECT_LT((a.q_rad - b.q_rad).norm(), 1e-8);
    EXPECT_LT((2.0 * a.generalised_force_nm - b.generalised_force_nm).norm(), 1e-5);
    EXPECT_LT((2.0 * a.leg[0].grf_n - b.leg[0].grf_n).norm(), 1e-5);
  }
  EXPECT_NEAR(light.duty_factor(), heavy.duty_factor(), 1e-9);
}

// Similar bodies at similar speeds (Froude): lengths x k, times x sqrt(k). Nearly everything in the problem scales; the
// ground's yield, the clearance and the scales in millimetres do not. So: close, to some per cent for 10 % of height.
TEST(Symmetry, SimilarRunnersRunSimilarly) {
  const double k = 1.1;
  Form form;
  const Stride low = test::stride_of(form, {70.0, 1.70, Sex::male});
  form.speed_m_s *= std::sqrt(k);
  form.cadence_spm /= std::sqrt(k);
  form.step_width_m *= k;
  const Stride tall = test::stride_of(form, {70.0, 1.70 * k, Sex::male});
  EXPECT_NEAR(test::peak_knee_moment(tall) / test::peak_knee_moment(low), k, 0.08 * k);
}

}  // namespace
}  // namespace stridelab
