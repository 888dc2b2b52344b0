#include "catalogue/metric_table.h"

#include <gtest/gtest.h>

#include <set>

#include "core/text.h"

namespace stridelab {
namespace {

TEST(MetricTable, EveryRowIsComplete) {
  std::set<std::string_view> keys;
  for (const MetricRow& row : metric_table()) {
    EXPECT_TRUE(keys.insert(row.key).second) << row.key << " twice";
    EXPECT_FALSE(row.unit.empty()) << row.key;
    EXPECT_FALSE(row.definition.empty()) << row.key;
    EXPECT_FALSE(row.source.empty()) << row.key;
    EXPECT_LE(display_width(row.label), 33U) << row.key;
    EXPECT_GE(row.decimals, 0) << row.key;
  }
}

TEST(MetricTable, UnitIsTheEndOfTheKey) {
  const std::vector<std::pair<std::string_view, std::string_view>> endings{
      {"_bw", "BW"},       {"_mpa", "MPa"}, {"_deg", "deg"}, {"_ms", "ms"},
      {"_nm_kg", "Nm/kg"}, {"_cm", "cm"},   {"_mm2", "mm2"}};
  for (const MetricRow& row : metric_table()) {
    for (const auto& [ending, unit] : endings) {
      const bool named = row.key.ends_with(ending) && row.key != "residual_force_peak_percent_bw";
      EXPECT_TRUE(!named || row.unit == unit) << row.key << " in " << row.unit;
    }
  }
}

TEST(MetricTable, LegSuffixOnlyWhereThereAreTwoLegs) {
  EXPECT_EQ(find_metric("pfj_force_peak_bw")->side, Side::right);
  EXPECT_EQ(find_metric("pfj_force_peak_bw_right")->side, Side::right);
  EXPECT_EQ(find_metric("pfj_force_peak_bw_left")->side, Side::left);
  EXPECT_EQ(find_metric("pfj_force_peak_bw_left")->row->key, "pfj_force_peak_bw");
  EXPECT_FALSE(find_metric("speed_m_s_left"));
  EXPECT_FALSE(find_metric("pfj_force"));
  EXPECT_FALSE(find_metric(""));
}

TEST(MetricTable, KnowsWhatWasMeant) {
  EXPECT_EQ(nearest_metric("pfj_force_peek_bw"), "pfj_force_peak_bw");
  EXPECT_EQ(nearest_metric("pfj_force_peek_bw_left"), "pfj_force_peak_bw");
  EXPECT_EQ(nearest_metric("zzzzzzzzzz"), "");
}

// Joint angles are told from a neutral pose that each laboratory chooses; leaning is told from gravity, a shank from the
// surface. Everything that is no angle has a zero of nature.
TEST(MetricTable, ZeroIsAConventionOfJointAngles) {
  for (const MetricRow& row : metric_table()) {
    const bool to_gravity_or_ground = row.key == "trunk_lean_lateral_peak_deg" || row.key == "shank_angle_contact_deg";
    const bool difference = row.key == "knee_valgus_fppa_excursion_deg";
    EXPECT_EQ(row.zero == Zero::convention, row.unit == "deg" && !to_gravity_or_ground && !difference) << row.key;
  }
}

}  // namespace
}  // namespace stridelab
