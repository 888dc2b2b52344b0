#include "metrics/metrics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "loads/patellofemoral.h"
#include "metrics/curves.h"
#include "metrics/stance.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

using test::SyntheticStride;
constexpr double pi = std::numbers::pi;

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

MetricValues metrics_of(const SyntheticStride& stride) {
  return compute_metrics(record_stride(stride.source(), models()).value(), models());
}

/// A stride whose ankle does not descend, so that nothing is added to the half sine of the vertical force.
SyntheticStride soft() {
  SyntheticStride stride;
  stride.descent_m_s = -1.0;
  return stride;
}

/// A stride that lands hard enough for an impact peak of its own.
SyntheticStride hard() {
  SyntheticStride stride;
  stride.descent_m_s = 3.0;
  return stride;
}

TEST(ParabolaVertex, IsExactForParabolas) {
  const auto f = [](double x) { return 3.0 - 2.0 * (x - 0.3) * (x - 0.3); };
  const Vertex vertex = parabola_vertex(f(-1.0), f(0.0), f(1.0));
  EXPECT_NEAR(vertex.offset, 0.3, 1e-12);
  EXPECT_NEAR(vertex.value, 3.0, 1e-12);
  EXPECT_EQ(parabola_vertex(1.0, 1.0, 1.0).value, 1.0);
}

TEST(Metrics, EveryKeyOfTheTableIsComputed) {
  const MetricValues values = metrics_of(hard());
  for (const MetricRow& row : metric_table()) {
    if (row.key == "solve_time_ms") continue;  // only the caller can know
    const MetricValue& value = values.of(*find_metric(row.key));
    EXPECT_TRUE(value.value) << row.key << ": " << value.missing_reason;
  }
}

TEST(Metrics, LeftEqualsRightInASymmetricStride) {
  const MetricValues values = metrics_of(hard());
  for (const MetricRow& row : metric_table()) {
    if (!row.sided) continue;
    const double right = values.value(row.key).value();
    EXPECT_NEAR(values.value(std::string(row.key) + "_left").value(), right, 1e-9 * (1.0 + std::abs(right))) << row.key;
  }
}

TEST(Metrics, PeaksOfClosedForms) {
  const SyntheticStride stride = soft();
  const MetricValues values = metrics_of(stride);
  EXPECT_NEAR(*values.value("vgrf_peak_bw"), 2.4, 1e-5);
  EXPECT_NEAR(*values.value("knee_extension_moment_peak_nm_kg"), 180.0 / 70.0, 1e-5);
  EXPECT_NEAR(*values.value("knee_abduction_moment_peak_nm_kg"), 40.0 / 70.0, 1e-5);
  EXPECT_NEAR(*values.value("hip_extension_moment_peak_nm_kg"), 100.0 / 70.0, 1e-5);
  EXPECT_NEAR(*values.value("knee_flexion_peak_deg"), 0.75 * deg_per_rad, 1e-3);
  EXPECT_NEAR(*values.value("rearfoot_eversion_peak_deg"), 0.1 * deg_per_rad, 1e-4);
  EXPECT_NEAR(*values.value("pelvic_drop_peak_deg"), 0.08 * deg_per_rad, 1e-4);
  EXPECT_NEAR(*values.value("vertical_oscillation_cm"), 8.0, 1e-4);
  EXPECT_NEAR(*values.value("stride_length_m"), 3.3 * 120.0 / 169.5, 1e-12);
  // Braking and propulsion: -0.3 BW sin cos = -0.15 BW sin of the double angle.
  EXPECT_NEAR(*values.value("braking_peak_bw"), -0.15, 1e-4);
  EXPECT_NEAR(*values.value("propulsion_peak_bw"), 0.15, 1e-4);
}

TEST(Metrics, ContactIsWhereTheForceCrossesFiftyNewton) {
  const SyntheticStride stride = soft();
  const double edge = std::asin(50.0 / (2.4 * 70.0 * gravity_m_s2)) / pi;  // share of the plan's contact
  const double contact_ms = 1e3 * stride.period_s() * stride.duty * (1.0 - 2.0 * edge);
  const MetricValues values = metrics_of(stride);
  EXPECT_NEAR(*values.value("contact_time_ms"), contact_ms, 1e-6);
  EXPECT_NEAR(*values.value("flight_time_ms"), 500.0 * stride.period_s() - contact_ms, 1e-6);
  EXPECT_NEAR(*values.value("duty_factor"), 1e-3 * contact_ms / stride.period_s(), 1e-9);
}

