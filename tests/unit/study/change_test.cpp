#include "study/change.h"

#include <gtest/gtest.h>

#include "study/checks.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

const MetricRow& row(std::string_view key) { return *find_metric(key)->row; }

TEST(Change, IsOfMagnitudesInPercent) {
  const Change braking = change_between(row("braking_peak_bw"), -0.30, -0.45);
  EXPECT_NEAR(*braking.change, -0.15, 1e-12);
  EXPECT_NEAR(*braking.change_percent, 50.0, 1e-9);  // more braking
  EXPECT_NEAR(*change_between(row("pfj_force_peak_bw"), 5.0, 4.0).change_percent, -20.0, 1e-9);
}

TEST(Change, HasNoPercentageNearZeroOrAcrossIt) {
  const MetricRow& lean = row("trunk_lean_lateral_peak_deg");
  EXPECT_FALSE(change_between(lean, 0.01, 2.0).change_percent);
  EXPECT_FALSE(change_between(lean, -1.0, 2.0).change_percent);
  EXPECT_NEAR(*change_between(lean, -1.0, 2.0).change, 3.0, 1e-12);
  EXPECT_NEAR(*change_between(lean, 1.0, 0.0).change_percent, -100.0, 1e-12);
}

// From 1.1 deg outward to straight is no "-100 %": with the zero 1 deg elsewhere it would be -50 %.
TEST(Change, HasNoPercentageOfAnAngleWhoseZeroIsAConvention) {
  for (const char* key :
       {"knee_valgus_fppa_peak_deg", "knee_valgus_fppa_at_peak_flexion_deg", "knee_flexion_peak_deg"}) {
    EXPECT_FALSE(change_between(row(key), 40.0, 20.0).change_percent) << key;
    EXPECT_NEAR(*change_between(row(key), 40.0, 20.0).change, -20.0, 1e-12) << key;
  }
}

TEST(Change, OfMissingValuesIsMissing) {
  const Change change = change_between(row("impact_peak_bw"), std::nullopt, 1.5);
  EXPECT_FALSE(change.change);
  EXPECT_FALSE(change.change_percent);
  EXPECT_EQ(change.b, 1.5);
}

MetricValues with_force(double bw) {
  MetricValues values;
  values.set(metric("pfj_force_peak_bw"), bw);
  return values;
}

Check force_check(CheckKind kind, std::optional<double> min, std::optional<double> max) {
  Check check;
  check.metric = "pfj_force_peak_bw";
  check.kind = kind;
  check.min = min;
  check.max = max;
  check.source = "somebody 2020";
  return check;
}

TEST(Checks, BoundsAreInclusiveAndOptional) {
  const MetricValues run = with_force(5.0);
  EXPECT_TRUE(evaluate_check(force_check(CheckKind::value, 5.0, 5.0), run, nullptr).passed());
  EXPECT_TRUE(evaluate_check(force_check(CheckKind::value, std::nullopt, 6.0), run, nullptr).passed());
  EXPECT_FALSE(evaluate_check(force_check(CheckKind::value, 5.1, std::nullopt), run, nullptr).passed());
}

TEST(Checks, LookAtChangesFromTheBase) {
  const MetricValues run = with_force(4.0);
  const MetricValues base = with_force(5.0);
  const CheckResult change = evaluate_check(force_check(CheckKind::change, -1.1, -0.9), run, &base);
  EXPECT_NEAR(*change.value, -1.0, 1e-12);
  EXPECT_TRUE(change.passed());
  const CheckResult percent = evaluate_check(force_check(CheckKind::change_percent, -22.0, -8.0), run, &base);
  EXPECT_NEAR(*percent.value, -20.0, 1e-12);
  EXPECT_TRUE(percent.passed());
  EXPECT_EQ(check_unit(percent.check), "%");
}

TEST(Checks, AMissingValueFailsWithItsReason) {
  Check check = force_check(CheckKind::value, 0.0, 1.0);
  check.metric = "impact_peak_bw";
  MetricValues run;
  run.set(metric("impact_peak_bw"), MetricValue{std::nullopt, "none before 25 %"});
  const CheckResult result = evaluate_check(check, run, nullptr);
  EXPECT_FALSE(result.passed());
  EXPECT_EQ(result.missing_reason, "none before 25 %");
}

TEST(SolveCache, SolvesTheSameInputsOnce) {
  int solved = 0;
  SolveCache cache(read_load_models().value(), [&](const RunInputs& inputs) {
    ++solved;
    return test::synthetic_solver()(inputs);
  });
  RunInputs inputs;
  const auto first = cache.solve(inputs).value();
  inputs.form.cadence_spm = 180.0;
  const auto other = cache.solve(inputs).value();
  inputs.form.cadence_spm = RunInputs{}.form.cadence_spm;
  EXPECT_EQ(cache.solve(inputs).value(), first);
  EXPECT_NE(other, first);
  EXPECT_EQ(solved, 2);
}

}  // namespace
}  // namespace stridelab
