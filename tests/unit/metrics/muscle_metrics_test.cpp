#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "metrics/curves.h"
#include "metrics/load_notes.h"
#include "metrics/metrics.h"
#include "metrics/stance.h"
#include "support/strides.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

using test::SyntheticStride;

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

const StrideRecord& easy_record() {
  static const StrideRecord record = record_stride(stride_source(test::easy_run()), models()).value();
  return record;
}

/// A leg on the ground from phase 0.05 to 0.35 whose quantities are all zero.
LegRecord idle_leg() {
  LegRecord leg;
  leg.grid.resize(record_samples);
  leg.contact_phase = 0.05;
  leg.toe_off_phase = 0.35;
  return leg;
}

void fill(LegRecord& leg, QuantityIndex of, double (*f)(double phase)) {
  for (int i = 0; i < record_samples; ++i)
    leg.grid[static_cast<std::size_t>(i)][of] = f(static_cast<double>(i) / record_samples);
  leg.at_contact[of] = f(leg.contact_phase);
  leg.at_toe_off[of] = f(leg.toe_off_phase);
}

TEST(SymmetricSource, LeftIsRightToTheBitAndWhatSamplingBothGives) {
  StrideSource source = stride_source(test::easy_run());
  ASSERT_TRUE(source.symmetric);
  source.symmetric = false;
  const StrideRecord both = record_stride(source, models()).value();
  source.symmetric = true;
  const StrideRecord one = record_stride(source, models()).value();
  for (std::size_t i = 0; i < record_samples; ++i) {
    const LegValues &right = one.leg[0].grid[i], &left = one.leg[1].grid[i], &sampled = both.leg[1].grid[i];
    EXPECT_EQ(right.value, left.value) << i;
    // phase + 0.5 rounds differently from phase, and the sharing among muscles stops within 1e-6 of the moments.
    for (std::size_t c = 0; c < left.value.size(); ++c)
      EXPECT_NEAR(left.value[c], sampled.value[c], 1e-6 * std::max(1.0, std::abs(sampled.value[c]))) << i << " " << c;
  }
  EXPECT_EQ(one.leg[1].side, Side::left);
  EXPECT_EQ(one.leg[1].contact_phase, one.leg[0].contact_phase);
}

TEST(SwingMaximum, LooksAtTheSwingAloneAndBetweenSamples) {
  LegRecord leg = idle_leg();
  // Highest on the ground (phase 0.2); in the air at 0.8013, between two samples.
  fill(leg, quantity("hamstrings_force_n"), [](double phase) {
    const double swing = std::cos(2.0 * std::numbers::pi * (phase - 0.8013));
    const bool ground = phase > 0.05 && phase < 0.35;
    return ground ? 50.0 * std::sin(std::numbers::pi * (phase - 0.05) / 0.3) : 2.0 + swing;
  });
  const StancePeak peak = swing_maximum(leg, quantity("hamstrings_force_n"));
  EXPECT_NEAR(peak.value, 3.0, 1e-6);  // a parabola through a cosine at 200 samples: fourth order
  EXPECT_NEAR(peak.phase, 0.8013, 1e-4);
  EXPECT_NEAR(stance_maximum(leg, quantity("hamstrings_force_n")).value, 50.0, 1e-9);
}

TEST(MuscleMetrics, BandStretchRateIsTheSlopeOfTheStretch) {
  const LegRecord& leg = easy_record().of(Side::right);
  const double step_s = easy_record().period_s / record_samples;
  for (int i = 0; i < record_samples; ++i) {
    const double slope_s =
        (leg.at(quantity("itb_strain"), i + 1) - leg.at(quantity("itb_strain"), i - 1)) / (2.0 * step_s);
    // The third derivative over h^2 / 6; largest where the hip turns quickest, just after contact.
    EXPECT_NEAR(leg.at(quantity("itb_strain_rate_s"), i), slope_s, 0.01) << i;
  }
}

TEST(MuscleMetrics, NetShareOfTheKneecapForceIsThatOfTheMoments) {
  SyntheticStride stride;
  stride.form.kneecap_method = KneecapMethod::willson_2015;
  const MetricValues values = compute_metrics(record_stride(stride.source(), models()).value(), models());
  // At the peak: knee 180, hip 100, ankle 140 Nm; the shares of Willson 2015.
  const double net = 180.0 / (180.0 + 100.0 * 0.36 + 140.0 * 0.31);
  EXPECT_NEAR(*values.value("pfj_force_net_at_peak_bw") / *values.value("pfj_force_peak_bw"), net, 1e-4);
}

TEST(MuscleMetrics, PartsAndWholesAgree) {
  const MetricValues values = compute_metrics(easy_record(), models());
  const auto of = [&](std::string_view key) { return values.value(key).value(); };
  const double calf_parts = of("gastrocnemius_force_peak_bw") + of("soleus_force_peak_bw");
  EXPECT_LE(of("achilles_force_peak_bw"), calf_parts + 1e-6);
  EXPECT_GT(of("achilles_force_peak_bw"), of("soleus_force_peak_bw"));
  EXPECT_GE(of("popliteal_force_peak_bw"), of("gastrocnemius_force_peak_bw"));
  EXPECT_GT(of("tibiofemoral_force_peak_bw"), of("knee_medial_contact_force_peak_bw"));
  EXPECT_NEAR(of("tibial_bending_moment_peak_nm_kg") * 70.0, of("tibial_bending_moment_peak_nm"), 1e-9);
  EXPECT_NEAR(of("achilles_force_impulse_per_km_bw_s"),
              of("achilles_force_impulse_bw_s") * 1000.0 / of("stride_length_m"), 1e-9);
  EXPECT_EQ(values.value("achilles_force_peak_bw_left"), values.value("achilles_force_peak_bw"));
}

