#include "study/run_cache.h"

#include <gtest/gtest.h>

#include "support/synthetic_forward.h"

namespace stridelab {
namespace {

class RunCacheTest : public testing::Test {
 protected:
  std::shared_ptr<test::ForwardLog> log = std::make_shared<test::ForwardLog>();
  RunCache cache{read_load_models().value(), test::synthetic_engines(log), 0.005};
  RunInputs inputs;
  RunSettings settings;
};

TEST_F(RunCacheTest, HandsTheSettingsToTheEngine) {
  settings.duration_s = 25.0;
  settings.seed = 7;
  settings.assist_percent = 3.0;
  settings.torque_noise_percent = 2.0;
  ASSERT_TRUE(cache.run_forward(inputs, settings));
  ASSERT_EQ(log->requests.size(), 1U);
  const ForwardRequest& asked = log->requests.front();
  EXPECT_EQ(asked.duration_s, 25.0);
  EXPECT_EQ(asked.record_every_s, 0.005);
  EXPECT_EQ(asked.simulation.seed, 7U);
  EXPECT_EQ(asked.simulation.assist_percent, 3.0);
  EXPECT_EQ(asked.simulation.torque_noise_percent, 2.0);
  EXPECT_EQ(asked.simulation.carrier, CarrierKind::bullet) << "published numbers use Bullet";
}

TEST_F(RunCacheTest, RunsTheSameThingOnce) {
  EXPECT_FALSE(cache.knows_forward(inputs, settings));
  const auto first = cache.run_forward(inputs, settings).value();
  EXPECT_TRUE(cache.knows_forward(inputs, settings));
  EXPECT_EQ(cache.run_forward(inputs, settings).value(), first);
  EXPECT_EQ(log->requests.size(), 1U);
}

TEST_F(RunCacheTest, EverySettingMakesAnotherRun) {
  ASSERT_TRUE(cache.run_forward(inputs, settings));
  std::size_t runs = 1;
  const auto runs_again = [&](auto&& change) {
    RunSettings other = settings;
    change(other);
    EXPECT_TRUE(cache.run_forward(inputs, other));
    EXPECT_EQ(log->requests.size(), ++runs);
  };
  runs_again([](RunSettings& s) { s.duration_s = 20.0; });
  runs_again([](RunSettings& s) { s.seed = 2; });
  runs_again([](RunSettings& s) { s.assist_percent = 1.0; });
  runs_again([](RunSettings& s) { s.torque_noise_percent = 0.25; });
  inputs.surface = "grass";
  EXPECT_TRUE(cache.run_forward(inputs, settings));
  EXPECT_EQ(log->requests.size(), ++runs);
}

TEST_F(RunCacheTest, WithoutAStrideThereIsNoRun) {
  inputs.form.speed_m_s = 6.0;
  const ForwardOutcome& outcome = cache.run_forward(inputs, settings);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().text.find("raise cadence_spm"), std::string::npos);
  EXPECT_TRUE(log->requests.empty());
}

TEST_F(RunCacheTest, AFallKeepsItsWordsAndItsQuality) {
  inputs.form.speed_m_s = 5.2;
  const ForwardOutcome& outcome = cache.run_forward(inputs, settings);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().text, "the runner fell at 2.4 s: the pelvis sank; use assist_percent = 5");
  EXPECT_TRUE(outcome.error().quality.has_value());
}

TEST_F(RunCacheTest, ARunThatOnlySettlesHasNoResult) {
  settings.duration_s = 0.5;
  const ForwardOutcome& outcome = cache.run_forward(inputs, settings);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().text.find("duration_s = 0.5 is too short"), std::string::npos);
  EXPECT_NE(outcome.error().text.find("is enough"), std::string::npos);
}

TEST_F(RunCacheTest, TheTimeItTookIncludesTheStride) {
  const double plan_ms = *cache.solve(inputs).value()->metrics.value("solve_time_ms");
  EXPECT_GT(*cache.run_forward(inputs, settings).value()->mean.value("solve_time_ms"), plan_ms);
}

TEST_F(RunCacheTest, ReportsProgressOnlyOfWhatIsRun) {
  int calls = 0;
  const auto progress = [&](double) { ++calls; };
  ASSERT_TRUE(cache.run_forward(inputs, settings, progress));
  ASSERT_TRUE(cache.run_forward(inputs, settings, progress));
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace stridelab
