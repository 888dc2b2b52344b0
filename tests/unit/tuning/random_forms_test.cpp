#include "tuning/random_forms.h"

#include <gtest/gtest.h>

namespace stridelab {
namespace {

constexpr int count = 6;

const std::vector<Stride>& strides() {
  static const std::vector<Stride> drawn = random_strides(1, count);
  return drawn;
}

TEST(RandomForms, SameSeedSameStrides) {
  const std::vector<Stride> again = random_strides(1, 3);
  ASSERT_EQ(again.size(), 3U);
  for (std::size_t i = 0; i < again.size(); ++i) {  // a shorter list is the beginning of a longer one
    EXPECT_EQ(again[i].form(), strides()[i].form());
    EXPECT_EQ(again[i].body(), strides()[i].body());
    EXPECT_EQ(again[i].at(0.37).q_rad, strides()[i].at(0.37).q_rad);
  }
}

// Neighbouring seeds and the held-out one share no form: each number is drawn from 53 bits.
TEST(RandomForms, OtherSeedsOtherForms) {
  for (const std::uint64_t seed : {2U, 2026U})
    for (const Stride& other : random_strides(seed, 2))
      for (const Stride& mine : strides()) {
        EXPECT_NE(other.form().speed_m_s, mine.form().speed_m_s);
        EXPECT_NE(other.body().mass_kg, mine.body().mass_kg);
      }
}

TEST(RandomForms, StayWithinTheStatedRanges) {
  auto within = [](double value, double low, double high) { return value >= low && value <= high; };
  for (const Stride& stride : strides()) {
    const Form& f = stride.form();
    EXPECT_TRUE(within(f.speed_m_s, 2.0, 5.0));
    EXPECT_TRUE(within(f.cadence_spm, 150.0, 200.0));
    EXPECT_TRUE(within(f.foot_strike_rad * deg_per_rad, -10.0, 20.0));
    EXPECT_TRUE(within(std::tan(f.slope_rad), -0.1, 0.1));
    EXPECT_TRUE(within(f.hip_strength, 0.5, 1.2));
    EXPECT_TRUE(within(f.trunk_lean_rad * deg_per_rad, 0.0, 12.0));
    EXPECT_TRUE(within(f.step_width_m, 0.01, 0.10));
    EXPECT_TRUE(within(stride.body().mass_kg, 50.0, 95.0));
    EXPECT_TRUE(within(stride.body().height_m, 1.55, 1.95));
  }
}

TEST(RandomForms, VaryEverything) {
  for (std::size_t i = 1; i < strides().size(); ++i) {
    const Form &a = strides()[0].form(), &b = strides()[i].form();
    EXPECT_NE(a.speed_m_s, b.speed_m_s);
    EXPECT_NE(a.cadence_spm, b.cadence_spm);
    EXPECT_NE(a.foot_strike_rad, b.foot_strike_rad);
    EXPECT_NE(a.slope_rad, b.slope_rad);
    EXPECT_NE(a.hip_strength, b.hip_strength);
    EXPECT_NE(a.trunk_lean_rad, b.trunk_lean_rad);
    EXPECT_NE(a.step_width_m, b.step_width_m);
    EXPECT_NE(strides()[0].body().height_m, strides()[i].body().height_m);
  }
}

}  // namespace
}  // namespace stridelab
