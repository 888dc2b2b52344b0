#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>

#include "forward/running_quality.h"
#include "support/synthetic_run.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

constexpr double planned_speed_m_s = 3.3;

test::SyntheticRun good_run() { return {test::SyntheticStride{}.source(), read_load_models().value()}; }

PlannedRun plan_of(const test::SyntheticRun& run) {
  return {run.source.form.speed_m_s, run.source.form.cadence_spm, run.source.body.mass_kg, run.belt_speed_m_s};
}

template <typename Change>
RunningQuality quality_of(const test::SyntheticRun& run, double duration_s, Change change) {
  QualityScore score(plan_of(run));
  run.play(duration_s, [&](Frame frame) {
    change(frame);
    score.add(frame);
  });
  return score.result();
}

RunningQuality quality_of(const test::SyntheticRun& run, double duration_s) {
  return quality_of(run, duration_s, [](Frame&) {});
}

/// The fault of a run that is spoilt in one way.
template <typename Change>
std::string fault_of(Change change) {
  return quality_of(good_run(), 10.0, change).fault().value_or("good");
}

TEST(RunningQuality, APerfectRunIsGood) {
  const RunningQuality q = quality_of(good_run(), 10.0);
  EXPECT_EQ(q.fault(), std::nullopt) << *q.fault();
  EXPECT_EQ(q.joint_rms_rad.maxCoeff(), 0.0);
  EXPECT_EQ(q.vertical_force_rms_n, 0.0);
  EXPECT_NEAR(q.speed_error_m_s, 0.0, 1e-9);
  EXPECT_NEAR(q.cadence_error_spm, 0.0, 1e-3);
  EXPECT_NEAR(q.duration_s, 9.999, 1e-9);
  EXPECT_EQ(q.steps, 28);  // 9.96 s from the first contact on, 0.354 s each
  EXPECT_EQ(q.planned_steps, 28);
}

TEST(RunningQuality, CutStepsDoNotCount) {
  // Wherever in a stride a run begins, leaves settling and ends, a perfect one has exactly its planned steps.
  for (int i = 0; i < 40; ++i) {
    test::SyntheticRun run = good_run();
    run.dt_s = 0.002;
    run.start_phase = 0.13 * i;
    run.settling_s = 0.037 * i;
    const RunningQuality q = quality_of(run, 3.0 + 0.061 * i);
    EXPECT_EQ(q.steps, q.planned_steps) << i;
    EXPECT_EQ(q.fault(), std::nullopt) << i;
  }
}

TEST(RunningQuality, SettlingInTheMiddleIsSkipped) {
  const RunningQuality q = quality_of(good_run(), 10.0, [](Frame& f) {
    f.settling = f.time_s > 4.0 && f.time_s < 5.1;
    if (f.settling) {
      f.motion.q_rad[knee_angle_r] += 1.0;
      f.motion.com_m.z() += 3.0;
      f.motion.leg[0].grf_n.setZero();
    }
  });
  EXPECT_EQ(q.fault(), std::nullopt) << *q.fault();
  EXPECT_EQ(q.steps, q.planned_steps);
  EXPECT_NEAR(q.duration_s, 10.0 - 1.1, 0.003);
}

TEST(RunningQuality, NamesEveryJointArmsIncluded) {
  for (int joint = 0; joint < n_coordinates; ++joint) {
    const auto off_by = [joint](double deg) {
      return [joint, deg](Frame& f) { f.motion.q_rad[joint] += (f.index % 2 == 0 ? deg : -deg) * rad_per_deg; };
    };
    EXPECT_EQ(fault_of(off_by(5.9)), "good") << joint;
    const std::string fault = fault_of(off_by(6.1));
    EXPECT_TRUE(fault.starts_with(coordinate_names[static_cast<std::size_t>(joint)])) << fault;
    EXPECT_NE(fault.find("6.1 deg"), std::string::npos) << fault;
  }
}

TEST(RunningQuality, ForceLimitGrowsWithMass) {
  const auto off_by = [](double force_n) { return [force_n](Frame& f) { f.plan.vertical_force_n += force_n; }; };
  EXPECT_EQ(fault_of(off_by(245.0)), "good");
  EXPECT_NE(fault_of(off_by(-255.0)).find("255 N"), std::string::npos);
  test::SyntheticStride heavy;
  heavy.body.mass_kg = 84.0;  // limit 300 N
  const test::SyntheticRun run{heavy.source(), read_load_models().value()};
  EXPECT_EQ(quality_of(run, 5.0, off_by(295.0)).fault(), std::nullopt);
  EXPECT_TRUE(quality_of(run, 5.0, off_by(305.0)).fault());
}

TEST(RunningQuality, ANumberThatDecidesIsNotRoundedToItsLimit) {
  RunningQuality q = quality_of(good_run(), 10.0);
  const double limit_m = forward_limits().good_running.height_error_m;
  q.height_error_m = limit_m + 3e-5;
  const std::string said = q.fault().value_or("");
  EXPECT_NE(said.find(fmt::format("{:.2f} mm", 1e3 * q.height_error_m)), std::string::npos) << said;
  EXPECT_NE(said.find(fmt::format("limit {:.2f} mm", 1e3 * limit_m)), std::string::npos) << said;
}

TEST(RunningQuality, Height) {
  EXPECT_EQ(fault_of([](Frame& f) { f.plan.pelvis_height_m += 0.024; }), "good");
  EXPECT_NE(fault_of([](Frame& f) { f.plan.pelvis_height_m += 0.026; }).find("26 mm too low"), std::string::npos);
  EXPECT_NE(fault_of([](Frame& f) { f.plan.pelvis_height_m -= 0.030; }).find("30 mm too high"), std::string::npos);
}

