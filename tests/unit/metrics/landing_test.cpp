#include "metrics/landing.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "metrics/curves.h"
#include "metrics/metrics.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

using test::SyntheticStride;

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

SyntheticStride landing_with(double descent_m_s) {
  SyntheticStride stride;
  stride.descent_m_s = descent_m_s;
  return stride;
}

StrideRecord record_of(const SyntheticStride& stride) { return record_stride(stride.source(), models()).value(); }
MetricValues metrics_of(const SyntheticStride& stride) { return compute_metrics(record_of(stride), models()); }

double mean(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

TEST(Landing, KeepsTheMeanForce) {
  for (const double descent_m_s : {-1.0, 1.0, 3.0}) {
    const StrideRecord record = record_of(landing_with(descent_m_s));
    const double plan_n = mean([&] {
      std::vector<double> plan;
      for (int i = 0; i < record_samples; ++i)
        plan.push_back(record.of(Side::right).at(quantity("vertical_force_n"), i));
      return plan;
    }());
    EXPECT_NEAR(mean(landing_force_n(record.of(Side::right), record.period_s)) / plan_n, 1.0, 1e-4) << descent_m_s;
  }
}

TEST(Landing, HarderLandingRaisesPeakAndRateAlone) {
  const MetricValues soft = metrics_of(landing_with(0.5));
  const MetricValues hard = metrics_of(landing_with(3.0));
  EXPECT_GT(hard.value("impact_peak_bw").value_or(0.0), 1.5);
  EXPECT_GT(*hard.value("loading_rate_bw_s"), *soft.value("loading_rate_bw_s"));
  for (const char* key : {"vgrf_peak_bw", "contact_time_ms", "knee_extension_moment_peak_nm_kg", "pfj_force_peak_bw"})
    EXPECT_EQ(*hard.value(key), *soft.value(key)) << key;
}

TEST(Landing, CurveIsThePlans) {
  const auto vertical = [](double descent_m_s) {
    const StrideSource source = landing_with(descent_m_s).source();
    for (const Curve& curve : compute_curves(source, models(), record_stride(source, models()).value()))
      if (curve.name == "vgrf_bw") return curve.values;
    return std::vector<double>{};
  };
  EXPECT_FALSE(vertical(1.0).empty());
  EXPECT_EQ(vertical(0.5), vertical(3.0));
}

TEST(Landing, DescentSpeedIsTheLargestAfterContact) {
  const SyntheticStride stride = landing_with(1.0);
  const StrideRecord record = record_of(stride);
  const LegRecord& leg = record.of(Side::right);
  // Slowing down from the start, cos(2 pi phase): the largest speed is that at contact.
  const double at_contact = std::cos(2.0 * std::numbers::pi * leg.contact_phase);
  EXPECT_NEAR(descent_speed_m_s(stride.source(), leg), at_contact, 1e-4);
  // Speeding up to 1.4 m/s at 11 ms after contact, then slowing down.
  StrideSource source = stride.source();
  source.at = [&, inner = source.at](double phase) {
    StrideSample sample = inner(phase);
    const double t = (phase - leg.contact_phase) * stride.period_s() - 0.011;
    sample.leg[0].ankle_m.y() = 0.1 - 1.4 * t + 1000.0 * t * t * t / 3.0;
    return sample;
  };
  EXPECT_NEAR(descent_speed_m_s(source, leg), 1.4, 1e-3);
}

TEST(Landing, ImpactPeakLiesBeforeAQuarterOfStance) {
  const StrideRecord record = record_of(landing_with(3.0));
  const LegRecord& leg = record.of(Side::right);
  const auto peak = impact_peak(leg, landing_force_n(leg, record.period_s));
  ASSERT_TRUE(peak);
  EXPECT_GT(peak->phase, leg.contact_phase);
  EXPECT_LT(peak->phase, leg.contact_phase + 0.25 * leg.stance_phase());
}

}  // namespace
}  // namespace stridelab
