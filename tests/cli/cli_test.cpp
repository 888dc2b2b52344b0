#include "cli/cli.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/scenario_folder.h"
#include "support/synthetic_forward.h"

namespace stridelab {
namespace {

/// Commands in this process, with a known stride behind them.
class Cli : public testing::ScenarioFolder {
 protected:
  void SetUp() override {
    easy = write("easy.toml", "question = \"An easy run?\"\n[form]\nspeed_m_s = 3.3\n").string();
    quick = write("quick.toml", check("base = \"easy.toml\"\n[form]\ncadence_percent = 10\n", -22, -5)).string();
    failing = write("failing.toml", check("base = \"easy.toml\"\n[form]\ncadence_percent = 10\n", 5, 9)).string();
    sprint = write("sprint.toml", "[form]\nspeed_m_s = 6\n").string();
    broken = write("broken.toml", "[form]\ncadence_spm = 410\n").string();
  }

  static std::string check(const std::string& head, int min, int max) {
    return head + "[[check]]\nmetric = \"pfj_force_peak_bw\"\nchange_percent = { min = " + std::to_string(min) +
           ", max = " + std::to_string(max) + " }\nsource = \"somebody 2020\"\n";
  }

  int run(const std::vector<std::string>& arguments) {
    out.str("");
    err.str("");
    out.clear();
    return run_cli(arguments, {out, err, {false, 100}, {false, 100}}, test::synthetic_engines(log));
  }

  nlohmann::json json() const { return nlohmann::json::parse(out.str()); }

