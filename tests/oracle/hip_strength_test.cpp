#include <gtest/gtest.h>

#include "gait/stride_solution.h"
#include "support/strides.h"

/// Strength above demand changes nothing; strength below it lets the hip drop.
namespace stridelab {
namespace {

Stride with_strength(double strength) {
  return test::stride_of(test::changed([&](Form& f) { f.hip_strength = strength; }));
}

double peak_adduction_deg(const Stride& stride) {
  return deg_per_rad * test::peak(stride, [](const StrideSample& s) { return s.q_rad(hip_adduction_r); });
}

// Published strengthening of strong hips changes no kinematics: here it does not change a bit.
TEST(HipStrength, AboveDemandNothingChanges) {
  const Stride& usual = test::easy_run();
  ASSERT_EQ(usual.strength().abductors, 1.0) << "the default runner must be strong enough for an easy run";
  for (const double strength : {1.05, 1.25, 1.5}) {
    const Stride strong = with_strength(strength);
    EXPECT_EQ(strong.strength().abductors, 1.0);
    EXPECT_EQ(strong.solution().x, usual.solution().x) << strength;
  }
}

TEST(HipStrength, BelowDemandAdductionGrows) {
  const double usual = peak_adduction_deg(test::easy_run());
  const Stride weak = with_strength(0.7), weaker = with_strength(0.5);
  EXPECT_LT(weak.strength().abductors, 1.0);
  EXPECT_LT(weaker.strength().abductors, weak.strength().abductors);
  // A tenth of a degree is beyond what the solver's tolerance leaves open.
  EXPECT_GT(peak_adduction_deg(weak), usual + 0.1);
  EXPECT_GT(peak_adduction_deg(weaker), peak_adduction_deg(weak) + 0.1);
}

// The limit is capacity over demand, and capacity is proportional to strength.
TEST(HipStrength, LimitIsProportionalToStrength) {
  const double a = with_strength(0.5).strength().abductors, b = with_strength(0.6).strength().abductors;
  EXPECT_NEAR(b / a, 0.6 / 0.5, 1e-9);
}

// Just below demand next to nothing changes: the law has no step where the limit sets in.
TEST(HipStrength, LimitSetsInWithoutAStep) {
  const double demand_share = 0.5 / with_strength(0.5).strength().abductors;  // strength that just suffices
  const Stride just_below = with_strength(0.99 * demand_share);
  EXPECT_NEAR(peak_adduction_deg(just_below), peak_adduction_deg(test::easy_run()), 0.25);
}

}  // namespace
}  // namespace stridelab
