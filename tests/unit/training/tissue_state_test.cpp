#include "training/tissue_state.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "training/calendar.h"
#include "training/strength_gain.h"

namespace stridelab {
namespace {

// Sums of a few hundred doubles of order 1: rounding stays far below this.
constexpr double rounding = 1e-12;

std::vector<double> repeated(const std::vector<double>& week, int weeks) {
  std::vector<double> days;
  for (int w = 0; w < weeks; ++w) days.insert(days.end(), week.begin(), week.end());
  return days;
}

TEST(RunDamage, IsLinearInCyclesAndAPowerOfMagnitude) {
  EXPECT_DOUBLE_EQ(run_damage(10.0, 1.0, 1.0, 7.0), 10.0);
  EXPECT_DOUBLE_EQ(run_damage(20.0, 1.1, 1.3, 7.0), 2.0 * run_damage(10.0, 1.1, 1.3, 7.0));
  EXPECT_DOUBLE_EQ(run_damage(10.0, 2.0, 1.3, 7.0), 2.0 * run_damage(10.0, 1.0, 1.3, 7.0));
  // Equal damage: 2^7 = 128 times the cycles for twice the load, by hand.
  EXPECT_NEAR(run_damage(1.0, 1.0, 2.0, 7.0), 128.0, 1e-10);
  EXPECT_DOUBLE_EQ(run_damage(1.0, 1.0, 0.0, 7.0), 0.0);
}

TEST(RunDamage, AtExponentOneDistanceAndLoadCountAlike) {
  EXPECT_DOUBLE_EQ(run_damage(20.0, 1.0, 1.0, 1.0), run_damage(10.0, 1.0, 2.0, 1.0));
}

TEST(TissueState, ConstantDamageApproachesItExponentially) {
  const double recovery_days = 5.0, damage = 1.7;
  const auto days = follow_state(std::vector<double>(40, damage), 1.0, {1.0, recovery_days, 100.0});
  for (std::size_t d = 0; d < days.size(); ++d)
    EXPECT_NEAR(days[d].state, damage + (1.0 - damage) * std::exp(-static_cast<double>(d + 1) / recovery_days),
                rounding);
}

TEST(TissueState, TheAccustomedLoadHoldsStateAndTolerance) {
  for (const DayState& day : follow_state(std::vector<double>(30, 1.0), 1.0, {9.0, 3.0, 90.0})) {
    EXPECT_NEAR(day.state, 1.0, rounding);
    EXPECT_NEAR(day.tolerance, 1.0, rounding);
  }
}

TEST(TissueState, ToleranceFollowsAStepWithItsOwnTimeConstant) {
  // With a recovery far below a day the state is the damage itself, and tolerance a first-order response to a step.
  const auto days = follow_state(std::vector<double>(60, 2.0), 2.0, {1.0, 1e-3, 50.0});
  EXPECT_NEAR(days.back().tolerance, 2.0 - std::exp(-60.0 / 50.0), rounding);
}

TEST(TissueState, TheSteadyWeekEndsWhereItBegan) {
  const std::vector<double> week{2.0, 0.0, 1.5, 0.0, 0.0, 3.5, 0.0};
  for (const double recovery : {0.5, 2.0, 20.0, 200.0}) {
    const double start = steady_state(week, recovery);
    const auto days = follow_state(week, start, {1.0, recovery, 100.0});
    EXPECT_NEAR(days.back().state, start, rounding) << recovery;
    // The mean over the steady week is the mean damage, whatever its days: balance of what comes and what fades.
    double mean = 0.0;
    for (const DayState& day : days) mean += day.state / 7.0;
    EXPECT_NEAR(mean, 1.0, rounding) << recovery;
    // It is where a long run of such weeks arrives from anywhere: 60 weeks are 2.1 of the slowest time constant, so
    // only the fast ones get there.
    if (recovery < 30.0) {
      const auto long_run = follow_state(repeated(week, 60), 0.0, {1.0, recovery, 100.0});
      EXPECT_NEAR(long_run.back().state, start, 1e-8) << recovery;
    }
  }
}

TEST(TissueState, RestDaysBetweenRunsLowerThePeak) {
  const std::vector<double> apart{2.0, 0.0, 2.0, 0.0, 2.0, 0.0, 1.0}, bunched{2.0, 2.0, 2.0, 1.0, 0.0, 0.0, 0.0};
  for (const double recovery : {0.5, 1.0, 4.0, 20.0})
    EXPECT_LT(steady_peak(apart, recovery), steady_peak(bunched, recovery));
}

TEST(TissueState, ADayLaterIsTheSameADayLater) {
  std::vector<double> early(20, 0.0), late(20, 0.0);
  early[3] = late[4] = 6.0;
  const auto a = follow_state(early, 0.0, {1.0, 2.0, 50.0}), b = follow_state(late, 0.0, {1.0, 2.0, 50.0});
  for (std::size_t d = 3; d + 1 < a.size(); ++d) EXPECT_NEAR(a[d].state, b[d + 1].state, rounding);
}

TEST(Constants, AreAllCombinationsAndTheMiddleFirst) {
  Tissue tissue;
  tissue.exponent = {4.0, 7.0, 9.0};
  tissue.recovery_days = {1.0, 2.0, 4.0};
  tissue.adaptation_days = {50.0, 60.0, 70.0};
  const auto all = all_constants(tissue);
  ASSERT_EQ(all.size(), 27U);
  EXPECT_EQ(all.front().exponent, 7.0);
  EXPECT_EQ(all.front().recovery_days, 2.0);
  EXPECT_EQ(all.front().adaptation_days, 60.0);
}

TEST(StrengthGain, MeetsThePublishedGainAndLevelsOff) {
  Programme p;
  p.gain_percent = 13.0;
  p.over_weeks = 6.0;
  p.time_constant_weeks = 3.0;
  p.sessions_per_week = 3.0;
  EXPECT_EQ(strength_gain_percent(p, 0.0, 3.0), 0.0);
  EXPECT_NEAR(strength_gain_percent(p, 6.0, 3.0), 13.0, rounding);
  EXPECT_NEAR(strength_gain_percent(p, 6.0, 1.5), 6.5, rounding);
  EXPECT_EQ(strength_gain_percent(p, 4.0, 6.0), strength_gain_percent(p, 4.0, 3.0));
  const double first = strength_gain_percent(p, 3.0, 3.0), second = 13.0 - first;
  EXPECT_NEAR(second / first, std::exp(-1.0), rounding);  // three weeks are one time constant
  EXPECT_LT(strength_gain_percent(p, 1000.0, 3.0), 13.0 / (1.0 - std::exp(-2.0)) + rounding);
}

TEST(Calendar, SpreadsRunsOverFreeDays) {
  EXPECT_EQ(spread_days(4, {}), (std::vector<int>{1, 2, 4, 6}));
  EXPECT_EQ(spread_days(3, {3, 7}), (std::vector<int>{1, 2, 5}));
  EXPECT_EQ(spread_days(2, {1, 2, 3, 4, 5, 6}), (std::vector<int>{7, 7}));
  EXPECT_TRUE(spread_days(0, {}).empty());
}

TEST(Calendar, AnEvenWeekHasAMeanOfOne) {
  for (int runs = 1; runs <= 14; ++runs) {
    const auto days = even_week(runs);
    EXPECT_NEAR(std::accumulate(days.begin(), days.end(), 0.0), 7.0, rounding) << runs;
  }
}

TEST(Calendar, ARuleGrowsFromHardWeekToHardWeek) {
  WeekRule rule{6.0, 20.0, 10.0, 3.0, -50.0, 4.0};
  const auto km = weekly_distances_km(rule);
  ASSERT_EQ(km.size(), 6U);
  const double expected[] = {20.0, 22.0, 11.0, 24.2, 26.62, 13.31};
  for (std::size_t i = 0; i < km.size(); ++i) EXPECT_NEAR(km[i], expected[i], rounding) << i;
}

}  // namespace
}  // namespace stridelab
