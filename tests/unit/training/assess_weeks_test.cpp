#include "training/assess_weeks.h"

#include <gmock/gmock.h>

#include <cmath>
#include <deque>

#include "training/calendar.h"
#include "training/plan_checks.h"
#include "training/plan_words.h"

namespace stridelab {
namespace {

using testing::Contains;
using testing::HasSubstr;

/// A plan of runs with known loads: no stride is solved here.
class Weeks : public testing::Test {
 protected:
  Weeks() {
    Tissue tissue;
    tissue.key = "kneecap";
    tissue.name = "kneecap cartilage";
    tissue.metric = "pfj_stress_peak_mpa";
    tissue.exponent = {4.0, 7.0, 9.0};
    tissue.recovery_days = {0.5, 1.0, 3.0};
    tissue.adaptation_days = {100.0, 200.0, 300.0};
    models.tissues = {tissue};
    models.rules = {{10.0, "a"}, {30.0, "b"}, {1.5, "c"}, 4, {30.0, "d"}, {1.25, "e"}};
    plan.accustomed_km = 30.0;
    plan.accustomed_day = even_week(3);  // days 1, 3, 5
    usual = with_peak(5.0);
  }

  static RunLoads with_peak(double peak) { return {400.0, {{peak, 300.0 * peak / 5.0, ""}}, {}}; }

  /// A week of runs of the usual load on days 1, 3, 5, ...
  LoadedWeek week(const std::vector<double>& distances, const RunLoads& loads) {
    loads_.push_back(loads);
    LoadedWeek out;
    for (const double km : distances) out.push_back({{1 + 2 * static_cast<int>(out.size()), km, {}}, &loads_.back()});
    return out;
  }

  PlanReport report(const std::vector<LoadedWeek>& weeks) {
    PlanReport out;
    out.accustomed_km = plan.accustomed_km;
    out.rules = models.rules;
    out.weeks = week_reports(plan, weeks, models.rules);
    out.tissues = {tissue_report(0, plan, weeks, usual, models)};
    add_warnings(out);
    return out;
  }

