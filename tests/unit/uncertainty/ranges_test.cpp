#include "uncertainty/ranges.h"

#include <gmock/gmock.h>
#include <tbb/global_control.h>

#include "support/scenario_folder.h"
#include "support/solved_scenario.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

const UncertaintyModel& shipped() {
  static const UncertaintyModel model = read_uncertainty_model().value();
  return model;
}

EngineRun run_with(const std::vector<std::string>& overrides = {}) {
  test::SolvedScenario solved = test::easy_run_with(overrides);
  EngineRun run;
  run.parameters = solved.parameters;
  run.inputs = solved.inputs;
  run.metrics = solved.run->metrics;
  run.stride = solved.run;
  return run;
}

const EngineRun& easy() {
  static const EngineRun run = run_with();
  return run;
}

const EngineRun& quick() {
  static const EngineRun run = run_with({"cadence_percent=10"});
  return run;
}

std::vector<MetricRange> drawn(const EngineRun& a, const EngineRun& b, const std::vector<std::string>& metrics,
                               const UncertaintyModel& model, int draws) {
  static const Engines engines;
  return metric_ranges(a, b, metrics, {model, test::shipped_models(), engines, draws});
}

/// One constant and nothing else that is not known (the way to work the force out is always drawn).
UncertaintyModel only(const std::string& name, double low, double high, bool is_factor = true) {
  return {{{name, name, low, high, is_factor, "judged", "test"}}, {}, "method"};
}

// The net force is proportional to the force ratio, so its ends are the nominal force times those of the range: 5 % down and up
// of 0.9 .. 1.1, to what 256 points of Sobol's sequence know of a quantile (1 / 256 of the points, some 0.5 % of the width) and the
// preview's looser ending (0.35 %).
TEST(Ranges, AConstantThatMultipliesGivesItsOwnRange) {
  const UncertaintyModel model = only("patellofemoral_force_ratio", 0.9, 1.1);
  const MetricRange range = drawn(easy(), quick(), {"pfj_force_net_peak_bw"}, model, 256).front();
  const double nominal = *easy().metrics->value("pfj_force_net_peak_bw");
  EXPECT_NEAR(range.level_a->p5 / nominal, 0.9, 0.005);
  EXPECT_NEAR(range.level_a->p95 / nominal, 1.1, 0.005);
  EXPECT_NEAR(range.level_a->p50 / nominal, 1.0, 0.005);
  EXPECT_NEAR(range.change->p95 - range.change->p5, 0.0, 1e-9) << "it cancels from the change";
}

TEST(Ranges, AFormAgainstItselfDoesNotChange) {
  const MetricRange range = drawn(easy(), easy(), {"pfj_force_peak_bw"}, shipped(), 16).front();
  EXPECT_EQ(range.change->p5, 0.0);
  EXPECT_EQ(range.change->p95, 0.0);
  EXPECT_GT(range.level_a->p95, range.level_a->p5);
}

TEST(Ranges, AChangeIsSurerThanALevel) {
  const MetricRange range = drawn(easy(), quick(), {"pfj_force_peak_bw"}, shipped(), 32).front();
  const double level_percent = 100.0 * (range.level_a->p95 - range.level_a->p5) / range.level_a->p50;
  EXPECT_LT(range.change->p95 - range.change->p5, 0.5 * level_percent);
  EXPECT_LT(range.change->p95, 0.0) << "quicker steps unload the kneecap in every draw that counts";
}

TEST(Ranges, TheSameBitsOnAnyNumberOfThreads) {
  const auto bits = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    const auto ranges = drawn(easy(), quick(), {"pfj_force_peak_bw", "pfj_stress_peak_mpa"}, shipped(), 16);
    return ranges_json(ranges).dump();
  };
  EXPECT_EQ(bits(1), bits(2));
}

TEST(Ranges, WhatSomebodyGaveIsNotDrawn) {
  UncertaintyModel model;
  model.inputs = {{"step_width_m", "width", 0.02, "judged", "test"}};
  model.method_label = "method";
  const EngineRun given = run_with({"step_width_m=0.04"});
  const auto width = [&](const EngineRun& run) {
    const Spread level = *drawn(run, run, {"itb_strain_peak_percent"}, model, 16).front().level_a;
    return level.p95 - level.p5;
  };
  EXPECT_EQ(width(given), 0.0);
  EXPECT_GT(width(easy()), 0.1) << "% of strain; 2 cm are worth about a tenth of it";
}

TEST(Ranges, AJudgedRangeTenTimesAsWideDecides) {
  const std::vector<std::string> metric{"tibial_bending_moment_peak_nm_kg"};
  UncertaintyModel model = shipped();
  const auto bone = std::ranges::find(model.constants, "tibia_bone_centre", &UncertainConstant::name);
  const double middle = 0.5 * (bone->low + bone->high), half = 5.0 * (bone->high - bone->low);
  bone->low = middle - half;
  bone->high = middle + half;
  const MetricRange range = drawn(easy(), quick(), metric, model, 64).front();
  EXPECT_EQ(range.decided_by.front().label, bone->label);
}

TEST(RangeWords, SayWhereAChangeCannotBeTold) {
  MetricRange range{"pfj_force_peak_bw", true, {}, {}, Spread{-16.0, -15.0, -14.6, -14.0, -13.2}, {}, 32, 0};
  EXPECT_EQ(range_words(range), "13 to 16 %");
  range.change = Spread{-3.2, -1.0, 0.0, 4.0, 8.1};
  EXPECT_EQ(range_words(range), "-3.2 to +8.1 %: cannot tell");
  range.change.reset();
  EXPECT_EQ(range_words(range), "");
}

class UncertaintyFile : public testing::ScenarioFolder {};

TEST_F(UncertaintyFile, FaultsAreSaidWithTheNearestName) {
  const auto read = read_uncertainty_model(
      write("ranges.toml",
            "[[constant]]\nname = \"contact_aria\"\nlabel = \"x\"\nfactor = [1.2, 0.8]\nprovenance = "
            "\"judged\"\nsource = \"s\"\n"
            "[[runner]]\ninput = \"stride\"\nlabel = \"y\"\nsd = 1.0\nprovenance = \"judged\"\nsource = \"s\"\n"
            "[method]\nlabel = \"z\"\nprovenance = \"judged\"\nsource = \"s\"\n"));
  ASSERT_FALSE(read);
  const std::string faults = to_text(read.error());
  EXPECT_THAT(faults, HasSubstr("did you mean contact_area?"));
  EXPECT_THAT(faults, HasSubstr("unknown input \"stride\""));
  EXPECT_THAT(faults, HasSubstr("factor"));
}

}  // namespace
}  // namespace stridelab
