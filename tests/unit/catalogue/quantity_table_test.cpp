#include "catalogue/quantity_table.h"

#include <gtest/gtest.h>

#include <set>
#include <utility>
#include <vector>

#include "catalogue/metric_table.h"

namespace stridelab {
namespace {

TEST(QuantityTable, KeysAndCurvesAreUnique) {
  std::set<std::string_view> keys, curves;
  for (const Quantity& q : quantity_table) {
    EXPECT_TRUE(keys.insert(q.key).second) << q.key << " twice";
    if (!q.curve.empty()) {
      EXPECT_TRUE(curves.insert(q.curve).second) << q.curve << " twice";
    }
    EXPECT_NE(q.read, nullptr) << q.key;
  }
}

// Everything people can choose to see says what it is.
TEST(QuantityTable, ACurveHasALabelAUnitASignAndASource) {
  for (const Quantity& q : quantity_table) {
    if (q.curve.empty()) continue;
    EXPECT_FALSE(q.label.empty()) << q.key;
    EXPECT_FALSE(q.shown.unit.empty()) << q.key;
    EXPECT_FALSE(q.sign.empty()) << q.key;
    EXPECT_FALSE(q.source.empty()) << q.key;
  }
}

// The name of a curve is public: who reads it takes the unit from its end.
TEST(QuantityTable, ACurveIsNamedAfterTheUnitItIsShownIn) {
  const std::vector<std::pair<std::string_view, std::string_view>> endings{
      {"BW", "_bw"}, {"MPa", "_mpa"}, {"deg", "_deg"}, {"Nm/kg", "_nm_kg"}, {"%", "_percent"}};
  for (const Quantity& q : quantity_table) {
    if (q.curve.empty()) continue;
    bool named = false;
    for (const auto& [unit, ending] : endings) named = named || (q.shown.unit == unit && q.curve.ends_with(ending));
    EXPECT_TRUE(named) << q.curve << " in " << q.shown.unit;
  }
}

// A scale and a normalisation that do not fit the unit would give wrong figures under a right name.
TEST(QuantityTable, ScaleAndNormalisationFitTheUnit) {
  for (const Quantity& q : quantity_table) {
    const std::string_view unit = q.shown.unit;
    EXPECT_EQ(q.shown.per == Normalisation::body_weight, unit == "BW") << q.key;
    EXPECT_EQ(q.shown.per == Normalisation::body_mass, unit.ends_with("/kg")) << q.key;
    EXPECT_EQ(q.shown.scale == deg_per_rad, unit == "deg") << q.key;
    EXPECT_EQ(q.key.ends_with("_rad"), unit == "deg") << q.key;
    EXPECT_EQ(q.shown.scale == 100.0, unit.starts_with("%")) << q.key;
  }
}

TEST(QuantityTable, IsFoundByItsKeyWhenTheProgramIsBuilt) {
  static_assert(info(quantity("pfj_force_n")).curve == "pfj_force_bw");
  static_assert(quantity("pfj_force_n") != quantity("pfj_stress_mpa"));
}

TEST(MetricDefinition, IsComposedFromReductionAndQuantity) {
  EXPECT_EQ(metric("braking_peak_bw").row->definition,
            "minimum over stance of the force along the surface, 50 Hz zero-lag in a forward run");
  EXPECT_EQ(metric("hip_retraction_moment_peak_nm_kg").row->definition,
            "maximum from 90 % of swing to 10 % of contact of the internal hip extension moment / mass");
  EXPECT_EQ(metric("knee_flexion_contact_deg").row->definition, "the knee flexion angle, at contact (50 N)");
  EXPECT_EQ(
      metric("knee_valgus_fppa_at_peak_flexion_deg").row->definition,
      "180 deg - hip-knee-ankle angle of the joint centres in the frontal plane, when \"Knee bend\" peaks over stance");
  EXPECT_EQ(metric("achilles_force_impulse_per_km_bw_s").row->unit, "BW s/km");
  EXPECT_EQ(metric("pfj_stress_impulse_mpa_s").row->unit, "MPa s");
}

TEST(MetricName, OfTheProgramNamesALeg) {
  EXPECT_EQ(metric("pfj_force_peak_bw").side, Side::right);
  EXPECT_EQ(metric("pfj_force_peak_bw_left").side, Side::left);
  EXPECT_EQ(metric("pfj_force_peak_bw", Side::left).side, Side::left);
}

TEST(MetricDefinition, AKeyThatTheProgramMisspellsEndsItAtOnce) {
  EXPECT_DEATH(metric("pfj_force_peek_bw"), "no metric \"pfj_force_peek_bw\"");
}

}  // namespace
}  // namespace stridelab
