#include "uncertainty/draws.h"

#include <gtest/gtest.h>

#include <cmath>

#include "scenario/scenario.h"

namespace stridelab {
namespace {

const LoadModels& models() {
  static const LoadModels read = read_load_models().value();
  return read;
}

EngineRun run_of(const std::vector<std::string>& overrides) {
  const auto scenario = read_scenario(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", overrides);
  EXPECT_TRUE(scenario);
  EngineRun run;
  run.parameters = scenario->parameters;
  run.inputs = scenario->inputs;
  run.stride = *solve_run(run.inputs, stride_engine(), models());
  run.metrics = run.stride->metrics;
  return run;
}

std::vector<UncertainInput> inputs_named(const std::vector<std::string>& keys) {
  std::vector<UncertainInput> all = read_uncertain_inputs().value();
  std::erase_if(all, [&](const auto& input) { return std::ranges::find(keys, input.key) == keys.end(); });
  return all;
}

const SureValue& of(const std::vector<SureValue>& values, std::string_view metric) {
  return *std::ranges::find(values, metric, &SureValue::metric);
}

TEST(Draws, AreTheSameBitsOnAnyNumberOfThreads) {
  const EngineRun a = run_of({}), b = run_of({"cadence_percent=10"});
  const auto inputs = read_uncertain_inputs().value();
  const HowSure one = how_sure(a, &b, models(), inputs, {8, 1, false});
  const HowSure two = how_sure(a, &b, models(), inputs, {8, 2, false});
  EXPECT_EQ(one.draws, two.draws);
  ASSERT_EQ(one.change.size(), two.change.size());
  for (std::size_t i = 0; i < one.change.size(); ++i) {
    EXPECT_EQ(one.change[i].interval.low_90, two.change[i].interval.low_90) << one.change[i].metric;
    EXPECT_EQ(one.change[i].interval.high_90, two.change[i].interval.high_90) << one.change[i].metric;
  }
}

TEST(Draws, AFactorOfTheLeverArmGoesThroughAsItsInverse) {
  const EngineRun a = run_of({});
  auto inputs = inputs_named({"quadriceps_arm_person"});
  inputs.front().sd = 0.0;
  const HowSure sure = how_sure(a, nullptr, models(), inputs, {64, 2, false});
  const Interval& net = of(sure.a, "pfj_force_net_peak_bw").interval;
  const double now = *a.metrics->value("pfj_force_net_peak_bw");
  // Force is moment / arm, arm even over 0.8 .. 1.2: 5 % and 95 % of it at 1.18 and 0.82. 64 balanced points leave
  // each quantile within half a step, 0.4 / 64 / 2 of the arm.
  EXPECT_NEAR(net.low_90, now / 1.18, 0.005 * now);
  EXPECT_NEAR(net.high_90, now / 0.82, 0.006 * now);
}

TEST(Draws, WhatAAndBShareCancelsInTheirChange) {
  const EngineRun a = run_of({}), b = run_of({"cadence_percent=10"});
  const HowSure sure = how_sure(a, &b, models(), inputs_named({"quadriceps_arm_person"}), {16, 2, false});
  const Interval& change = of(sure.change_percent, "pfj_force_net_peak_bw").interval;
  // One factor over both forces: nothing but rounding is left.
  EXPECT_NEAR(change.high_90, change.low_90, 1e-9);
}

TEST(Draws, ARangeTenTimesAsWideBecomesTheLargest) {
  const EngineRun a = run_of({});
  auto inputs = inputs_named({"kneecap_force_ratio", "quadriceps_arm_person"});
  const auto first = [&] {
    return of(how_sure(a, nullptr, models(), inputs, {32, 2, false}).a, "pfj_force_net_peak_bw").largest.front().label;
  };
  const auto ratio = std::ranges::find(inputs, "kneecap_force_ratio", &UncertainInput::key);
  EXPECT_NE(first(), ratio->label);
  ratio->low = 1.0 - 10.0 * (1.0 - ratio->low);
  ratio->high = 1.0 + 10.0 * (ratio->high - 1.0);
  EXPECT_EQ(first(), ratio->label);
}

TEST(Draws, AQuantileLiesBetweenItsNeighbours) { EXPECT_DOUBLE_EQ(quantile({0.0, 1.0, 2.0, 3.0, 4.0}, 0.25), 1.0); }

}  // namespace
}  // namespace stridelab