TEST(MuscleMetrics, BendingOfTheShinIsNotShownOnSlopes) {
  SyntheticStride stride;
  EXPECT_TRUE(compute_metrics(record_stride(stride.source(), models()).value(), models())
                  .value("tibial_bending_moment_peak_nm"));
  stride.form.slope_rad = 5.0 * rad_per_deg;
  const MetricValues uphill = compute_metrics(record_stride(stride.source(), models()).value(), models());
  for (const std::string_view key : {"tibial_bending_moment_peak_nm", "tibial_bending_moment_peak_nm_kg"}) {
    const MetricValue& bending = uphill.of(*find_metric(key));
    EXPECT_FALSE(bending.value) << key;
    EXPECT_NE(bending.missing_reason.find("slope"), std::string::npos) << bending.missing_reason;
  }
}

std::string joined(const std::vector<std::string>& notes) {
  std::string text;
  for (const std::string& note : notes) text += note + "\n";
  return text;
}

TEST(LoadNotes, NameADeepKnee) {
  EXPECT_EQ(joined(load_notes(easy_record().of(Side::right), models())), "");
  SyntheticStride deep;
  deep.knee_flexion_peak = 110.0 * rad_per_deg;  // the fits end at 100
  const StrideRecord record = record_stride(deep.source(), models()).value();
  EXPECT_NE(joined(load_notes(record.of(Side::right), models())).find("beyond the range"), std::string::npos);
  EXPECT_NE(joined(compute_metrics(record, models()).notes).find("beyond the range"), std::string::npos);
}

TEST(PublishedLimits, NameMetricsOfTheTable) {
  EXPECT_GT(models().published.limits.size(), 10U);
  for (const PublishedLimit& limit : models().published.limits) {
    EXPECT_TRUE(find_metric(limit.metric)) << limit.metric;
    EXPECT_TRUE(limit.lowest || limit.highest) << limit.metric;
    if (limit.lowest && limit.highest) {
      EXPECT_LT(*limit.lowest, *limit.highest) << limit.metric;
    }
  }
}

// 11.1 BW is the highest published kneecap force, braking backwards is negative: beyond either it is no runner's number.
TEST(PublishedLimits, NameAValueBeyondThemAndAnotherSign) {
  const auto notes_of = [](std::string_view key, double value) {
    MetricValues values;
    values.set(metric(key), value);
    return joined(published_limit_notes(values, models().published));
  };
  EXPECT_EQ(notes_of("pfj_force_peak_bw", 11.0), "");
  EXPECT_NE(notes_of("pfj_force_peak_bw", 11.2).find("Scott & Winter 1990"), std::string::npos);
  EXPECT_EQ(notes_of("braking_peak_bw", -0.4), "");
  EXPECT_NE(notes_of("braking_peak_bw", 0.01).find("another sign"), std::string::npos);
  EXPECT_NE(notes_of("hip_abduction_moment_peak_nm_kg", -0.2).find("another sign"), std::string::npos);
}

TEST(PublishedLimits, AreKeptByTheEasyRun) {
  EXPECT_EQ(joined(published_limit_notes(compute_metrics(easy_record(), models()), models().published)), "");
}

TEST(LoadNotes, NameMomentsThatNoMuscleSupplies) {
  LegRecord leg = idle_leg();
  fill(leg, quantity("knee_extension_moment_nm"), [](double) { return 200.0; });
  fill(leg, quantity("muscle_shortfall_nm"), [](double) { return 9.9; });
  EXPECT_EQ(joined(load_notes(leg, models())), "");
  fill(leg, quantity("muscle_shortfall_nm"), [](double) { return 10.1; });
  EXPECT_NE(joined(load_notes(leg, models())).find("muscle_reserve_peak_nm"), std::string::npos);
  fill(leg, quantity("muscle_shortfall_nm"), [](double) { return 6.0; });
  fill(leg, quantity("knee_extension_moment_nm"), [](double) { return 50.0; });
  EXPECT_NE(joined(load_notes(leg, models())), "") << "6 of 50 Nm are more than a tenth";
  // The swing may ask what it likes: these loads are the stance's.
  fill(leg, quantity("muscle_shortfall_nm"), [](double phase) { return phase > 0.4 ? 99.0 : 0.0; });
  EXPECT_EQ(joined(load_notes(leg, models())), "");
}

TEST(LoadNotes, NameASharingThatFailed) {
  LegRecord leg = idle_leg();
  leg.grid[150][quantity("static_optimisation_failed")] = 1.0;
  EXPECT_NE(joined(load_notes(leg, models())).find("did not converge"), std::string::npos);
}

TEST(LoadNotes, NamePosturesBeyondTheMusclesFit) {
  LegRecord leg = idle_leg();
  leg.grid[40][quantity("muscles_extrapolated")] = 1.0;
  EXPECT_NE(joined(load_notes(leg, models())).find("extrapolated"), std::string::npos);
}

TEST(LoadNotes, NameTheMusclesThatAreTooWeak) {
  EXPECT_TRUE(strength_notes(StrengthLimits{}).empty());
  StrengthLimits weak;
  weak.abductors = 0.7;
  weak.plantarflexors = 0.95;
  const std::vector<std::string> notes = strength_notes(weak);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_TRUE(notes[0].starts_with("at the end of their strength: hip abductors 70 %, calf 95 %")) << notes[0];
}

}  // namespace
}  // namespace stridelab
