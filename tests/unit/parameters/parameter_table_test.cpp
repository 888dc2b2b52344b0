#include "parameters/parameter_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "parameters/model_choices.h"

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

TEST(ParameterTable, RangesAreThoseOfThePublicContract) {
  const auto range = [](std::string_view key) { return range_text(*find_parameter(key)); };
  EXPECT_EQ(range("speed_m_s"), "1.8 .. 6 m/s");
  EXPECT_EQ(range("cadence_spm"), "130 .. 220 steps/min");
  EXPECT_EQ(range("stride_length_m"), "1.2 .. 4.5 m");
  EXPECT_EQ(range("foot_strike_deg"), "-15 .. 30 deg");
  EXPECT_EQ(range("foot_placement_m"), "-0.1 .. 0.1 m");
  EXPECT_EQ(range("trunk_lean_deg"), "-10 .. 25 deg");
  EXPECT_EQ(range("step_width_m"), "-0.05 .. 0.25 m");
  EXPECT_EQ(range("toe_out_deg"), "-15 .. 30 deg");
  EXPECT_EQ(range("hip_strength_percent"), "20 .. 150 %");
  EXPECT_EQ(range("mass_kg"), "40 .. 140 kg");
  EXPECT_EQ(range("height_m"), "1.45 .. 2.05 m");
  EXPECT_EQ(range("slope_percent"), "-20 .. 20 %");
  EXPECT_EQ(range("sex"), "\"male\" or \"female\"");
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
