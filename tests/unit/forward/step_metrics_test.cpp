// Frames of a perfect run must give the metrics of the stride that they came from.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "forward/step_means.h"
#include "metrics/butterworth.h"
#include "metrics/landing.h"
#include "support/strides.h"
#include "support/synthetic_run.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

StepMeans means_of(const test::SyntheticRun& run, double duration_s) {
  StepTracker tracker({run.source.body, run.source.form, run.belt_speed_m_s}, run.models);
  StepMeans means;
  run.play(duration_s, [&](const Frame& frame) {
    for (const MeasuredStep& step : tracker.add(frame)) means.add(step);
  });
  return means;
}

/// The stride engine's values of the same stride, its landing left as planned.
MetricValues planned(const StrideSource& source) {
  StrideRecord record = record_stride(source, models()).value();
  for (LegRecord& leg : record.leg) leg.impact = {};
  return compute_metrics(record, models());
}

bool compared(std::string_view key) { return key != "solve_time_ms" && !key.starts_with("residual_"); }

/// Frames are 1 ms apart and read along straight lines; grids of 200 samples start elsewhere. Measured: 5e-4 of the
/// knee's energy (the grid's own trapezoids), 4e-4 of the loading rate, 1e-3 of braking, which is quick enough to notice
/// the 50 Hz filter that the plan does not pass, 6e-4 of everything else (quadriceps and what follows from it; angles at the
/// very contact, where the foot slaps down). The closed form hardly loads shin and hamstrings
/// (0.04 Nm, 0.007 BW): peaks of small differences, 1.5e-3. What stops the leg before landing turns within a few frames of
/// touch-down: 9e-4.
double tolerance(std::string_view key) {
  if (key == "braking_peak_bw" || key.starts_with("tibial_bending") || key.starts_with("hamstrings_force") ||
      key == "hip_retraction_moment_peak_nm_kg")
    return 2e-3;
  if (key == "knee_energy_absorbed_j_kg" || key == "loading_rate_bw_s") return 1e-3;
  return 1e-3;
}

/// Net works are small differences of works of some 300 J, which trapezoids of 200 samples and of frames know to 1e-5 to
/// 1e-4: 0.02 J, or that per 70 kg and 2.3 m. Nothing else needs an absolute part.
double allowance(std::string_view key) {
  if (key == "ground_work_j") return 0.02;
  return key.ends_with("_work_j_kg_m") ? 0.02 / 70.0 / 2.3 : 0.0;
}

void expect_as_planned(const StrideSource& source) {
  const MetricValues want = planned(source);
  const MetricValues got = means_of({source, models()}, 3.0).mean();
  for (const MetricRow& row : metric_table()) {
    if (!compared(row.key)) continue;
    for (const char* side : {"", "_left"}) {
      if (*side != 0 && !row.sided) continue;
      const std::string key = std::string(row.key) + side;
      const auto a = want.value(key);
      const auto b = got.value(key);
      ASSERT_EQ(a.has_value(), b.has_value()) << key;
      if (a) {
        EXPECT_NEAR(*b, *a, tolerance(row.key) * std::abs(*a) + allowance(row.key)) << key;
      }
    }
  }
}

TEST(StepMetrics, OfAPerfectRunAreThoseOfItsStride) { expect_as_planned(stride_source(test::easy_run())); }

TEST(StepMetrics, OfAClosedFormAreThoseOfTheClosedForm) {
  const test::SyntheticStride stride;
  expect_as_planned(stride.source());
  const MetricValues got = means_of({stride.source(), models()}, 3.0).mean();
  EXPECT_NEAR(*got.value("vgrf_peak_bw"), 2.4, 1e-4);
  EXPECT_NEAR(*got.value("vertical_oscillation_cm"), 8.0, 1e-3);
  EXPECT_NEAR(*got.value("speed_m_s"), 3.3, 1e-9);
}

TEST(StepMetrics, HoldAtOtherIntervals) {
  const StrideSource source = stride_source(test::easy_run());
  const MetricValues want = planned(source);
  for (const double dt_s : {0.0005, 0.002}) {
    test::SyntheticRun run{source, models()};
    run.dt_s = dt_s;
    const MetricValues got = means_of(run, 3.0).mean();
    for (const char* key : {"pfj_force_peak_bw", "vgrf_peak_bw", "contact_time_ms", "knee_energy_absorbed_j_kg"})
      EXPECT_NEAR(*got.value(key), *want.value(key), 1.5e-3 * *want.value(key)) << key << " " << dt_s;
  }
}

TEST(StepMetrics, OnABeltAreThoseOverGround) {
  test::SyntheticRun run{stride_source(test::easy_run()), models()};
  const MetricValues ground = means_of(run, 3.0).mean();
  run.belt_speed_m_s = run.source.form.speed_m_s;  // the runner stays where he is
  const MetricValues belt = means_of(run, 3.0).mean();
  for (const MetricRow& row : metric_table()) {
    const auto a = ground.value(row.key);
    if (!a) continue;
    EXPECT_NEAR(belt.value(row.key).value(), *a, 1e-9 * (1.0 + std::abs(*a))) << row.key;
  }
}

