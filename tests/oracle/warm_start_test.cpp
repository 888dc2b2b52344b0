#include <gtest/gtest.h>

#include "gait/stride_solution.h"
#include "support/strides.h"

/// A slider's step starts from the neighbouring stride and must end where a cold start ends.
namespace stridelab {
namespace {

struct Slide {
  const char* name;
  Form form;
  friend std::ostream& operator<<(std::ostream& out, const Slide& slide) { return out << slide.name; }
};

class WarmStart : public ::testing::TestWithParam<Slide> {};

// Promised by synthesise_from(): 0.5 % of the peak knee moment.
TEST_P(WarmStart, AgreesWithTheColdStart) {
  const Stride cold = test::stride_of(GetParam().form);
  const auto warm = synthesise_from(test::easy_run(), Body{}, GetParam().form);
  ASSERT_TRUE(warm.has_value()) << warm.error().text();
  EXPECT_NEAR(test::peak_knee_moment(*warm) / test::peak_knee_moment(cold), 1.0, 0.005);
}

INSTANTIATE_TEST_SUITE_P(Slides, WarmStart,
                         ::testing::Values(Slide{"cadence", test::changed([](Form& f) { f.cadence_spm += 1.0; })},
                                           Slide{"more_cadence", test::changed([](Form& f) { f.cadence_spm += 8.0; })},
                                           Slide{"speed", test::changed([](Form& f) { f.speed_m_s += 0.1; })},
                                           Slide{"strike", test::changed([](Form& f) { f.foot_strike_rad -= 0.05; })},
                                           Slide{"lean", test::changed([](Form& f) { f.trunk_lean_rad += 0.05; })},
                                           Slide{"width", test::changed([](Form& f) { f.step_width_m += 0.02; })},
                                           Slide{"slope", test::changed([](Form& f) { f.slope_rad += 0.02; })}),
                         [](const auto& info) { return std::string(info.param.name); });

// What a weak hip falls short of is found at full strength: a preview must not take the weak neighbour for a strong one. The whole
// way of the slider, each step from the preview before it.
TEST(WarmStartOfAWeakHip, AgreesWithTheColdStartAllTheWay) {
  Stride warm = test::easy_run();
  for (double strength = 1.05; strength > 0.3; strength -= 0.05) {
    const Form form = test::changed([&](Form& f) { f.hip_strength = strength; });
    const auto next = synthesise_from(warm, Body{}, form);
    ASSERT_TRUE(next.has_value()) << strength << ": " << next.error().text();
    warm = *next;
    const Stride cold = test::stride_of(form);
    EXPECT_NEAR(test::peak_knee_moment(warm) / test::peak_knee_moment(cold), 1.0, 0.007) << strength;
    const auto adduction = [](const StrideSample& s) { return s.q_rad(hip_adduction_r); };
    EXPECT_NEAR(test::peak(warm, adduction), test::peak(cold, adduction), 0.3 * rad_per_deg) << strength;  // of 8 deg
  }
}

TEST(WarmStartAgain, FromItselfStaysThere) {
  const auto again = synthesise_from(test::easy_run(), Body{}, Form{});
  ASSERT_TRUE(again.has_value());
  EXPECT_NEAR(test::peak_knee_moment(*again) / test::peak_knee_moment(test::easy_run()), 1.0, 0.002);
}

}  // namespace
}  // namespace stridelab
