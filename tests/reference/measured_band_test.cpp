#include "study/measured_band.h"

#include <gtest/gtest.h>

#include <cmath>

#include "metrics/curves.h"
#include "scenario/scenario.h"
#include "support/reference_curves.h"
#include "support/reference_runner.h"

namespace stridelab {
namespace {

ParameterSet form(const std::vector<std::string>& overrides) {
  const auto scenario = read_scenario(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", overrides);
  EXPECT_TRUE(scenario) << to_text(scenario.error());
  return scenario->parameters;
}

// The file of the whole stride and the one of stance are two averages of the same runners: over single strides, and over
// stances that were stretched to one length. They agree within half an SD, which is what a reader could see.
TEST(MeasuredBand, IsWhatTheDataFilesSay) {
  for (const auto& [speed, toe_off] : {std::pair{2.5, 35.9}, std::pair{3.5, 31.7}}) {
    const ParameterSet parameters = form({"speed_m_s=" + std::to_string(speed)});
    int curves = 0;
    for (const auto& [name, reference] : test::stance_curves(speed)) {
      const BandAnswer answer = measured_band(name, parameters);
      ASSERT_NE(answer.band, nullptr) << name << ": " << answer.note;
      EXPECT_EQ(answer.band->speed_m_s, speed);
      for (const test::ReferencePoint& p : reference) {
        if (p.percent < 4.0 || p.percent > 96.0) continue;  // contact itself is blurred by the stretching
        const double at = 0.01 * p.percent * toe_off;
        EXPECT_NEAR(answer.band->mean_at(at), p.mean, 0.5 * p.sd) << name << " at " << p.percent;
        EXPECT_GT(answer.band->sd_at(at), 0.0);
      }
      ++curves;
    }
    EXPECT_EQ(curves, speed == 3.5 ? 12 : 11);  // OpenSim's ankle centre at one speed only
  }
}

TEST(MeasuredBand, TheNearerSpeedStandsInAndSaysSo) {
  const BandAnswer slow = measured_band("vgrf_bw", form({"speed_m_s=2.9"}));
  const BandAnswer fast = measured_band("vgrf_bw", form({"speed_m_s=3.1"}));
  ASSERT_TRUE(slow.band != nullptr && fast.band != nullptr);
  EXPECT_EQ(slow.band->speed_m_s, 2.5);
  EXPECT_EQ(fast.band->speed_m_s, 3.5);
  EXPECT_NE(slow.note.find("2.5 m/s"), std::string::npos);
  EXPECT_NE(fast.note.find("26 runners at 3.5 m/s"), std::string::npos);
}

TEST(MeasuredBand, WhereNobodyWasMeasuredThereIsNone) {
  for (const char* change : {"speed_m_s=2.1", "speed_m_s=4.0", "slope_percent=3"}) {
    const BandAnswer answer = measured_band("knee_flexion_deg", form({change}));
    EXPECT_EQ(answer.band, nullptr) << change;
    EXPECT_NE(answer.note.find("no band"), std::string::npos) << answer.note;
  }
  for (const char* change : {"speed_m_s=2.2", "speed_m_s=3.9"})
    EXPECT_NE(measured_band("knee_flexion_deg", form({change})).band, nullptr) << change;
}

// The question people ask most: how far the knee goes in, against those 26 runners.
TEST(MeasuredBand, KneeValgusStandsBesideMeasuredRunners) {
  for (const double speed : {2.5, 3.5}) {
    const BandAnswer answer = measured_band("knee_valgus_fppa_deg", form({"speed_m_s=" + std::to_string(speed)}));
    ASSERT_NE(answer.band, nullptr) << answer.note;
    // Outward in mid-stance: -3.8 +- 4.2 deg at 3.5 m/s.
    EXPECT_LT(answer.band->mean_at(16.0), -2.0);
    EXPECT_GT(answer.band->sd_at(16.0), 2.5);
  }
}

TEST(MeasuredBand, LoadsInsideOfTheBodyHaveNone) {
  for (const CurveRow& row : curve_table()) {
    const bool tissue = row.name.find("pfj") == 0 || row.name.find("force_bw") != std::string_view::npos ||
                        row.name.find("itb") == 0 || row.name.find("stress") != std::string_view::npos;
    const BandAnswer answer = measured_band(row.name, form({}));
    EXPECT_TRUE(!tissue || answer.band == nullptr) << row.name;
    EXPECT_FALSE(answer.note.empty()) << row.name;
  }
  EXPECT_NE(measured_band("pfj_force_bw", form({})).note.find("not measurable"), std::string::npos);
}

// A swapped column or sign would put the synthesised stride of those very runners outside: two SD hold all of them, but
// for a few samples at the events.
TEST(MeasuredBand, HoldsTheStrideOfTheMeasuredRunners) {
  for (const double speed : {2.5, 3.5}) {
    const ParameterSet parameters = form({"speed_m_s=" + std::to_string(speed)});
    const Stride stride = test::reference_stride(speed);
    const test::Contact contact = test::measured_contact(stride);
    for (const auto& [name, reference] : test::stance_curves(speed)) {
      const MeasuredBand& band = *measured_band(name, parameters).band;
      int inside = 0, all = 0;
      for (double percent = 2.0; percent < 96.0; percent += 2.0) {
        if (!band.covers(percent)) continue;
        const double value = test::quantity(stride.at(contact.begin + 0.01 * percent), stride.body(), name);
        inside += std::abs(value - band.mean_at(percent)) <= 2.0 * band.sd_at(percent) ? 1 : 0;
        ++all;
      }
      EXPECT_GE(inside, static_cast<int>(std::lround(0.85 * all))) << name << " at " << speed << " m/s";
    }
  }
}

}  // namespace
}  // namespace stridelab