TEST(StepMetrics, ResidualsAreTheLargestOfTheFrames) {
  const test::SyntheticStride stride;
  test::SyntheticRun run{stride.source(), models()};
  run.spoil = [](StrideSample& s, double t) {
    s.residual_force_n = Vec3(0.0, 0.0, std::fmod(t, 0.1) < 0.0015 ? -5.0 : 1.0);
    s.residual_moment_nm = Vec3(3.0, 4.0, 0.0);
  };
  const MetricValues got = means_of(run, 3.0).mean();
  const double weight_n = 70.0 * gravity_m_s2;
  EXPECT_NEAR(*got.value("residual_force_peak_percent_bw"), 100.0 * 5.0 / weight_n, 1e-9);
  EXPECT_NEAR(*got.value("residual_moment_peak_percent_bw_height"), 100.0 * 5.0 / (weight_n * 1.75), 1e-9);
}

/// A heel transient on top of the half sine: raised cosine of 1500 N, 24 ms long, 4 ms after touch-down.
double transient_n(double since_touch_down_s) {
  const double u = (since_touch_down_s - 0.004) / 0.024;
  return u > 0.0 && u < 1.0 ? 750.0 * (1.0 - std::cos(2.0 * std::numbers::pi * u)) : 0.0;
}

TEST(StepMetrics, ImpactPeakIsThatOfTheForceItself) {
  const test::SyntheticStride stride;
  test::SyntheticRun run{stride.source(), models()};
  const double period_s = stride.period_s();
  const auto since = [=](double t, double lag) {
    return (0.95 + lag + t / period_s - std::floor(0.95 + lag + t / period_s)) * period_s;
  };
  run.spoil = [&](StrideSample& s, double t) {
    s.leg[0].grf_n.y() += transient_n(since(t, 0.0));
    s.leg[1].grf_n.y() += transient_n(since(t, 0.5));
  };
  // The same force written down at 8 kHz and filtered there, no frames in between.
  const auto n = static_cast<std::size_t>(std::lround(8000.0 * period_s));
  std::vector<double> force_n;
  for (std::size_t i = 0; i < n; ++i) {
    const double phase = static_cast<double>(i) / static_cast<double>(n);
    force_n.push_back(2.4 * 70.0 * gravity_m_s2 * stride.bump(phase) + transient_n(phase * period_s));
  }
  force_n = zero_lag_butterworth(force_n, 8000.0, landing_cutoff_hz);
  std::size_t i = 1;
  while (force_n[i + 1] >= force_n[i]) ++i;
  const MetricValues got = means_of(run, 3.0).mean();
  ASSERT_TRUE(got.value("impact_peak_bw"));
  // 1 ms is an eighth of the transient's rise; sampling it costs a thousandth.
  EXPECT_NEAR(*got.value("impact_peak_bw") * 70.0 * gravity_m_s2, force_n[i], 2e-3 * force_n[i]);
  EXPECT_NEAR(*got.value("impact_peak_bw_left"), *got.value("impact_peak_bw"), 2e-3);
}

TEST(StepMetrics, ASpikeOfTheContactIsReadAlikeAtAnySampling) {
  // 900 N backwards within 6 ms of landing: a grid of 200 samples would see it at one sample or two, at any height.
  const test::SyntheticStride stride;
  test::SyntheticRun run{stride.source(), models()};
  run.spoil = [&](StrideSample& s, double t) {
    const double clock = run.start_phase + t / stride.period_s();
    const double u = (clock - std::floor(clock)) * stride.period_s() / 0.006;
    if (u < 1.0) s.leg[0].grf_n.x() -= 450.0 * (1.0 - std::cos(2.0 * std::numbers::pi * u));
  };
  const double coarse = *means_of(run, 2.0).mean().value("braking_peak_bw");
  run.dt_s = 0.00025;
  const double fine = *means_of(run, 2.0).mean().value("braking_peak_bw");
  EXPECT_LT(fine, -0.3);
  EXPECT_NEAR(coarse, fine, 0.01 * std::abs(fine));
  // What is left of a spike that short is its impulse, 2.7 Ns, in the filter's own pulse, about 1 / (2 x 50 Hz) long.
  EXPECT_GT(fine, -1.0);
}

TEST(StepCurves, OfAPerfectRunAreThoseOfItsStride) {
  const StrideSource source = stride_source(test::easy_run());
  const StrideRecord record = record_stride(source, models()).value();
  const std::vector<Curve> want = compute_curves(source, models(), record);
  const std::vector<Curve> got = means_of({source, models()}, 3.0).curves(source.body);
  ASSERT_EQ(got.size(), curve_names().size());
  for (std::size_t c = 0; c < want.size(); ++c) {
    ASSERT_EQ(got[c].name, want[c].name);
    ASSERT_EQ(got[c].values.size(), static_cast<std::size_t>(curve_samples));
    const auto [low, high] = std::ranges::minmax(want[c].values);
    // Half a percent of the curve's height: hip moments turn sharply within a few frames of touch-down.
    for (std::size_t i = 0; i < want[c].values.size(); ++i)
      EXPECT_NEAR(got[c].values[i], want[c].values[i], 5e-3 * (high - low)) << want[c].name << " at " << i << " %";
  }
}

}  // namespace
}  // namespace stridelab
