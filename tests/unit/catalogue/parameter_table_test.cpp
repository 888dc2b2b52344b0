#include "catalogue/parameter_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/model_choices.h"
#include "core/text.h"

namespace stridelab {
namespace {

TEST(ParameterTable, EveryRowIsComplete) {
  for (const ParameterInfo& info : parameter_table()) {
    SCOPED_TRACE(std::string(info.key));
    EXPECT_FALSE(info.table.empty());
    EXPECT_GT(info.meaning.size(), 20U);
    EXPECT_FALSE(info.source.empty());
    if (info.kind == ParameterKind::text) {
      EXPECT_NE(std::find(info.choices.begin(), info.choices.end(), info.default_text), info.choices.end());
      continue;
    }
    EXPECT_FALSE(info.unit.empty());
    EXPECT_LT(info.lo, info.hi);
    EXPECT_TRUE(info.default_number || !info.default_text.empty());
    if (info.default_number) {
      EXPECT_GE(*info.default_number, info.lo);
      EXPECT_LE(*info.default_number, info.hi);
    }
  }
}

TEST(ParameterTable, KeysAreUniqueOverAllTables) {
  const auto keys = all_keys();
  EXPECT_EQ(std::set<std::string_view>(keys.begin(), keys.end()).size(), keys.size());
}

TEST(ParameterTable, RelativeKeysChangeKnownOnes) {
  EXPECT_EQ(relative_table().size(), 3U);
  for (const RelativeInfo& info : relative_table()) EXPECT_NE(find_parameter(info.target), nullptr) << info.key;
}

/// Key, table, default and range as the public surface promises them.
struct Promise {
  std::string_view key, table, standard, range;
};

const std::vector<Promise> promises{
    {"speed_m_s", "form", "3.3", "1.8 .. 6 m/s"},
    {"cadence_spm", "form", "preferred at that speed", "130 .. 220 steps/min"},
    {"stride_length_m", "form", "derived", "1.2 .. 4.5 m"},
    {"foot_strike_deg", "form", "12", "-15 .. 30 deg"},
    {"foot_placement_m", "form", "0", "-0.1 .. 0.1 m"},
    {"trunk_lean_deg", "form", "6", "-10 .. 25 deg"},
    {"trunk_lateral_lean_deg", "form", "0", "-5 .. 15 deg"},
    {"step_width_m", "form", "0.04", "-0.05 .. 0.25 m"},
    {"toe_out_deg", "form", "7", "-15 .. 30 deg"},
    {"mass_kg", "body", "70", "40 .. 140 kg"},
    {"height_m", "body", "1.75", "1.45 .. 2.05 m"},
    {"sex", "body", "male", "\"male\" or \"female\""},
    {"q_angle_deg", "body", "by sex: 13, female 16", "5 .. 30 deg"},
    {"knee_alignment_deg", "body", "0", "-10 .. 10 deg"},
    {"foot_posture", "body", "neutral", "\"flat\", \"neutral\" or \"high\""},
    {"hamstring_tightness_percent", "body", "0", "0 .. 100 %"},
    {"calf_tightness_percent", "body", "0", "0 .. 100 %"},
    {"leg_length_difference_mm", "body", "0", "-40 .. 40 mm"},
    {"fatigue_percent", "body", "0", "0 .. 100 %"},
    {"hip_strength_percent", "strength", "100", "20 .. 150 %"},
    {"quad_strength_percent", "strength", "100", "20 .. 150 %"},
    {"hip_extensor_strength_percent", "strength", "100", "20 .. 150 %"},
    {"calf_strength_percent", "strength", "100", "20 .. 150 %"},
    {"core_strength_percent", "strength", "100", "20 .. 150 %"},
    {"shoe", "shoe", "cushioned", "one of models/shoes"},
    {"shoe_distance_km", "shoe", "0", "0 .. 2000 km"},
    {"arch_support_percent", "shoe", "0", "0 .. 100 %"},
    {"surface", "ground", "asphalt", "one of models/surfaces"},
    {"slope_percent", "ground", "0", "-20 .. 20 %"},
    {"knee_support", "knee", "none", "\"none\", \"tape\", \"brace\" or \"sleeve\""},
    {"weekly_distance_km", "training", "30", "0 .. 250 km"},
    {"kneecap_method", "run", "net", "\"net\", \"willson_2015\" or \"static_optimisation\""},
};

TEST(ParameterTable, ServesEveryPromisedKeyAndNoOther) {
  ASSERT_EQ(parameter_table().size(), promises.size());
  for (std::size_t i = 0; i < promises.size(); ++i) {
    const ParameterInfo& info = parameter_table()[i];
    SCOPED_TRACE(std::string(promises[i].key));
    EXPECT_EQ(info.key, promises[i].key);
    EXPECT_EQ(info.table, promises[i].table);
    EXPECT_EQ(range_text(info), promises[i].range);
    EXPECT_EQ(info.default_number ? number_text(*info.default_number) : std::string(info.default_text),
              promises[i].standard);
  }
}

// Choices are the files there are, so that a new file is a new choice without a change of code.
TEST(ParameterTable, ShoesAndSurfacesAreTheFilesOfTheirFolders) {
  for (const auto& [key, usual] : {std::pair("shoe", "cushioned"), std::pair("surface", "asphalt")}) {
    const ParameterInfo& info = *find_parameter(key);
    const auto folder = std::filesystem::path(STRIDELAB_SOURCE_DIR) / info.folder;
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.insert(entry.path().stem().string());
    EXPECT_GE(files.size(), 4U);
    EXPECT_EQ(std::vector<std::string>(files.begin(), files.end()),  // a set is sorted
              std::vector<std::string>(info.choices.begin(), info.choices.end()));
    EXPECT_EQ(info.default_text, usual);
    for (const std::string& file : files) EXPECT_NE(info.meaning.find(file), std::string::npos) << file;
  }
  EXPECT_EQ(range_text(*find_parameter("surface")), "one of models/surfaces");
}

TEST(ModelChoices, WithoutTheFolderTheUsualValueIsLeft) {
  const ModelChoices choices("no_such_folder", "usual");
  ASSERT_EQ(choices.values().size(), 1U);
  EXPECT_EQ(choices.values().front(), "usual");
}

TEST(ParameterTable, EveryKeyKnowsItsTable) {
  for (const std::string_view key : all_keys()) EXPECT_FALSE(table_of(key).empty()) << key;
  EXPECT_EQ(table_of("cadence_percent"), "form");
  EXPECT_EQ(table_of("engine"), "run");
  EXPECT_EQ(table_of("no_such_key"), "");
}

}  // namespace
}  // namespace stridelab
