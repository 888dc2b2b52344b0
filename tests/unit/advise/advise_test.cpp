#include "advise/advise.h"

#include <gmock/gmock.h>
#include <tbb/global_control.h>

#include "metrics/metrics.h"
#include "support/scenario_folder.h"
#include "support/solved_scenario.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

MetricNames all_metrics() {
  return {[](std::string_view key) { return find_metric(key).has_value(); },
          [](std::string_view key) { return nearest_metric(key); }};
}

OpenScenario form(const std::string& name) {
  Diagnostics faults;
  OpenScenario open = OpenScenario::read(std::string(STRIDELAB_SOURCE_DIR "/scenarios/") + name, all_metrics(), faults);
  EXPECT_TRUE(faults.empty()) << to_text(faults);
  return open;
}

std::vector<ChangeStep> steps_of(const std::vector<std::string>& keys) {
  std::vector<ChangeStep> chosen;
  static const std::vector<ChangeStep> shipped = read_change_steps().value();
  for (const ChangeStep& step : shipped)
    if (std::ranges::find(keys, step.parameter) != keys.end()) chosen.push_back(step);
  EXPECT_EQ(chosen.size(), keys.size());
  return chosen;
}

tl::expected<Advice, Diagnostics> asked(const std::string& scenario, std::vector<Assignment> edits,
                                        const std::string& goal, const std::vector<std::string>& limits,
                                        const std::vector<std::string>& vary) {
  AdviceRequest request{form(scenario), std::move(edits), read_goal(goal).value(), {}, steps_of(vary)};
  for (const std::string& limit : limits) request.limits.push_back(read_limit(limit).value());
  return advise(std::move(request), test::shipped_models(), Engines{});
}

// What trials give a rearfoot runner with long, slow steps: more of them (Heiderscheit 2011, Lenhart 2014). Under a limit on
// the Achilles tendon a forefoot landing is no way out.
TEST(Advise, ALongStridingRunnerIsSentToQuickerShorterSteps) {
  const auto advice = asked("easy_run.toml", {{"cadence_spm", 160.0, ""}}, "pfj_force_peak_bw=-15%",
                            {"achilles_force_peak_bw=+5%"}, {"cadence_spm", "foot_strike_deg", "trunk_lean_deg"});
  ASSERT_TRUE(advice) << to_text(advice.error());
  EXPECT_TRUE(advice->reached);
  ASSERT_FALSE(advice->moved.empty());
  EXPECT_EQ(advice->moved.front().parameter, "cadence_spm");
  EXPECT_GT(advice->moved.front().to, 168.0);
  EXPECT_LT(advice->moved.front().to, 180.0);
  EXPECT_LT(advice->after.parameters.number("stride_length_m"), advice->before.parameters.number("stride_length_m"));
  EXPECT_LE(advice->goal.change_percent, -14.9);
  EXPECT_TRUE(advice->limits.front().holds());
}

// With one input and one goal the least change lies on the goal: a larger one would cost more, a smaller one misses.
TEST(Advise, TheLeastChangeJustReachesTheGoal) {
  const auto advice = asked("easy_run.toml", {}, "pfj_force_peak_bw=-10%", {}, {"cadence_spm"});
  ASSERT_TRUE(advice);
  EXPECT_TRUE(advice->reached);
  EXPECT_NEAR(advice->goal.change_percent, -10.05, 0.25)
      << "margin 0.05, preview against cold solve 0.1, step tolerance 0.1";
}

TEST(Advise, SaysWhatCannotBeReachedAndTheNearest) {
  const auto advice = asked("easy_run.toml", {}, "pfj_force_peak_bw=-50%", {}, {"cadence_spm"});
  ASSERT_TRUE(advice);
  EXPECT_FALSE(advice->reached);
  EXPECT_NEAR(advice->moved.front().steps, 2.0, 0.02) << "as far as anybody is asked to go";
  EXPECT_GT(advice->goal.change_percent, -50.0);
  EXPECT_LT(advice->goal.change_percent, -10.0);
}

TEST(Advise, ALimitThatForbidsTheGoalIsSaid) {
  const auto advice =
      asked("easy_run.toml", {}, "pfj_force_peak_bw=-10%", {"pfj_force_net_peak_bw=-1%"}, {"cadence_spm"});
  ASSERT_TRUE(advice);
  EXPECT_FALSE(advice->reached) << "by default both are one force";
}

TEST(Advise, ARisingGoalIsReachedFromBelow) {
  const auto advice = asked("easy_run.toml", {}, "pfj_force_peak_bw=+5%", {}, {"cadence_spm"});
  ASSERT_TRUE(advice);
  EXPECT_TRUE(advice->reached);
  EXPECT_LT(advice->moved.front().steps, 0.0);
}

TEST(Advise, TheSameBitsOnAnyNumberOfThreads) {
  const auto bits = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    const auto advice = asked("easy_run.toml", {}, "pfj_force_peak_bw=-8%", {}, {"cadence_spm", "trunk_lean_deg"});
    std::vector<double> numbers{advice->cost, advice->goal.change_percent, static_cast<double>(advice->tried)};
    for (const MovedInput& m : advice->moved) numbers.push_back(m.to);
    return numbers;
  };
  EXPECT_EQ(bits(1), bits(2));
}

TEST(AdviceWords, GoalsMustBeReachedAndLimitsNotPassed) {
  const MetricBound fall = read_goal("pfj_force_peak_bw=-15%").value(), rise = read_goal("pfj_force_peak_bw=5").value();
  EXPECT_LE(fall.beyond(-16.0), 0.0);
  EXPECT_GT(fall.beyond(-14.0), 0.0);
  EXPECT_LE(rise.beyond(6.0), 0.0);
  EXPECT_GT(rise.beyond(4.0), 0.0);
  const MetricBound at_most = read_limit("achilles_force_peak_bw=+5%").value(),
                    no_less = read_limit("achilles_force_peak_bw=-5%").value();
  EXPECT_LE(at_most.beyond(-20.0), 0.0);
  EXPECT_GT(at_most.beyond(6.0), 0.0);
  EXPECT_LE(no_less.beyond(-4.0), 0.0);
  EXPECT_GT(no_less.beyond(-6.0), 0.0);
}

TEST(AdviceWords, WhatIsNoBoundIsSaid) {
  EXPECT_THAT(read_goal("pfj_force_peak=-15%").error(), HasSubstr("did you mean"));
  EXPECT_THAT(read_goal("pfj_force_peak_bw=less").error(), HasSubstr("no change in per cent"));
  EXPECT_THAT(read_goal("pfj_force_peak_bw").error(), HasSubstr("METRIC=CHANGE%"));
  EXPECT_THAT(read_goal("knee_flexion_peak_deg=-5%").error(), HasSubstr("convention"));
}

TEST(ChangeSteps, EachHasASourceAndOneMeasure) {
  const auto steps = read_change_steps();
  ASSERT_TRUE(steps) << to_text(steps.error());
  for (const ChangeStep& step : *steps) {
    EXPECT_NE(step.step.has_value(), step.percent.has_value()) << step.parameter;
    EXPECT_GT(step.from(1.0), 0.0) << step.parameter;
  }
}

}  // namespace
}  // namespace stridelab