TEST(Metrics, KneecapChainAtThePeak) {
  const SyntheticStride stride = soft();
  const MetricValues values = metrics_of(stride);
  const double weight_n = 70.0 * gravity_m_s2;
  // The flexion and all moments of this stride peak together, and so do all loads.
  const double quadriceps_n = 180.0 / quadriceps_lever_arm_m(models().patellofemoral, stride.body, 0.75);
  const KneecapLoad load = kneecap_load(models().patellofemoral, stride.body, quadriceps_n, 0.75);
  EXPECT_NEAR(*values.value("quadriceps_force_peak_bw"), quadriceps_n / weight_n, 1e-3);
  EXPECT_NEAR(*values.value("pfj_force_peak_bw"), load.pfj_force_n / weight_n, 1e-3);
  EXPECT_NEAR(*values.value("pfj_stress_peak_mpa"), load.stress_mpa, 1e-3);
  EXPECT_NEAR(*values.value("pfj_contact_area_at_peak_mm2"), load.contact_area_mm2, 0.05);
  const double per_km = 1000.0 / *values.value("stride_length_m");
  EXPECT_DOUBLE_EQ(*values.value("pfj_force_impulse_per_km_bw_s"), *values.value("pfj_force_impulse_bw_s") * per_km);
}

TEST(Metrics, AbsorbedKneeEnergyIsTheWorkOfFlexion) {
  // While the knee bends from a to b under the moment M sin: integral M sin(u) (b - a) cos(u) du over a quarter turn.
  const double expected_j = 180.0 * (0.75 - 0.25) * 0.5;
  EXPECT_NEAR(*metrics_of(soft()).value("knee_energy_absorbed_j_kg"), expected_j / 70.0, 2e-3);
}

TEST(Metrics, LegStiffnessByHand) {
  // Reference runners of Fukuchi 2017 at 3.5 m/s: tc 0.226 s, step 0.35 s, 69.4 kg, 1.756 m: about 11.1 kN/m.
  SyntheticStride stride = soft();
  stride.body = {69.4, 1.756, Sex::male};
  stride.form.speed_m_s = 3.5;
  stride.form.cadence_spm = 171.5;
  stride.duty = 0.2305 / stride.period_s();  // of the plan; 0.226 s above 50 N
  EXPECT_NEAR(*metrics_of(stride).value("leg_stiffness_kn_m"), 11.1, 0.1);
}

TEST(Metrics, NoImpactPeakIsSaidSo) {
  const MetricValues values = metrics_of(soft());
  EXPECT_FALSE(values.value("impact_peak_bw"));
  EXPECT_NE(values.of(*find_metric("impact_peak_bw")).missing_reason.find("25 %"), std::string::npos);
  EXPECT_TRUE(values.value("loading_rate_bw_s"));
}

TEST(Metrics, AreSmoothInTheParameters) {
  // Second differences of every peak along a sweep of the duty factor stay small: no jumps from sample to sample.
  const auto at = [](double duty) {
    SyntheticStride stride = soft();
    stride.duty = duty;
    return metrics_of(stride);
  };
  for (const std::string_view key :
       {"pfj_force_peak_bw", "pfj_force_impulse_bw_s", "vgrf_peak_bw", "contact_time_ms"}) {
    for (int i = 1; i < 20; ++i) {
      const auto value = [&](int k) { return at(0.30 + 0.0007 * k).value(key).value(); };
      const double second = value(i + 1) - 2.0 * value(i) + value(i - 1);
      EXPECT_LT(std::abs(second), 2e-5 * std::abs(value(i))) << key << " " << i;
    }
  }
}

TEST(Metrics, AStrideWithoutContactHasNoRecord) {
  SyntheticStride stride = soft();
  stride.active_peak_bw = 0.01;
  EXPECT_FALSE(record_stride(stride.source(), models()));
}

// The left leg of a symmetric stride does half a stride later what the right one does; its curves stand on the same instants.
// The synthetic source does not say that it is symmetric, so both legs are sampled.
TEST(Curves, OfTheLeftLegAreThoseOfTheRightHalfAStrideLater) {
  const SyntheticStride stride = soft();
  for (const bool said : {false, true}) {
    StrideSource source = stride.source();
    source.symmetric = said;
    const std::vector<Curve> curves = compute_curves(source, models(), record_stride(source, models()).value());
    const std::size_t n = curve_table().size();
    for (std::size_t c = 0; c < n; ++c) {
      EXPECT_EQ(curves[n + c].name, std::string(curves[c].name) + "_left");
      for (std::size_t i = 0; i < 100; ++i) {
        const double right = curves[c].values[(i + 50) % 100];
        EXPECT_NEAR(curves[n + c].values[i], right, 1e-9 * (1.0 + std::abs(right))) << curves[c].name << " " << i;
      }
    }
  }
}

TEST(Curves, StartAtContactAndClose) {
  const SyntheticStride stride = soft();
  const StrideSource source = stride.source();
  const StrideRecord record = record_stride(source, models()).value();
  const std::vector<Curve> curves = compute_curves(source, models(), record);
  ASSERT_EQ(curves.size(), curve_names().size());
  for (const Curve& curve : curves) {
    ASSERT_EQ(curve.values.size(), 101U);
    EXPECT_EQ(curve.values.front(), curve.values.back()) << curve.name;
    if (curve.name == "vgrf_bw") {
      EXPECT_NEAR(curve.values.front() * 70.0 * gravity_m_s2, 50.0, 1e-5);
    }
  }
}

}  // namespace
}  // namespace stridelab
