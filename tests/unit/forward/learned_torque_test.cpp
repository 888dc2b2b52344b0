#include "forward/learned_torque.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace stridelab {
namespace {

constexpr double dt_s = 0.001;
constexpr int stride_steps = 704;  // a stride of 0.7 s, eleven steps a bin

/// The same load in each leg's own stride, and one that turns the runner to one side.
CoordinateVector load_nm(double phase, double both, double one_side) {
  CoordinateVector load = CoordinateVector::Zero();
  auto leg = [&](double p) { return both * (1.0 + std::sin(2.0 * std::numbers::pi * p)); };
  load(hip_rotation_r) = leg(phase) + one_side;
  load(hip_rotation_l) = leg(phase + 0.5) - one_side;
  load(hip_adduction_r) = load(hip_adduction_l) = both;
  return load;
}

/// Runs strides in which the joints need `need`: feedback gives what has not been learned.
template <class Need>
LearnedTorque after(int strides, const Need& need, bool calm = true, double most_nm = 100.0) {
  LearnedTorque learned;
  for (int i = 0; i < strides * stride_steps; ++i) {
    const double phase = static_cast<double>(i % stride_steps) / stride_steps;
    learned.hear(phase, need(phase) - learned.at(phase), CoordinateVector::Constant(most_nm), calm, dt_s);
  }
  return learned;
}

// The mean over 0.045 of a stride leaves 96 % of one wave a stride, the leak of 2 % against a rate of 30 % takes 6 %: 10 % in all.
TEST(LearnedTorque, TakesOverWhatFeedbackHadToGive) {
  const LearnedTorque learned = after(40, [](double p) { return load_nm(p, 20.0, 0.0); });
  for (double phase = 0.0; phase < 1.0; phase += 0.05) {
    EXPECT_NEAR(learned.at(phase)(hip_rotation_r), load_nm(phase, 20.0, 0.0)(hip_rotation_r), 4.0) << phase;
    EXPECT_NEAR(learned.at(phase)(hip_rotation_l), load_nm(phase, 20.0, 0.0)(hip_rotation_l), 4.0) << phase;
  }
  EXPECT_EQ(learned.at(0.3)(hip_adduction_r), 0.0) << "this joint does not learn";
}

// Rounding of sums, nothing else.
TEST(LearnedTorque, LearnsNothingFromARunnerWhoTurnsToOneSide) {
  const LearnedTorque learned = after(20, [](double p) { return load_nm(p, 0.0, 30.0); });
  for (double phase = 0.0; phase < 1.0; phase += 0.1) EXPECT_NEAR(learned.at(phase)(hip_rotation_r), 0.0, 1e-9);
}

TEST(LearnedTorque, StaysWithinItsBound) {
  const LearnedTorque learned = after(
      40, [](double p) { return load_nm(p, 50.0, 0.0); }, true, 12.0);
  for (double phase = 0.0; phase < 1.0; phase += 0.1) EXPECT_LE(std::abs(learned.at(phase)(hip_rotation_r)), 12.0);
}

TEST(LearnedTorque, LearnsNothingWithoutCalm) {
  const LearnedTorque learned = after(
      20, [](double p) { return load_nm(p, 20.0, 0.0); }, false);
  EXPECT_EQ(learned.at(0.2).norm(), 0.0);
}

// A stumble of half a second leaves exp(-0.5 / 0.2) = 8 %; three seconds of calm give 1 - exp(-1) = 63 % of the rest back.
TEST(LearnedTorque, TrustsLessWhatItKnowsWhenBalanceIsOff) {
  const auto need = [](double p) { return load_nm(p, 20.0, 0.0); };
  LearnedTorque learned = after(40, need);
  const double before = learned.at(0.25)(hip_rotation_r);
  const CoordinateVector most = CoordinateVector::Constant(100.0);
  for (int i = 0; i < 500; ++i) learned.hear(0.25, CoordinateVector::Zero(), most, false, dt_s);
  EXPECT_NEAR(learned.at(0.25)(hip_rotation_r), 0.08 * before, 0.01 * before);
  for (int i = 0; i < 3000; ++i) learned.hear(0.25, CoordinateVector::Zero(), most, true, dt_s);
  EXPECT_NEAR(learned.at(0.25)(hip_rotation_r), 0.66 * before, 0.02 * before);
}

TEST(LearnedTorque, ForgetsEverything) {
  LearnedTorque learned = after(10, [](double p) { return load_nm(p, 20.0, 0.0); });
  ASSERT_GT(learned.at(0.25).norm(), 1.0);
  learned.forget();
  EXPECT_EQ(learned.at(0.25).norm(), 0.0);
}

}  // namespace
}  // namespace stridelab
