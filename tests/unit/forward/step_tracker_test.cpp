#include "forward/step_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "forward/step_means.h"
#include "support/synthetic_run.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

test::SyntheticRun even_run() { return {test::SyntheticStride{}.source(), read_load_models().value()}; }

struct Outcome {
  std::vector<StepResult> steps;
  StepMeans means;
  std::size_t most_kept = 0;

  [[nodiscard]] MetricSpread spread(std::string_view key) const {
    const MetricName name = find_metric(key).value();
    return means.spread()[static_cast<std::size_t>(name.index)][static_cast<std::size_t>(index(name.side))];
  }
};

Outcome outcome_of(const test::SyntheticRun& run, double duration_s) {
  StepTracker tracker({run.source.body, run.source.form, 0.0}, run.models);
  Outcome out;
  run.play(duration_s, [&](const Frame& frame) {
    for (const MeasuredStep& step : tracker.add(frame)) {
      out.means.add(step);
      out.steps.push_back(step.result);
    }
    out.most_kept = std::max(out.most_kept, tracker.kept());
  });
  return out;
}

/// Of the k-th contact of the right foot in even_run(), by the time of a frame.
int right_step_of(const test::SyntheticRun& run, double time_s) {
  return static_cast<int>(std::floor(0.95 + time_s / run.source.period_s)) - 1;
}

TEST(StepTracker, CountsStepsOfBothLegsInOrder) {
  const test::SyntheticRun run = even_run();
  // Right contacts near 0.05 T + k T, left ones half a stride later; in 4.5 T the last to complete began near 3.05 T.
  const Outcome out = outcome_of(run, 4.5 * run.source.period_s);
  ASSERT_EQ(out.steps.size(), 7U);
  for (std::size_t i = 0; i < out.steps.size(); ++i) {
    EXPECT_EQ(out.steps[i].index, static_cast<int>(i));
    EXPECT_EQ(out.steps[i].side, i % 2 == 0 ? Side::right : Side::left);
    EXPECT_EQ(out.steps[i].values.size(), metric_table().size());
    EXPECT_TRUE(out.steps[i].left_out.empty());
    if (i > 0) {
      EXPECT_NEAR(out.steps[i].contact_s - out.steps[i - 1].contact_s, 0.5 * run.source.period_s, 1e-5);
    }
  }
}

TEST(StepTracker, AStepThatBeganBeforeTheFirstFrameIsNotOne) {
  test::SyntheticRun run = even_run();
  run.start_phase = 0.1;  // the right foot stands
  const Outcome out = outcome_of(run, 3.0 * run.source.period_s);
  ASSERT_FALSE(out.steps.empty());
  EXPECT_EQ(out.steps[0].side, Side::left);
  EXPECT_GT(out.steps[0].contact_s, 0.39 * run.source.period_s);
  // A whole contact was measured, not what was left of the first one.
  EXPECT_NEAR(out.means.mean().value("contact_time_ms").value(), 222.17, 0.1);
}

TEST(StepTracker, SettlingStepsAreMeasuredMarkedAndNotAveraged) {
  test::SyntheticRun run = even_run();
  run.settling_s = 2.5 * run.source.period_s;  // in flight
  // While it settles the knee works half again as much.
  run.spoil = [&](StrideSample& s, double t) {
    if (t < run.settling_s) s.generalised_force_nm *= 1.5;
  };
  const Outcome out = outcome_of(run, 6.5 * run.source.period_s);
  const auto row = static_cast<std::size_t>(find_metric("knee_extension_moment_peak_nm_kg")->index);
  for (const StepResult& step : out.steps) {
    const bool settling = step.contact_s < run.settling_s;
    EXPECT_EQ(step.left_out, settling ? "settling" : "") << step.index;
    EXPECT_NEAR(step.values[row].value.value(), 180.0 / 70.0 * (settling ? 1.5 : 1.0), 1e-3) << step.index;
  }
  EXPECT_NEAR(*out.means.mean().value("knee_extension_moment_peak_nm_kg"), 180.0 / 70.0, 1e-3);
  EXPECT_EQ(out.spread("knee_extension_moment_peak_nm_kg").n_steps, 3);
  EXPECT_NEAR(out.spread("knee_extension_moment_peak_nm_kg").sd, 0.0, 1e-4);
}

TEST(StepTracker, OneSettlingFrameLeavesOutTheStepsItLiesIn) {
  test::SyntheticRun run = even_run();
  StepTracker tracker({run.source.body, run.source.form, 0.0}, run.models);
  std::vector<StepResult> left_out;
  run.play(6.5 * run.source.period_s, [&](Frame frame) {
    frame.settling = frame.index == std::lround(3.3 * run.source.period_s / run.dt_s);
    for (const MeasuredStep& step : tracker.add(frame))
      if (!step.result.left_out.empty()) left_out.push_back(step.result);
  });
  ASSERT_EQ(left_out.size(), 2U);  // one of each leg
  for (const StepResult& step : left_out) {
    EXPECT_LT(step.contact_s, 3.3 * run.source.period_s);
    EXPECT_GT(step.contact_s, 2.3 * run.source.period_s);
  }
}