  std::shared_ptr<test::ForwardLog> log = std::make_shared<test::ForwardLog>();
  std::ostringstream out, err;
  std::string easy, quick, failing, sprint, broken;
};

TEST_F(Cli, ExitCodesSayWhatHappened) {
  EXPECT_EQ(run({"run", easy}), 0);
  EXPECT_EQ(run({"run", quick}), 0);
  EXPECT_EQ(run({"run", failing}), 1);
  EXPECT_EQ(run({"run", broken}), 2);
  EXPECT_EQ(run({"run", "nowhere.toml"}), 2);
  EXPECT_EQ(run({"run", sprint}), 3);
  EXPECT_EQ(run({"run", easy, "--json", (folder_ / "no" / "such" / "x.json").string()}), 4);
}

TEST_F(Cli, TheGravestOutcomeWins) {
  EXPECT_EQ(run({"run", failing, sprint}), 3);
  EXPECT_EQ(run({"run", failing, sprint, broken}), 2);
  EXPECT_EQ(run({"run", folder_.string()}), 2);
  EXPECT_EQ(run({"run", failing, sprint, broken, "--csv", "/nonexistent/x.csv"}), 4);
}

TEST_F(Cli, UsageErrorsSuggest) {
  EXPECT_EQ(run({}), 64);
  EXPECT_EQ(run({"comprae", easy}), 64);
  EXPECT_NE(err.str().find("there is no command 'comprae'"), std::string::npos) << err.str();
  EXPECT_NE(err.str().find("did you mean 'compare'?"), std::string::npos) << err.str();
  EXPECT_EQ(run({"run", easy, "--jsno", "-"}), 64);
  EXPECT_NE(err.str().find("did you mean '--json'?"), std::string::npos) << err.str();
  EXPECT_EQ(run({"run"}), 64);
  EXPECT_EQ(run({"compare", easy}), 64);
  EXPECT_NE(err.str().find("--set-b"), std::string::npos) << err.str();
  EXPECT_EQ(out.str(), "");
}

TEST_F(Cli, HelpAndVersionAreNotErrors) {
  EXPECT_EQ(run({"--help"}), 0);
  EXPECT_NE(out.str().find("compare"), std::string::npos);
  EXPECT_EQ(run({"run", "--help"}), 0);
  EXPECT_NE(out.str().find("--junit"), std::string::npos);
  EXPECT_EQ(run({"--version"}), 0);
}

TEST_F(Cli, JsonOnStdoutStandsAlone) {
  EXPECT_EQ(run({"run", quick, "--json", "-"}), 0);
  EXPECT_EQ(json()["schema"], "stridelab.report/1");
  EXPECT_EQ(json()["runs"][0]["parameters"]["cadence_spm"]["origin"], "scenario");
  EXPECT_NE(err.str().find("kneecap"), std::string::npos);
  EXPECT_EQ(run({"compare", easy, quick, "--json", "-"}), 0);
  EXPECT_EQ(json()["schema"], "stridelab.compare/1");
}

TEST_F(Cli, SetMayStandBeforeThePath) {
  EXPECT_EQ(run({"run", "--set", "cadence_spm=180", easy, "--set", "mass_kg=60", "--json", "-"}), 0);
  const nlohmann::json parameters = json()["runs"][0]["parameters"];
  EXPECT_EQ(parameters["cadence_spm"]["value"], 180.0);
  EXPECT_EQ(parameters["cadence_spm"]["origin"], "--set");
  EXPECT_EQ(parameters["mass_kg"]["value"], 60.0);
  EXPECT_EQ(run({"run", easy, "--set", "foot_strike_deg=-8"}), 0);
  EXPECT_EQ(run({"run", easy, "--set", "cadence_spm=1800"}), 2);
}

TEST_F(Cli, WhatCannotBeWrittenIsSaidBeforeAnythingIsComputed) {
  const auto junit = folder_ / "junit.xml";
  EXPECT_EQ(
      run({"run", easy, "--csv", "/nonexistent/x.csv", "--json", "/nonexistent/y.json", "--junit", junit.string()}), 4);
  EXPECT_FALSE(std::filesystem::exists(junit)) << "no result, no file";
  EXPECT_EQ(out.str(), "");
  EXPECT_NE(err.str().find("/nonexistent/x.csv"), std::string::npos);
  EXPECT_NE(err.str().find("/nonexistent/y.json"), std::string::npos) << "one message per file";
}

TEST_F(Cli, OutFolderHoldsEverything) {
  const auto folder = folder_ / "results" / "today";
  EXPECT_EQ(run({"run", easy, quick, "--out", folder.string()}), 0);
  for (const char* name : {"report.json", "report.csv", "curves.csv", "junit.xml"})
    EXPECT_TRUE(std::filesystem::exists(folder / name)) << name;
}

TEST_F(Cli, AFaultyScenarioDoesNotHideTheGoodOnes) {
  EXPECT_EQ(run({"run", easy, broken, "--json", "-"}), 2);
  ASSERT_EQ(json()["runs"].size(), 2U);
  EXPECT_EQ(json()["runs"][0]["status"], "passed");
  EXPECT_EQ(json()["runs"][1]["status"], "error");
  EXPECT_TRUE(json()["runs"][1]["metrics"].empty());
  EXPECT_NE(err.str().find("cadence_spm = 410"), std::string::npos);
}

TEST_F(Cli, QuietSpeaksOnlyOfFailures) {
  EXPECT_EQ(run({"run", easy, quick, "--quiet"}), 0);
  EXPECT_EQ(out.str(), "");
  EXPECT_EQ(run({"run", failing, "--quiet"}), 1);
  EXPECT_NE(out.str().find("FAILED"), std::string::npos);
}

TEST_F(Cli, CompareWithOneFileUsesSetB) {
  EXPECT_EQ(run({"compare", easy, "--set-b", "cadence_percent=10", "--json", "-"}), 0);
  EXPECT_NEAR(json()["metrics"]["cadence_spm"]["change_percent"].get<double>(), 10.0, 1e-9);
  EXPECT_EQ(run({"compare", easy, quick}), 0);
  EXPECT_TRUE(out.str().starts_with("Same speed, 10 % more steps: force on the kneecap ")) << out.str();
}

TEST_F(Cli, ChecksCountInACompareOnlyAsWritten) {
  EXPECT_EQ(run({"compare", easy, failing}), 1);
  EXPECT_EQ(run({"compare", easy, failing, "--set-b", "mass_kg=60"}), 0);
}

TEST_F(Cli, CompareSaysWhichSideCannotRun) {
  EXPECT_EQ(run({"compare", easy, sprint, "--json", "-"}), 3);
  EXPECT_TRUE(json()["metrics"].empty());
  EXPECT_NE(err.str().find("B  "), std::string::npos);
}

TEST_F(Cli, TheEngineIsThatOfTheCommandLineElseOfTheFileElseStride) {
  const std::string forward = write("f.toml", "[run]\nengine = \"forward\"\nduration_s = 20\n").string();
  const auto engine = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--json", "-"});
    EXPECT_EQ(run(arguments), 0) << err.str();
    return json()["runs"][0]["engine"].get<std::string>();
  };
  EXPECT_EQ(engine({"run", easy}), "stride");
  EXPECT_EQ(engine({"run", forward}), "forward");
  EXPECT_EQ(log->requests.back().duration_s, 20.0);
  EXPECT_EQ(engine({"run", forward, "--engine", "stride"}), "stride");
  EXPECT_EQ(engine({"run", easy, "--engine", "forward", "--set", "engine=stride"}), "forward");
  EXPECT_EQ(log->requests.back().duration_s, 10.0);
  EXPECT_EQ(engine({"run", forward, "--duration-s", "5"}), "forward");
  EXPECT_EQ(log->requests.back().duration_s, 5.0);
}

TEST_F(Cli, ForwardRunsHaveTheSameExitCodes) {
  const std::string fast = write("fast.toml", "[form]\nspeed_m_s = 5.2\n").string();
  EXPECT_EQ(run({"run", quick, "--engine", "forward"}), 0);
  EXPECT_EQ(run({"run", failing, "--engine", "forward"}), 1);
  EXPECT_EQ(run({"run", fast, "--engine", "forward"}), 3);
  EXPECT_NE(out.str().find("The runner fell at 2.4 s: the pelvis sank"), std::string::npos) << out.str();
  EXPECT_EQ(run({"run", sprint, "--engine", "forward"}), 3) << "no stride, no run";
  EXPECT_EQ(run({"run", easy, "--engine", "forward", "--duration-s", "0.5"}), 3) << "no step to average";
  EXPECT_EQ(run({"run", easy, "--engine", "foreward"}), 2);
  EXPECT_EQ(run({"run", easy, "--engine", "forward", "--duration-s", "-1"}), 2);
  EXPECT_EQ(run({"run", easy, "--engine", "forward", "--csv", "/nonexistent/x.csv"}), 4);
}

TEST_F(Cli, CsvOfAForwardRunHasItsFramesBesideIt) {
  const auto csv = folder_ / "steps.csv";
  const auto frames = folder_ / "steps_frames.csv";
  EXPECT_EQ(run({"run", easy, "--csv", csv.string()}), 0);
  EXPECT_FALSE(std::filesystem::exists(frames)) << "a stride has no frames";
  EXPECT_EQ(run({"run", easy, "--engine", "forward", "--csv", csv.string()}), 0);
  EXPECT_TRUE(std::filesystem::exists(frames));
  EXPECT_EQ(log->requests.back().frames.every_s, 0.005);
  EXPECT_EQ(run({"run", easy, "--engine", "forward", "--csv", "-"}), 0);
  EXPECT_TRUE(out.str().starts_with("scenario,question,engine,status,step,side,averaged,")) << "and nothing else";
  EXPECT_FALSE(log->requests.back().frames) << "nobody asked for frames";
}

TEST_F(Cli, CompareRunsBothSidesForward) {
  EXPECT_EQ(run({"compare", easy, quick, "--engine", "forward", "--duration-s", "20", "--json", "-"}), 0);
  EXPECT_EQ(json()["a"]["engine"], "forward");
  EXPECT_EQ(json()["b"]["engine"], "forward");
  EXPECT_EQ(json()["metrics"]["pfj_force_peak_bw"]["a_n_steps"], 3);
  ASSERT_EQ(log->requests.size(), 2U) << "the base of B is A";
  EXPECT_EQ(log->requests.back().duration_s, 20.0);
  EXPECT_EQ(run({"compare", easy, failing, "--engine", "forward"}), 1) << "checks count with either engine";
  EXPECT_EQ(run({"compare", easy, "--set-b", "engine=forward"}), 0);
  EXPECT_TRUE(out.str().starts_with("Stride engine to forward engine: force on the kneecap ")) << out.str();
}

TEST_F(Cli, ListingsCoverTheTables) {
  EXPECT_EQ(run({"metrics"}), 0);
  for (const MetricRow& row : metric_table()) EXPECT_NE(out.str().find(row.key), std::string::npos) << row.key;
  EXPECT_EQ(run({"metrics", "--json"}), 0);
  EXPECT_EQ(json()["metrics"].size(), metric_table().size());
  for (const auto& row : json()["metrics"]) EXPECT_FALSE(row["meaning"].get<std::string>().empty()) << row["key"];
  EXPECT_EQ(run({"parameters", "--json"}), 0);
  EXPECT_FALSE(json().empty());
  EXPECT_EQ(run({"check", easy, quick}), 0);
  EXPECT_EQ(run({"check", broken}), 2);
}

TEST_F(Cli, AStdoutThatBreaksIsUnwritable) {
  std::ostringstream broken_out;
  broken_out.setstate(std::ios::badbit);
  EXPECT_EQ(run_cli(std::vector<std::string>{"metrics"}, {broken_out, err, {}, {}}), 4);
}

}  // namespace
}  // namespace stridelab
