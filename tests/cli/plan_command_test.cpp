#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli.h"
#include "support/report_schema.h"
#include "support/scenario_folder.h"
#include "support/shell.h"
#include "support/synthetic_forward.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

std::string plan_faults(const nlohmann::json& document) {
  return test::schema_faults(document, "training/plan.schema.json");
}

/// The command in this process, with a known stride behind it: more steps load the knee less.
class PlanCommand : public testing::ScenarioFolder {
 protected:
  int run(const std::vector<std::string>& arguments) {
    out.str("");
    err.str("");
    return run_cli(arguments, {out, err, {false, 100}, {false, 100}}, test::synthetic_engines(log));
  }

  std::string plan(const std::string& text) { return write("plan.toml", text).string(); }

  std::shared_ptr<test::ForwardLog> log = std::make_shared<test::ForwardLog>();
  std::ostringstream out, err;
  const std::string jump = "question = \"Too much?\"\n[[week]]\nruns = [10, 10, 10]\n[[week]]\nruns = [15, 15, 15]\n";
};

TEST_F(PlanCommand, SaysFirstWhatItIsNotAndNamesTheJump) {
  EXPECT_EQ(run({"plan", plan(jump)}), 0);
  const std::string text = out.str();
  EXPECT_THAT(text, HasSubstr("Week 2 is 50 % more than week 1"));
  EXPECT_LT(text.find("A teaching model"), text.find("Distance"));
  EXPECT_THAT(text, HasSubstr("no risk of injury"));
  for (std::istringstream lines(text); lines;) {
    std::string line;
    std::getline(lines, line);
    EXPECT_LE(line.size(), 100U) << line;
  }
}

TEST_F(PlanCommand, ExitCodesSayWhatHappened) {
  const std::string check =
      "[[check]]\nmetric = \"distance_peak_km\"\nvalue = { max = 40 }\nsource = \"somebody 2020\"\n";
  EXPECT_EQ(run({"plan", plan(jump + check)}), 1);
  EXPECT_EQ(run({"plan", plan("[weeks]\n")}), 2);
  EXPECT_EQ(run({"plan", (folder_ / "none.toml").string()}), 2);
  EXPECT_EQ(run({"plan", plan("[[week]]\nruns = [5, { distance_km = 2, speed_m_s = 6 }]\n")}), 3);
  EXPECT_THAT(out.str(), HasSubstr("week 1, speed_m_s = 6"));
  EXPECT_EQ(run({"plan", plan(jump), "--csv", "/nonexistent/x.csv"}), 4);
  EXPECT_EQ(run({"plan"}), 64);
  EXPECT_EQ(run({"plna", "x"}), 64);
}

TEST_F(PlanCommand, JsonFollowsItsSchemaAndStandsAlone) {
  const std::string full = jump + "[strengthening]\nstrength = \"hip_strength_percent\"\n[[week]]\n" +
                           "runs = [{ distance_km = 9, cadence_percent = 10 }]\n" +
                           "[[check]]\nmetric = \"kneecap_state_peak_mid\"\nvalue = { max = 9 }\nsource = \"s\"\n";
  EXPECT_EQ(run({"plan", plan(full), "--json", "-"}), 0);
  const auto json = nlohmann::json::parse(out.str());
  EXPECT_EQ(plan_faults(json), "");
  EXPECT_EQ(json["schema"], "stridelab.plan/1");
  EXPECT_EQ(json["weeks"].size(), 3U);
  EXPECT_THAT(json["caveat"].get<std::string>(), HasSubstr("teaching model"));
  EXPECT_GT(json["weeks"][2]["strength_gain_percent"], 0.0);
  // The known stride: 10 % more steps, moment and so force smaller by 1 / 1.1.
  EXPECT_LT(json["run_kinds"][0]["tissues"]["kneecap"]["load_ratio"], 1.0);
  EXPECT_THAT(err.str(), HasSubstr("Too much?"));
}

TEST_F(PlanCommand, AnErrorIsAJsonToo) {
  EXPECT_EQ(run({"plan", plan("[[week]]\nruns = [{ distance_km = 2, speed_m_s = 6 }]\n"), "--json", "-"}), 3);
  const auto json = nlohmann::json::parse(out.str());
  EXPECT_EQ(plan_faults(json), "");
  EXPECT_EQ(json["status"], "error");
  EXPECT_TRUE(json["weeks"].empty());
}

TEST_F(PlanCommand, TheSchemaRefusesWhatIsNotAPlan) {
  EXPECT_EQ(run({"plan", plan(jump), "--json", "-"}), 0);
  auto json = nlohmann::json::parse(out.str());
  json["weeks"][0]["risk_of_injury"] = 0.3;
  EXPECT_NE(plan_faults(json), "");
}

/// Cells of a CSV line; commas inside quotes are text.
std::size_t cells_of(const std::string& line) {
  bool quoted = false;
  std::size_t cells = 1;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (c == ',' && !quoted) ++cells;
  }
  return cells;
}

TEST_F(PlanCommand, CsvHasARowPerWeekOfTheSameWidth) {
  EXPECT_EQ(run({"plan", plan(jump), "--csv", "-"}), 0);
  std::istringstream lines(out.str());
  std::string line;
  std::vector<std::size_t> cells;
  while (std::getline(lines, line)) cells.push_back(cells_of(line));
  ASSERT_EQ(cells.size(), 3U);  // head and two weeks
  EXPECT_EQ(cells[1], cells[0]);
  EXPECT_EQ(cells[2], cells[0]);
}

TEST_F(PlanCommand, RepeatsToTheByte) {
  EXPECT_EQ(run({"plan", plan(jump), "--json", "-"}), 0);
  const std::string first = out.str();
  EXPECT_EQ(run({"plan", plan(jump), "--json", "-"}), 0);
  EXPECT_EQ(out.str(), first);
}

TEST(ShippedPlans, AnswerTheirQuestionsAndPassTheirChecks) {
  int plans = 0;
  for (const auto& entry : std::filesystem::directory_iterator(STRIDELAB_SOURCE_DIR "/scenarios/plans")) {
    if (entry.path().extension() != ".toml") continue;
    ++plans;
    const auto result = test::shell("plan " + entry.path().string() + " --json - 2>/dev/null");
    EXPECT_EQ(result.code, 0) << entry.path();
    EXPECT_EQ(plan_faults(nlohmann::json::parse(result.out)), "") << entry.path();
  }
  EXPECT_GE(plans, 4);
}

}  // namespace
}  // namespace stridelab
