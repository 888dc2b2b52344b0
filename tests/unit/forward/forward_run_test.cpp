#include "forward/forward_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "support/strides.h"

namespace stridelab {
namespace {

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

/// Shorter than settling, so that it holds for any gains that keep a runner up for four steps.
ForwardRequest short_run() {
  ForwardRequest request;
  request.duration_s = 1.5;
  return request;
}

TEST(ForwardRun, BeforeItHasSettledSaysWhyThereIsNoMean) {
  const auto result = run_forward(test::easy_run(), models(), short_run());
  ASSERT_TRUE(result) << result.error().text;
  ASSERT_GE(result->steps.size(), 2U);
  for (const StepResult& step : result->steps) {
    EXPECT_EQ(step.left_out, "settling");
    const auto peak = static_cast<std::size_t>(find_metric("vgrf_peak_bw")->index);
    EXPECT_GT(step.values[peak].value.value_or(0.0), 1.5) << step.index;  // it did press on the ground
  }
  EXPECT_FALSE(result->mean.value("vgrf_peak_bw"));
  EXPECT_NE(result->mean.of(*find_metric("vgrf_peak_bw")).missing_reason.find("settling"), std::string::npos);
  EXPECT_TRUE(result->curves.empty());
  EXPECT_EQ(result->quality.duration_s, 0.0);
  EXPECT_NEAR(result->duration_s, 1.5, 1e-9);
  EXPECT_EQ(result->recording, nullptr);
}

TEST(ForwardRun, LookingOnChangesNothing) {
  ForwardRequest request = short_run();
  const auto alone = run_forward(test::easy_run(), models(), request);
  request.record_every_s = 0.01;
  std::vector<double> fractions;
  request.progress = [&](double fraction) { fractions.push_back(fraction); };
  const auto watched = run_forward(test::easy_run(), models(), request);
  ASSERT_TRUE(alone && watched);
  EXPECT_EQ(alone->state_hash, watched->state_hash);
  ASSERT_NE(watched->recording, nullptr);
  EXPECT_EQ(watched->recording->size(), 150U);
  ASSERT_EQ(fractions.size(), 100U);
  EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
  EXPECT_EQ(fractions.back(), 1.0);
}

TEST(ForwardRun, OnIceTheRunnerFallsAndTheFailureSaysWhen) {
  ForwardRequest request = short_run();
  request.duration_s = 20.0;
  request.simulation.contact.friction = 0.0;
  const auto result = run_forward(test::easy_run(), models(), request);
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().text.find("fell at"), std::string::npos) << result.error().text;
}

TEST(BadRunning, NamesTheFaultAndTheStrengthThatRanOut) {
  RunningQuality quality;
  quality.plan = {3.3, 170.0, 70.0, 0.0};
  quality.duration_s = 12.0;
  EXPECT_EQ(bad_running_text(quality), std::nullopt);
  quality.joint_rms_rad[hip_adduction_r] = 8.0 * rad_per_deg;
  quality.saturated_share[hip_adduction_r] = 0.12;
  const std::string text = bad_running_text(quality).value_or("");
  for (const char* part :
       {"12.0 s", "hip_adduction_r ran 8.0 deg", "limit 6.0 deg", "strength limit 12 %", "raise hip_strength_percent"})
    EXPECT_NE(text.find(part), std::string::npos) << part << " in: " << text;
  quality.saturated_share.setZero();
  EXPECT_EQ(bad_running_text(quality).value_or("").find("strength"), std::string::npos);
  quality.duration_s = 0.0;  // a run that never settled is not bad, it is unknown
  EXPECT_EQ(bad_running_text(quality), std::nullopt);
}

}  // namespace
}  // namespace stridelab