  Plan plan;
  TrainingModels models;
  RunLoads usual;
  std::deque<RunLoads> loads_;
};

// Sums of a few dozen doubles of order 1 to 1000.
constexpr double rounding = 1e-9;

TEST_F(Weeks, TheAccustomedWeekStaysAtOne) {
  const auto out = report({week({10, 10, 10}, usual), week({10, 10, 10}, usual)});
  for (const TissueWeek& w : out.tissues[0].weeks) {
    for (const Band& band : {w.peak, w.mean})
      for (const double value : {band.low, band.mid, band.high}) EXPECT_NEAR(value, 1.0, rounding);
    EXPECT_NEAR(w.load_percent, 100.0, rounding);
    EXPECT_NEAR(*w.load, 30.0 * 300.0, rounding);
  }
  for (const WeekReport& w : out.weeks) {
    EXPECT_NEAR(*w.change_percent, 0.0, rounding);
    EXPECT_NEAR(*w.acute_chronic, 1.0, rounding);
    EXPECT_EQ(w.rest_days, 4);
    EXPECT_NEAR(w.steps, 30.0 * 400.0, rounding);
    EXPECT_TRUE(w.warnings.empty());
  }
}

TEST_F(Weeks, TheSameLoadAtMoreDistanceIsTheSameForEveryExponent) {
  // Only the exponents differ: without a change of magnitude there is no band.
  models.tissues[0].recovery_days = {1.0, 1.0, 1.0};
  models.tissues[0].adaptation_days = {100.0, 100.0, 100.0};
  const Band peak = plan_peak(report({week({15, 15, 15}, usual)}).tissues[0]);
  EXPECT_NEAR(peak.low, peak.high, rounding);
  EXPECT_GT(peak.low, 1.0);
  EXPECT_LT(peak.low, 1.5);
}

TEST_F(Weeks, AHeavierStepWeighsByThePowerOfTheExponent) {
  // A recovery far below a day: the state is the day's damage, and its peak follows (load ratio)^exponent.
  models.tissues[0].recovery_days = {1e-3, 1e-3, 1e-3};
  const Band peak = plan_peak(report({week({10, 10, 10}, with_peak(5.5))}).tissues[0]);
  EXPECT_NEAR(peak.low, std::pow(1.1, 4.0), rounding);
  EXPECT_NEAR(peak.mid, std::pow(1.1, 7.0), rounding);
  EXPECT_NEAR(peak.high, std::pow(1.1, 9.0), rounding);
  // While the weekly load, linear, knows nothing of exponents.
  EXPECT_NEAR(report({week({10, 10, 10}, with_peak(5.5))}).tissues[0].weeks[0].load_percent, 110.0, rounding);
}

TEST_F(Weeks, ShufflingTheRunsOfAWeekKeepsStepsAndLoad) {
  const auto a = report({week({5, 10, 15}, usual)}), b = report({week({15, 5, 10}, usual)});
  EXPECT_NEAR(a.weeks[0].steps, b.weeks[0].steps, rounding);
  EXPECT_NEAR(a.weeks[0].distance_km, b.weeks[0].distance_km, rounding);
  EXPECT_NEAR(a.tissues[0].weeks[0].load_percent, b.tissues[0].weeks[0].load_percent, rounding);
  EXPECT_NE(a.tissues[0].weeks[0].peak.mid, b.tissues[0].weeks[0].peak.mid);
}

TEST_F(Weeks, RestDaysBetweenRunsLowerThePeak) {
  const auto out = report({week({10, 10, 10}, usual)});
  EXPECT_GT(out.tissues[0].bunched_peak.low, plan_peak(out.tissues[0]).low);
  EXPECT_THAT(rest_day_sentence(out), HasSubstr("consecutive days"));
  LoadedWeek same_day = week({10, 10}, usual);
  same_day[1].run.day = 1;
  EXPECT_EQ(bunched({same_day})[0][1].run.day, 1);  // two runs of one day stay together
}

TEST_F(Weeks, ASuddenIncreaseIsNamed) {
  const auto out = report({week({10, 10, 10}, usual), week({14, 14, 13.4}, usual), week({20, 20, 20}, usual)});
  EXPECT_THAT(out.weeks[1].warnings, Contains(HasSubstr("week 2 is 38 % more than week 1 (30.0 -> 41.4 km)")));
  EXPECT_THAT(out.weeks[1].warnings, Contains(HasSubstr("a jump beyond 30 %")));
  EXPECT_FALSE(out.weeks[1].keeps_ten_percent);
  // 60 / mean(30, 30, 30, 41.4), by hand.
  EXPECT_NEAR(*out.weeks[2].acute_chronic, 60.0 / 32.85, rounding);
  EXPECT_THAT(out.weeks[2].warnings, Contains(HasSubstr("1.8 times the mean of the 4 weeks before")));
}

TEST_F(Weeks, TenPercentIsKeptAtTenAndAfterAnEasierWeek) {
  const auto out = report({week({11, 11, 11}, usual), week({8, 8, 7.1}, usual), week({12.1, 12.1, 12.1}, usual),
                           week({13.4, 13.4, 13.4}, usual)});
  EXPECT_TRUE(out.weeks[0].keeps_ten_percent);
  EXPECT_TRUE(out.weeks[2].keeps_ten_percent);  // 36.3 against the 33 before the easier week
  EXPECT_EQ(out.weeks[2].rise_from, 1);
  EXPECT_NEAR(*out.weeks[2].change_percent, 100.0 * (36.3 / 23.1 - 1.0), rounding);
  EXPECT_FALSE(out.weeks[3].keeps_ten_percent);  // 40.2 against 36.3: 10.7 %
}

TEST_F(Weeks, AWeekWithoutRunsAndTheOneAfterItHaveNoRatio) {
  const auto out = report({week({}, usual), week({}, usual), week({10}, usual)});
  EXPECT_EQ(out.weeks[0].rest_days, 7);
  EXPECT_FALSE(out.weeks[1].change_percent);
  EXPECT_FALSE(out.weeks[2].rise_percent);
  EXPECT_THAT(out.weeks[2].warnings, Contains(HasSubstr("starts again")));
}

TEST_F(Weeks, NoRestDayIsNamed) {
  LoadedWeek all = week({4, 4, 4, 4}, usual);
  LoadedWeek more = week({4, 4, 4}, usual);
  for (LoadedRun& r : more) r.run.day += 1;
  all.insert(all.end(), more.begin(), more.end());
  EXPECT_THAT(report({all}).weeks[0].warnings, Contains(HasSubstr("no day without a run")));
}

TEST_F(Weeks, AMissingLoadIsSaidAndNothingElseBreaks) {
  RunLoads without = usual;
  without.tissues[0] = {std::nullopt, std::nullopt, "this version does not compute it"};
  const auto out = report({week({10, 10, 10}, usual), week({10}, without)});
  EXPECT_EQ(out.tissues[0].missing, "week 2: this version does not compute it");
  EXPECT_TRUE(out.tissues[0].weeks.empty());
  EXPECT_EQ(out.weeks.size(), 2U);
  const CheckResult result =
      evaluate_plan_check({"kneecap_state_peak_mid", CheckKind::value, 0.0, 9.0, "s", "f", 1}, out);
  EXPECT_FALSE(result.passed());
  EXPECT_THAT(result.missing_reason, HasSubstr("does not compute"));
}

TEST_F(Weeks, ChecksReadTheLargestWeek) {
  const auto out = report({week({10, 10, 10}, usual), week({15, 15, 15}, usual), week({10, 10, 10}, usual)});
  const auto value = [&](const char* metric) {
    return *evaluate_plan_check({metric, CheckKind::value, {}, {}, "s", "f", 1}, out).value;
  };
  EXPECT_NEAR(value("distance_peak_km"), 45.0, rounding);
  EXPECT_NEAR(value("distance_total_km"), 105.0, rounding);
  EXPECT_NEAR(value("increase_peak_percent"), 50.0, rounding);
  EXPECT_NEAR(value("acute_chronic_peak"), 1.5, rounding);
  EXPECT_NEAR(value("kneecap_load_peak_percent"), 150.0, rounding);
  EXPECT_EQ(value("kneecap_state_peak_high"), plan_peak(out.tissues[0]).high);
  EXPECT_FALSE(evaluate_plan_check({"distance_peak_km", CheckKind::value, {}, 40.0, "s", "f", 1}, out).passed());
}

TEST(BandText, RoundsOutwardsAndShowsAPointOnlyWhereItIsExact) {
  EXPECT_EQ(band_text({1.04, 1.1, 1.26}), "1.0-1.3");
  EXPECT_EQ(band_text({1.01, 1.02, 1.03}), "1.0-1.1");
  EXPECT_EQ(band_text({1.0, 1.0, 1.0 + 1e-12}), "1.0");
  EXPECT_EQ(band_text({2.0, 20.0, 4000.0}), "2.0->999");
  EXPECT_EQ(band_text({9.97, 12.0, 12.5}), "9-13");
}

TEST_F(Weeks, TissuesBeyondTheirToleranceAreNamedOncePerWeek) {
  const auto out = report({week({16, 16, 16}, usual)});
  int sentences = 0;
  for (const std::string& warning : out.weeks[0].warnings)
    sentences += warning.find("kneecap cartilage") != std::string::npos ? 1 : 0;
  EXPECT_EQ(sentences, 1);
}

}  // namespace
}  // namespace stridelab
