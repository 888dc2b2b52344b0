#include "regions/region_map.h"

#include <gtest/gtest.h>

#include "catalogue/metric_table.h"
#include "core/text.h"
#include "regions/region_load.h"
#include "support/scenario_folder.h"

namespace stridelab {
namespace {

using RegionFile = testing::ScenarioFolder;

constexpr std::string_view good_region = R"toml(
[[region]]
key = "front"
label = "front of knee"
name = "front of the knee"
where = "kneecap"
words = ["runner's knee"]
[[region.load]]
metric = "pfj_stress_peak_mpa"
name = "pressure"
)toml";

std::string text(std::string_view region) { return "basis = \"some runs\"\n" + std::string(region); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(ShippedRegionMap, CoversTheLegWithServedMetrics) {
  const auto map = read_region_map();
  ASSERT_TRUE(map) << to_text(map.error());
  for (const std::string_view key :
       {"front", "outer", "inner", "back", "above_kneecap", "below_kneecap", "shin", "calf", "hip"})
    EXPECT_NE(find_region(*map, key), nullptr) << key;
  for (const Region& region : map->regions)
    for (const RegionMetric& metric : region.metrics) {
      const auto name = find_metric(metric.key);
      ASSERT_TRUE(name) << metric.key;
      EXPECT_TRUE(name->row->sided) << metric.key << " belongs to no leg";
    }
}

TEST(ShippedRegionMap, IsFoundAsPeopleWriteIt) {
  const RegionMap map = read_region_map().value();
  EXPECT_EQ(find_region(map, "above kneecap"), find_region(map, "above_kneecap"));
  EXPECT_EQ(find_region(map, "above-kneecap")->key, "above_kneecap");
  EXPECT_EQ(find_region(map, "elbow"), nullptr);
  EXPECT_EQ(nearest_region(map, "outter"), "outer");
  EXPECT_EQ(nearest_region(map, "qqqqqqqqqq"), "");
}

TEST_F(RegionFile, NamesEveryFaultInOnePass) {
  std::string faulty = replaced(text(good_region), "pfj_stress_peak_mpa", "pfj_stres_peak_mpa");
  faulty = replaced(faulty, "where = \"kneecap\"\n", "");
  faulty = replaced(faulty, "front of knee", "a label that no table has room for");
  const auto map = read_region_map(write("map.toml", faulty));
  ASSERT_FALSE(map);
  const std::string said = to_text(map.error());
  for (const std::string_view part : {"there is no metric 'pfj_stres_peak_mpa'", "did you mean 'pfj_stress_peak_mpa'",
                                      "'region[0].where' is missing", "is longer than 14 columns"})
    EXPECT_NE(said.find(part), std::string::npos) << part << "\n" << said;
  EXPECT_EQ(map.error().size(), 3U) << said;
  for (const Diagnostic& fault : map.error()) EXPECT_GT(fault.line, 0) << fault.message;
}

TEST_F(RegionFile, RefusesTwoRegionsOfOneKey) {
  const auto map = read_region_map(write("map.toml", text(std::string(good_region) + std::string(good_region))));
  ASSERT_FALSE(map);
  EXPECT_NE(to_text(map.error()).find("two regions have the key 'front'"), std::string::npos);
  EXPECT_TRUE(read_region_map(write("one.toml", text(good_region))));
  EXPECT_FALSE(read_region_map(write("none.toml", "basis = \"x\"\n")));
  EXPECT_FALSE(read_region_map(write("broken.toml", "basis = ")));
}

TEST(RegionLoad, EndsOfTheRangeAreUsual) {
  const UsualRange usual{6.0, 9.0};
  EXPECT_EQ(level_of(usual, 5.999), LoadLevel::low);
  EXPECT_EQ(level_of(usual, 6.0), LoadLevel::usual);
  EXPECT_EQ(level_of(usual, 9.0), LoadLevel::usual);
  EXPECT_EQ(level_of(usual, 9.001), LoadLevel::high);
  EXPECT_EQ(level_of(usual, std::nullopt), LoadLevel::unknown);
}

TEST(RegionLoad, TakesTheRightLegAndKeepsAMissingValueMissing) {
  const RegionMap map = read_region_map().value();
  MetricValues metrics;
  metrics.set(metric("pfj_stress_peak_mpa"), 1e6);
  metrics.set(metric("pfj_stress_peak_mpa", Side::left), 0.0);
  for (const RegionLoad& region : region_loads(map, metrics, {})) {
    const bool front = region.region.key == "front";
    EXPECT_EQ(region.main().level, front ? LoadLevel::high : LoadLevel::unknown) << region.region.key;
    EXPECT_EQ(region.main().value.has_value(), front) << region.region.key;
  }
}

}  // namespace
}  // namespace stridelab
