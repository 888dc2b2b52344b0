#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catalogue/parameter_table.h"
#include "cli/check_command.h"
#include "cli/parameters_command.h"
#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(ParametersCommand, JsonHoldsEveryRowOfTheTable) {
  std::ostringstream out;
  EXPECT_EQ(parameters_command(true, out), 0);
  const auto json = nlohmann::json::parse(out.str());
  EXPECT_EQ(json["schema"], "stridelab.parameters/1");
  EXPECT_EQ(json["parameters"].size(), parameter_table().size());
  EXPECT_EQ(json["relative"].size(), relative_table().size());
  const auto& cadence = json["parameters"][1];
  EXPECT_EQ(cadence["key"], "cadence_spm");
  EXPECT_TRUE(cadence["default"].is_null());
  EXPECT_EQ(cadence["min"], 130.0);
  EXPECT_EQ(cadence["max"], 220.0);
}

TEST(ParametersCommand, TheListingNamesEveryKeyInAlignedColumns) {
  std::ostringstream out;
  EXPECT_EQ(parameters_command(false, out), 0);
  for (const std::string_view key : all_keys()) EXPECT_THAT(out.str(), HasSubstr(std::string(key)));
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 130U) << line;
  EXPECT_THAT(out.str(),
              HasSubstr("  cadence_spm                    preferred at that speed 130 .. 220 steps/min   steps per"));
}

using CheckCommand = ScenarioFolder;

TEST_F(CheckCommand, SaysWhatIsGood) {
  write("a.toml", "question = \"What if?\"\n");
  std::ostringstream out, err;
  EXPECT_EQ(check_command(std::vector<std::string>{folder_.string()}, out, err), 0);
  EXPECT_THAT(out.str(), AllOf(HasSubstr("ok  "), HasSubstr("a.toml"), HasSubstr("What if?")));
  EXPECT_EQ(err.str(), "");
}

TEST_F(CheckCommand, ShowsAllFaultsOfAllFiles) {
  write("a.toml", "[form]\nspeed_m_s = 99\nx = 1\n");
  write("b.toml", "[body]\nmass_kg = 1\n");
  write("c.toml", "[form]\n");
  std::ostringstream out, err;
  EXPECT_EQ(check_command(std::vector<std::string>{folder_.string()}, out, err), 2);
  EXPECT_THAT(err.str(), AllOf(HasSubstr("a.toml:2:1: error:"), HasSubstr("a.toml:3:1: error:"),
                               HasSubstr("b.toml:2:1: error:"), HasSubstr("3 faults in 2 of 3 files\n")));
  EXPECT_THAT(out.str(), HasSubstr("c.toml"));
}

TEST_F(CheckCommand, NamesAPathThatIsNotThere) {
  std::ostringstream out, err;
  EXPECT_EQ(check_command(std::vector<std::string>{(folder_ / "none").string()}, out, err), 2);
  EXPECT_THAT(err.str(), HasSubstr("error: no such file or folder"));
}

TEST(ShippedScenarios, AreAllGoodAndCiteTheirSources) {
  const auto files = find_scenarios(std::vector<std::string>{STRIDELAB_SOURCE_DIR "/scenarios"});
  ASSERT_TRUE(files);
  EXPECT_GE(files->size(), 11U);
  for (const auto& file : *files) {
    const auto scenario = read_scenario(file);
    ASSERT_TRUE(scenario) << to_text(scenario.error());
    EXPECT_TRUE(scenario->question.ends_with('?')) << file;
    EXPECT_FALSE(scenario->checks.empty()) << file;
  }
}

}  // namespace
}  // namespace stridelab::testing
