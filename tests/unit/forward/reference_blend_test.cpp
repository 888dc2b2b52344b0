#include "forward/reference_blend.h"

#include <gtest/gtest.h>

#include "support/plan_state.h"

namespace stridelab {
namespace {

using Table = std::shared_ptr<const ReferenceMotion>;

Table table_of(const Form& form) {
  return std::make_shared<const ReferenceMotion>(test::reference_motion(test::stride_of(form)));
}

const Table& slow() {
  static const Table plan = table_of(Form{});
  return plan;
}
const Table& fast() {
  static const Table plan = table_of(test::changed([](Form& f) {
    f.speed_m_s = 3.8;
    f.cadence_spm = 180.0;
    f.hip_strength = 0.8;
    f.slope_rad = 0.02;
  }));
  return plan;
}

double away(const ReferenceInstant& a, const ReferenceInstant& b) {
  return (a.q_rad - b.q_rad).norm() + (a.qd_rad_s - b.qd_rad_s).norm() + (a.torque_nm - b.torque_nm).norm() +
         (a.pelvis_m - b.pelvis_m).norm() + (a.com_velocity_m_s - b.com_velocity_m_s).norm();
}

ReferenceBlend passing(double share_of_time) {
  ReferenceBlend blend(slow());
  blend.adopt(fast(), 0.5);
  blend.advance(share_of_time * 0.5);
  return blend;
}

TEST(ReferenceBlend, AloneIsItsPlan) {
  const ReferenceBlend blend(slow());
  EXPECT_FALSE(blend.blending());
  EXPECT_EQ(away(blend.at(0.3), slow()->at(0.3)), 0.0);
  EXPECT_EQ(blend.period_s(), slow()->period_s());
  EXPECT_EQ(blend.landing_phase(), slow()->landing_phase());
  EXPECT_EQ(blend.speed_m_s(), 3.3);
}

TEST(ReferenceBlend, BeginsAtTheOldPlanAndEndsOnTheNew) {
  ReferenceBlend blend = passing(0.0);
  EXPECT_TRUE(blend.blending());
  for (const double phase : {0.05, 0.4, 0.9}) EXPECT_LT(away(blend.at(phase), slow()->at(phase)), 1e-10);  // of kNm
  EXPECT_NEAR(blend.period_s(), slow()->period_s(), 1e-15);
  for (int i = 0; i < 500; ++i) blend.advance(1.001e-3);
  EXPECT_FALSE(blend.blending());
  EXPECT_EQ(away(blend.at(0.4), fast()->at(0.4)), 0.0);
  EXPECT_EQ(blend.period_s(), fast()->period_s());
  EXPECT_EQ(blend.slope_rad(), 0.02);
  EXPECT_EQ(blend.hip_strength(), 0.8);
}

// Half the time is half the way: angles and forces lie in the middle, cadence (not period) too.
TEST(ReferenceBlend, HalfWayIsTheMean) {
  const ReferenceBlend blend = passing(0.5);
  const ReferenceInstant a = slow()->at(0.2), b = fast()->at(0.2), mean = blend.at(0.2);
  EXPECT_LT((mean.q_rad - 0.5 * (a.q_rad + b.q_rad)).norm(), 1e-12);
  EXPECT_LT((mean.torque_nm - 0.5 * (a.torque_nm + b.torque_nm)).norm(), 1e-9);
  EXPECT_NEAR(mean.vertical_force_n[0], 0.5 * (a.vertical_force_n[0] + b.vertical_force_n[0]), 1e-9);
  EXPECT_NEAR(1.0 / blend.period_s(), 0.5 * (1.0 / slow()->period_s() + 1.0 / fast()->period_s()), 1e-12);
  EXPECT_NEAR(blend.speed_m_s(), 3.55, 1e-12);
  EXPECT_NEAR(blend.slope_rad(), 0.01, 1e-12);
  EXPECT_NEAR(blend.hip_strength(), 0.9, 1e-12);
}

// The passage starts and ends at rest: in the first and the last 1 % of its time it goes 3 x 0.01^2 of the way, not 1 %.
TEST(ReferenceBlend, SetsOffAndArrivesGently) {
  const double whole = fast()->stride().form().speed_m_s - 3.3;
  EXPECT_NEAR((passing(0.01).speed_m_s() - 3.3) / whole, 3e-4, 1e-5);
  EXPECT_NEAR((passing(0.99).speed_m_s() - 3.3) / whole, 1.0 - 3e-4, 1e-5);
  EXPECT_GT(passing(0.6).speed_m_s(), passing(0.4).speed_m_s());
}

TEST(ReferenceBlend, TheSamePlanAgainChangesNothing) {
  ReferenceBlend blend(slow());
  blend.adopt(slow(), 0.5);
  for (int i = 0; i < 600; ++i) {
    ASSERT_LT(away(blend.at(0.01 * i), slow()->at(0.01 * i)), 1e-10) << i;  // rounding of kNm
    ASSERT_NEAR(blend.period_s(), slow()->period_s(), 1e-15);
    blend.advance(1e-3);
  }
}

}  // namespace
}  // namespace stridelab