TEST(RunningQuality, SpeedOverWholeStrides) {
  const auto faster = [](double share) {
    return [share](Frame& f) { f.motion.com_m.x() += share * planned_speed_m_s * f.time_s; };
  };
  EXPECT_EQ(fault_of(faster(0.045)), "good");
  EXPECT_NE(fault_of(faster(-0.055)).find("-0.18 m/s off"), std::string::npos) << fault_of(faster(-0.055));
  EXPECT_NEAR(quality_of(good_run(), 10.0, faster(0.04)).speed_error_m_s, 0.04 * planned_speed_m_s, 1e-9);
  // A body that surges within its stride has no speed error, however its last stride is cut.
  const auto surging = [](Frame& f) { f.motion.com_m.x() += 0.02 * std::sin(2.0 * 3.14159265358979 * f.stride_phase); };
  EXPECT_NEAR(quality_of(good_run(), 1.9, surging).speed_error_m_s, 0.0, 1e-3);
}

TEST(RunningQuality, DriftBetweenTheHalves) {
  // Constant acceleration a over D seconds: the halves differ by a D / 2, less what the cut strides take.
  const auto accelerating = [](double a) {
    return [a](Frame& f) { f.motion.com_m.x() += 0.5 * a * (f.time_s - 5.0) * (f.time_s - 5.0); };
  };
  EXPECT_NEAR(quality_of(good_run(), 10.0, accelerating(0.01)).drift_m_s, 0.05, 0.004);
  EXPECT_EQ(fault_of(accelerating(0.015)), "good");
  EXPECT_NE(fault_of(accelerating(0.025)).find("drifted"), std::string::npos);
}

TEST(RunningQuality, LateralPositionIsThatOfWholeStrides) {
  EXPECT_EQ(fault_of([](Frame& f) { f.motion.com_m.z() += 0.24; }), "good");
  EXPECT_NE(fault_of([](Frame& f) { f.motion.com_m.z() -= 0.03 * f.time_s; }).find("left the line"), std::string::npos);
  // Swaying within the stride is running, not drift.
  EXPECT_EQ(fault_of([](Frame& f) { f.motion.com_m.z() += 0.4 * std::sin(2.0 * 3.14159265358979 * f.stride_phase); }),
            "good");
}

/// The plan's clock runs at another rate than the runner; the pose that is compared stays the same.
auto clock_times(const test::SyntheticRun& run, double rate) {
  return [&run, rate](Frame& f) {
    const double clock = run.start_phase + rate * f.time_s / run.source.period_s;
    f.stride_index = static_cast<std::int64_t>(std::floor(clock));
    f.stride_phase = clock - std::floor(clock);
  };
}

TEST(RunningQuality, StepsAgainstTheClock) {
  const test::SyntheticRun run = good_run();
  const RunningQuality q = quality_of(run, 10.0, clock_times(run, 1.1));
  EXPECT_EQ(q.steps, 28);
  EXPECT_EQ(q.planned_steps, 31);  // 28 x 1.1 = 30.8
}

TEST(RunningQuality, StepsThatAreNotTakenAreMissed) {
  test::SyntheticRun run = good_run();
  run.spoil = [](StrideSample& s, double t) {
    for (LegSample& leg : s.leg)
      if (t > 5.0) leg.grf_n.setZero();
  };
  const RunningQuality stops = quality_of(run, 10.0);
  EXPECT_NEAR(stops.steps, 14, 1);
  EXPECT_NEAR(stops.planned_steps - stops.steps, 5.0 * 169.5 / 60.0, 1.5);
  run.spoil = [](StrideSample& s, double) { s.leg[0].grf_n.setZero(), s.leg[1].grf_n.setZero(); };
  const RunningQuality floats = quality_of(run, 10.0);
  EXPECT_EQ(floats.steps, 0);
  EXPECT_NEAR(floats.planned_steps, 27, 1);
}

TEST(RunningQuality, CadenceOfTheRunner) {
  // The form asks for 3 % more steps than are taken, and the clock has given in.
  test::SyntheticRun run = good_run();
  PlannedRun plan = plan_of(run);
  plan.cadence_spm *= 1.03;
  QualityScore score(plan);
  run.play(10.0, [&](const Frame& f) { score.add(f); });
  EXPECT_NEAR(score.result().cadence_error_spm, -0.03 * 169.5, 0.01);
  EXPECT_NE(score.result().fault().value_or("").find("cadence"), std::string::npos);
}

TEST(RunningQuality, NothingScoredIsNotGood) {
  test::SyntheticRun run = good_run();
  run.settling_s = 100.0;
  const RunningQuality q = quality_of(run, 3.0);
  EXPECT_EQ(q.duration_s, 0.0);
  EXPECT_NE(q.fault().value_or("").find("settled"), std::string::npos);
}

TEST(RunningQuality, SaturatedShareOfTime) {
  const RunningQuality q = quality_of(good_run(), 4.0, [](Frame& f) {
    if (f.index % 4 == 0) f.saturated = (1U << hip_adduction_l);
  });
  EXPECT_NEAR(q.saturated_share[hip_adduction_l], 0.25, 1e-3);
  EXPECT_EQ(q.saturated_share.sum(), q.saturated_share[hip_adduction_l]);
}

}  // namespace
}  // namespace stridelab
