#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "support/report_schema.h"
#include "support/scenario_folder.h"
#include "support/shell.h"

/// The program itself with the forward engine: what a script gets when a runner runs.
namespace stridelab {
namespace {

class ForwardProgram : public testing::ScenarioFolder {
 protected:
  std::string easy = write("easy.toml", "question = \"An easy run?\"\n[form]\nspeed_m_s = 2.6\n").string();

  /// Ten seconds of a form well inside what the engine runs.
  test::Result forward(const std::string& more) { return test::shell("run " + easy + " --engine forward " + more); }
};

TEST_F(ForwardProgram, AnswersWithStepsThatAverageToItsMetrics) {
  const test::Result result = forward("--json - 2>/dev/null");
  ASSERT_EQ(result.code, 0);
  const auto document = nlohmann::json::parse(result.out);
  EXPECT_EQ(test::schema_faults(document), "");
  const auto& run = document["runs"][0];
  EXPECT_EQ(run["metrics"]["residual_force_peak_percent_bw"]["value"], 0.0) << "nothing holds the runner";
  const auto mean_of = [&](const char* side) {
    double sum = 0.0;
    int n = 0;
    for (const auto& step : run["steps"]) {
      if (!step["averaged"] || step["side"] != side) continue;
      sum += step["pfj_force_peak_bw"].get<double>();
      ++n;
    }
    return sum / n;
  };
  // The same numbers added in another order.
  EXPECT_NEAR(run["metrics"]["pfj_force_peak_bw"]["value"].get<double>(), mean_of("right"), 1e-12);
  EXPECT_NEAR(run["metrics"]["pfj_force_peak_bw_left"]["value"].get<double>(), mean_of("left"), 1e-12);
  EXPECT_EQ(run["curves"]["pfj_force_bw"].size(), 101U);
}

TEST_F(ForwardProgram, TheSameRunHasTheSameHashAndAnotherSeedOfNoiseAnother) {
  const auto hash = [&](const std::string& more) {
    const auto document = nlohmann::json::parse(forward("--duration-s 6 --json - " + more + " 2>/dev/null").out);
    return document["runs"][0]["provenance"]["state_hash"];
  };
  const std::string silence = "--set torque_noise_percent=0";
  const auto quiet = hash(silence), usual = hash("");
  EXPECT_TRUE(quiet.is_string());
  EXPECT_EQ(hash(silence), quiet);
  EXPECT_EQ(hash(silence + " --set seed=2"), quiet) << "without noise there is nothing to seed";
  EXPECT_NE(usual, quiet);
  EXPECT_EQ(hash(""), usual);
  EXPECT_NE(hash("--set seed=2"), usual);
}

TEST_F(ForwardProgram, KeepingFramesChangesNoStep) {
  const std::string csv = (folder_ / "steps.csv").string();
  const auto with = nlohmann::json::parse(forward("--json - --csv " + csv + " 2>/dev/null").out);
  const auto without = nlohmann::json::parse(forward("--json - 2>/dev/null").out);
  EXPECT_EQ(with["runs"][0]["steps"], without["runs"][0]["steps"]);
  std::ifstream frames(folder_ / "steps_frames.csv");
  std::string line;
  int rows = -1;
  while (std::getline(frames, line)) ++rows;
  EXPECT_NEAR(rows, 2000, 2) << "10 s every 5 ms; the bound of memory is far";
}

TEST_F(ForwardProgram, ATooShortRunSaysWhatToRaise) {
  const test::Result result = forward("--duration-s 0.5 2>&1");
  EXPECT_EQ(result.code, 3);
  EXPECT_NE(result.out.find("duration_s = 6.3 is enough"), std::string::npos) << result.out;
}

TEST_F(ForwardProgram, DrawsNoProgressIntoPipes) { EXPECT_EQ(forward("--quiet 2>&1").out, ""); }

}  // namespace
}  // namespace stridelab