TEST(StepTracker, WithoutAnyStepEveryMetricSaysWhy) {
  test::SyntheticRun run = even_run();
  run.settling_s = 100.0;
  const Outcome out = outcome_of(run, 3.0);
  EXPECT_FALSE(out.steps.empty());
  const MetricValues mean = out.means.mean();
  for (const MetricRow& row : metric_table()) {
    const MetricValue& value = mean.of(*find_metric(row.key));
    EXPECT_FALSE(value.value) << row.key;
    EXPECT_NE(value.missing_reason.find("settling"), std::string::npos) << row.key;
  }
  EXPECT_TRUE(out.means.curves(run.source.body).empty());
  EXPECT_EQ(out.spread("pfj_force_peak_bw").n_steps, 0);
}

TEST(StepTracker, SpreadOfAKnownSequence) {
  // The right knee's moment of stride k is 1 + 0.02 (k mod 3); the left one is the same every time.
  test::SyntheticRun run = even_run();
  run.spoil = [&](StrideSample& s, double t) {
    s.generalised_force_nm[knee_angle_r] *= 1.0 + 0.02 * (right_step_of(run, t) % 3);
  };
  const Outcome out = outcome_of(run, 9.5 * run.source.period_s);
  const std::string key = "knee_extension_moment_peak_nm_kg";
  const double unit = 180.0 / 70.0;
  // Nine steps, three each of 1, 1.02, 1.04: mean 1.02, sample SD 0.02 sqrt(6 / 8). The tolerance is that of a peak.
  ASSERT_EQ(out.spread(key).n_steps, 9);
  EXPECT_NEAR(*out.means.mean().value(key), 1.02 * unit, 1e-4 * unit);
  EXPECT_NEAR(out.spread(key).sd, 0.02 * std::sqrt(6.0 / 8.0) * unit, 1e-4 * unit);
  EXPECT_LT(out.spread(key + "_left").sd, 1e-4 * unit);
  EXPECT_NEAR(*out.means.mean().value(key + "_left"), unit, 1e-4 * unit);
}

TEST(StepTracker, AMetricThatSomeStepsLackIsAveragedOverTheOthers) {
  // Every third right step lands with a transient; the other steps have no impact peak.
  test::SyntheticRun run = even_run();
  run.spoil = [&](StrideSample& s, double t) {
    const double since_s =
        (0.95 + t / run.source.period_s - std::floor(0.95 + t / run.source.period_s)) * run.source.period_s;
    if (right_step_of(run, t) % 3 == 0 && since_s > 0.003 && since_s < 0.027)
      s.leg[0].grf_n.y() += 750.0 * (1.0 - std::cos((since_s - 0.003) / 0.024 * 2.0 * std::numbers::pi));
  };
  const Outcome out = outcome_of(run, 6.5 * run.source.period_s);
  EXPECT_EQ(out.spread("vgrf_peak_bw").n_steps, 6);
  EXPECT_EQ(out.spread("impact_peak_bw").n_steps, 2);
  EXPECT_TRUE(out.means.mean().value("impact_peak_bw"));
  EXPECT_FALSE(out.means.mean().value("impact_peak_bw_left"));
  EXPECT_NE(out.means.mean().of(*find_metric("impact_peak_bw_left")).missing_reason.find("25 %"), std::string::npos);
}

TEST(StepTracker, SolveTimeHasNoMeaning) {
  const Outcome out = outcome_of(even_run(), 3.0);
  const MetricValues mean = out.means.mean();
  EXPECT_FALSE(mean.value("solve_time_ms"));
  EXPECT_NE(mean.of(*find_metric("solve_time_ms")).missing_reason.find("forward run"), std::string::npos);
}

TEST(StepTracker, KeepsABoundedNumberOfFrames) {
  EXPECT_LT(outcome_of(even_run(), 12.0).most_kept, 1500U);  // two strides
  // A runner who stops on the spot after one step, and one who never touches the ground.
  test::SyntheticRun stops = even_run();
  stops.spoil = [&](StrideSample& s, double t) {
    for (LegSample& leg : s.leg)
      if (t > stops.source.period_s) leg.grf_n.setZero();
  };
  const Outcome stopped = outcome_of(stops, 8.0);
  EXPECT_LT(stopped.most_kept, 4200U);  // 4 s
  ASSERT_EQ(stopped.steps.size(), 2U);
  for (const StepResult& step : stopped.steps) {
    EXPECT_NE(step.left_out.find("did not come down"), std::string::npos);
    EXPECT_EQ(step.values.size(), metric_table().size());
  }
  test::SyntheticRun flies = even_run();
  flies.spoil = [](StrideSample& s, double) { s.leg[0].grf_n.setZero(), s.leg[1].grf_n.setZero(); };
  EXPECT_LT(outcome_of(flies, 8.0).most_kept, 200U);
}

}  // namespace
}  // namespace stridelab
