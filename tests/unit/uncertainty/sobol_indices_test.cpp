#include "uncertainty/sobol_indices.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "scenario/scenario.h"
#include "uncertainty/draws.h"
#include "uncertainty/sensitivity.h"

namespace stridelab {
namespace {

double ishigami(const std::vector<double>& share) {
  const auto x = [&](std::size_t i) { return std::numbers::pi * (2.0 * share[i] - 1.0); };
  const double sine = std::sin(x(1));
  return std::sin(x(0)) + 7.0 * sine * sine + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

std::vector<SobolIndex> ishigami_indices(int samples) {
  const SaltelliDesign design(3, samples, 1);
  std::vector<std::optional<double>> results;
  for (std::uint64_t run = 0; run < design.runs(); ++run) results.emplace_back(ishigami(design.shares(run)));
  return design.indices(results);
}

// Closed form, Saltelli et al. 2010: V = 7^2/8 + 0.1 pi^4/5 + 0.01 pi^8/18 + 1/2; V1 = (1 + 0.1 pi^4/5)^2/2, V2 = 7^2/8,
// V13 = 0.01 pi^8 (1/18 - 1/50).
TEST(SobolIndices, OfIshigamisFunctionAreTheKnownOnes) {
  const double p4 = std::pow(std::numbers::pi, 4), p8 = p4 * p4;
  const double v = 49.0 / 8.0 + 0.1 * p4 / 5.0 + 0.01 * p8 / 18.0 + 0.5;
  const double v1 = 0.5 * std::pow(1.0 + 0.1 * p4 / 5.0, 2), v2 = 49.0 / 8.0,
               v13 = 0.01 * p8 * (1.0 / 18.0 - 1.0 / 50.0);
  const std::vector<double> first{v1 / v, v2 / v, 0.0}, total{(v1 + v13) / v, v2 / v, v13 / v};
  const auto found = ishigami_indices(4096);
  ASSERT_EQ(found.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    // Four of its own standard errors: one of six estimates is beyond once in 2500 designs. The errors themselves are of
    // the order 1 / sqrt(4096) = 0.016, so a wrong estimator, off by tenths, does not pass.
    EXPECT_NEAR(found[i].first.value, first[i], 4.0 * found[i].first.error) << i;
    EXPECT_NEAR(found[i].total.value, total[i], 4.0 * found[i].total.error) << i;
    EXPECT_LT(found[i].first.error, 0.04) << i;
    EXPECT_LT(found[i].total.error, 0.04) << i;
  }
}

TEST(SobolIndices, TheirErrorHalvesWithFourTimesTheSamples) {
  const auto few = ishigami_indices(512), many = ishigami_indices(2048);
  // 200 bootstraps know an error to 5 %, and it is itself one of a random design: a third either way.
  EXPECT_NEAR(many[0].total.error / few[0].total.error, 0.5, 0.17);
}

TEST(SobolIndices, ASampleWithAResultMissingCountsForNothing) {
  const SaltelliDesign design(2, 8, 1);
  std::vector<std::optional<double>> results;
  for (std::uint64_t run = 0; run < design.runs(); ++run) results.emplace_back(design.shares(run)[0]);
  results[2 * 4 + 1].reset();
  const auto found = design.indices(results);
  ASSERT_EQ(found.size(), 2u);
  // The second input does nothing: not a bit of it.
  EXPECT_EQ(found[1].total.value, 0.0);
  EXPECT_GT(found[0].total.value, 0.5);
  EXPECT_TRUE(design.indices(std::vector<std::optional<double>>(results.size(), 1.0)).empty());
}

class OfARun : public testing::Test {
 protected:
  static EngineRun run_of(const std::vector<std::string>& overrides) {
    const auto scenario = read_scenario(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", overrides);
    EXPECT_TRUE(scenario);
    EngineRun run;
    run.parameters = scenario->parameters;
    run.inputs = scenario->inputs;
    run.stride = *solve_run(run.inputs, stride_engine(), models());
    run.metrics = run.stride->metrics;
    return run;
  }

  static const LoadModels& models() {
    static const LoadModels read = read_load_models().value();
    return read;
  }

  static std::vector<UncertainInput> inputs_named(const std::vector<std::string>& keys) {
    std::vector<UncertainInput> all = read_uncertain_inputs().value();
    const auto runners = read_runner_inputs().value();
    all.insert(all.end(), runners.begin(), runners.end());
    std::erase_if(all, [&](const auto& input) { return std::ranges::find(keys, input.key) == keys.end(); });
    return all;
  }
};

TEST_F(OfARun, TheSameBitsOnOneAndTwoThreads) {
  const EngineRun a = run_of({}), b = run_of({"cadence_percent=10"});
  const auto inputs = inputs_named({"kneecap_force_ratio", "runner_lean"});
  const auto of = [&](int jobs) {
    return sensitivity(a, &b, models(), inputs, {"pfj_force_net_peak_bw"}, {4, jobs, {}}).metrics.front().of;
  };
  const auto one = of(1), two = of(2);
  ASSERT_EQ(one.size(), 2u);
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].total.value, two[i].total.value);
    EXPECT_EQ(one[i].first.error, two[i].first.error);
  }
}

TEST_F(OfARun, ARangeTenTimesAsWideBecomesDominant) {
  const EngineRun a = run_of({});
  auto inputs = inputs_named({"kneecap_force_ratio", "quadriceps_arm_person"});
  const auto ratio_total = [&] {
    const auto found = sensitivity(a, nullptr, models(), inputs, {"pfj_force_net_peak_bw"}, {32, 2, {}});
    for (std::size_t i = 0; i < inputs.size(); ++i)
      if (inputs[i].key == "kneecap_force_ratio") return found.metrics.front().of[i].total.value;
    return -1.0;
  };
  EXPECT_LT(ratio_total(), 0.5);
  const auto ratio = std::ranges::find(inputs, "kneecap_force_ratio", &UncertainInput::key);
  ratio->low = 1.0 - 10.0 * (1.0 - ratio->low);
  ratio->high = 1.0 + 10.0 * (ratio->high - 1.0);
  EXPECT_GT(ratio_total(), 0.5);
}

TEST_F(OfARun, ARunnersOwnCadenceIsHisInBothForms) {
  const EngineRun a = run_of({}), b = run_of({"cadence_percent=10"});
  const auto inputs = inputs_named({"runner_cadence"});
  const Drawn drawn = draw_metrics(inputs, {1.03}, a, &b, models());
  ASSERT_TRUE(drawn.a && drawn.b);
  // A factor over both: exact to rounding.
  EXPECT_NEAR(*drawn.b->value("cadence_spm") / *drawn.a->value("cadence_spm"), 1.1, 1e-9);
  EXPECT_NEAR(*drawn.a->value("cadence_spm"), 1.03 * a.inputs.form.cadence_spm, 1e-9);
}

}  // namespace
}  // namespace stridelab
