// One leg measured alone, as a forward run measures its steps.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "metrics/curves.h"
#include "metrics/landing.h"
#include "metrics/metrics.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

StrideRecord record() { return record_stride(test::SyntheticStride{}.source(), models()).value(); }

TEST(LegMetrics, AreThoseOfTheWholeStrideToTheBit) {
  const MetricValues both = compute_metrics(record(), models());
  for (const Side side : {Side::right, Side::left}) {
    StrideRecord alone = record();
    alone.leg[static_cast<std::size_t>(1 - index(side))] = LegRecord{};  // the other leg is not there
    const MetricValues one = compute_leg_metrics(alone, models(), side);
    for (std::size_t i = 0; i < metric_table().size(); ++i) {
      const MetricRow& row = metric_table()[i];
      const MetricName name{&row, static_cast<int>(i), side};
      if (row.group == MetricGroup::quality) {
        EXPECT_EQ(one.of(name).missing_reason, "not computed") << row.key;
      } else {
        EXPECT_EQ(one.of(name), both.of(name)) << row.key;
      }
    }
  }
}

TEST(LegMetrics, AMeasuredLandingForceIsTakenAsItIs) {
  StrideRecord measured = record();
  LegRecord& leg = measured.leg[0];
  // A triangle with its top at 10 % of stance: peak and slope are known.
  const double top_phase = leg.contact_phase + 0.10 * leg.stance_phase();
  const double top_n = 1500.0;
  for (int i = 0; i < landing_samples; ++i) {
    const double phase = static_cast<double>(i) / landing_samples;
    const double rise = (phase - leg.contact_phase) / (top_phase - leg.contact_phase);
    leg.measured_landing_n.push_back(top_n * (rise < 1.0 ? rise : std::max(0.0, 2.0 - rise)));
  }
  const double slope_bw_s = top_n / (top_phase - leg.contact_phase) / measured.period_s / measured.body_weight_n();
  const MetricValues values = compute_leg_metrics(measured, models(), Side::right);
  // The top is a corner between two of 800 samples; a parabola rounds it by a share of the sample's rise.
  const double sample_bw = slope_bw_s * measured.period_s / landing_samples;
  EXPECT_NEAR(values.value("impact_peak_bw").value(), top_n / measured.body_weight_n(), sample_bw);
  EXPECT_NEAR(values.value("loading_rate_bw_s").value(), slope_bw_s, 0.02 * slope_bw_s);
}

TEST(CurveTable, NamesAreUnique) {
  std::set<std::string_view> names;
  for (const CurveRow& row : curve_table()) EXPECT_TRUE(names.insert(row.name).second) << row.name;
  std::set<std::string_view> all(curve_names().begin(), curve_names().end());
  EXPECT_EQ(all.size(), 2 * names.size()) << "each of either leg";
  EXPECT_TRUE(all.contains("hip_internal_rotation_deg_left"));
}

TEST(CurveValue, IsInTheUnitOfItsRow) {
  LegValues values;
  values[quantity("knee_flexion_rad")] = 1.0;
  values[quantity("vertical_force_n")] = 2.0 * 80.0 * gravity_m_s2;
  values[quantity("knee_extension_moment_nm")] = 160.0;
  const Body body{80.0, 1.8, Sex::male};
  for (const CurveRow& row : curve_table()) {
    if (row.name == "knee_flexion_deg") {
      EXPECT_DOUBLE_EQ(curve_value(row, values, body), deg_per_rad);
    }
    if (row.name == "vgrf_bw") {
      EXPECT_DOUBLE_EQ(curve_value(row, values, body), 2.0);
    }
    if (row.name == "knee_extension_moment_nm_kg") {
      EXPECT_DOUBLE_EQ(curve_value(row, values, body), 2.0);
    }
  }
}

}  // namespace
}  // namespace stridelab
