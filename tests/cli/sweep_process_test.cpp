#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/scenario_folder.h"
#include "support/shell.h"

/// `stridelab sweep` as a process: signals, limits, ranks, and the same numbers as `run`.
namespace stridelab {
namespace {

namespace fs = std::filesystem;
using test::shell;

class SweepProcess : public testing::ScenarioFolder {
 protected:
  /// Of the test function, so that a hundred thousand rows take a second.
  std::string cheap(int rows) {
    return write("cheap.design.toml",
                 "test_function = \"ishigami\"\nsampler = \"random\"\nrows = " + std::to_string(rows) +
                     "\n[vary]\nx1 = { min = -3, max = 3 }\nx2 = { mean = 0, sd = 1 }\n")
        .string();
  }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  static std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }
};

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> all;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, ',');) all.push_back(cell);
  return all;
}

TEST_F(SweepProcess, ARowIsWhatRunSaysToTheBit) {
  const std::string base = std::string(STRIDELAB_SOURCE_DIR) + "/scenarios/easy_run.toml";
  const auto rows = write("rows.csv", "cadence_spm,hip_strength_percent\n180,\n160.25,70\n");
  const auto swept = shell("sweep --rows " + rows.string() + " --base " + base +
                           " --metrics pfj_force_peak_bw,hip_adduction_peak_deg 2>/dev/null");
  ASSERT_EQ(swept.code, 0);
  std::istringstream lines(swept.out);
  std::string line;
  std::getline(lines, line);
  for (const std::string set : {"--set cadence_spm=180", "--set cadence_spm=160.25 --set hip_strength_percent=70"}) {
    std::getline(lines, line);
    const auto run = nlohmann::json::parse(shell("run " + base + " " + set + " --json - 2>/dev/null").out);
    const auto& metrics = run["runs"][0]["metrics"];
    ASSERT_GE(cells(line).size(), 7U) << line;
    EXPECT_EQ(std::stod(cells(line)[5]), metrics["pfj_force_peak_bw"]["value"].get<double>());
    EXPECT_EQ(std::stod(cells(line)[6]), metrics["hip_adduction_peak_deg"]["value"].get<double>());
  }
}

TEST_F(SweepProcess, AFormThatCannotBeRunIsAnAnswerAndAFaultIsNone) {
  const auto refused = write("refused.csv", "slope_percent,speed_m_s,cadence_spm\n-20,6,161\n");
  const auto said = shell("sweep --rows " + refused.string() + " --metrics pfj_force_peak_bw 2>/dev/null");
  EXPECT_EQ(said.code, 0);
  EXPECT_NE(said.out.find("0,refused,"), std::string::npos) << said.out;
  const auto invalid = write("invalid.csv", "speed_m_s\nfast\n99\n");
  const auto faulty = shell("sweep --rows " + invalid.string() + " --metrics pfj_force_peak_bw 2>/dev/null");
  EXPECT_EQ(faulty.code, 2);
  EXPECT_NE(faulty.out.find("99 is outside 1.8 .. 6 m/s"), std::string::npos) << faulty.out;
}

TEST_F(SweepProcess, FaultsOfADesignAreToldWithTheirPlaces) {
  const auto path =
      write("d.design.toml",
            "sampler = \"sobel\"\nrows = 3\nmetrics = [\"pfj_force_peak\"]\n[vary]\ncadence = { min = 150, max "
            "= 170 }\nspeed_m_s = { min = 3, max = 9 }\n[form]\nstep_width_m = 3\n");
  const auto said = shell("sweep " + path.string() + " 2>&1");
  EXPECT_EQ(said.code, 2);
  EXPECT_NE(said.out.find("d.design.toml:8:1: error: step_width_m = 3 is outside"), std::string::npos) << said.out;
  write("d.design.toml",
        "sampler = \"sobel\"\nrows = 3\nmetrics = [\"pfj_force_peak\"]\n[vary]\ncadence = { min = 150, max = "
        "170 }\nspeed_m_s = { min = 3, max = 9 }\n");
  const std::string all = shell("sweep " + path.string() + " 2>&1").out;
  for (const char* fault : {":1:1: error: unknown sampler \"sobel\"", "did you mean sobol?",
                            "unknown metric pfj_force_peak", "max of speed_m_s = 9 is outside", "unknown key cadence"})
    EXPECT_NE(all.find(fault), std::string::npos) << fault << "\n" << all;
}

TEST_F(SweepProcess, WhatCannotGoTogetherIsUsage) {
  for (const char* words : {"", "a.toml --rows -", "--rows - --store s", "a.toml --resume", "a.toml --shard 0/4",
                            "a.toml --shard 5/4", "a.toml --base b.toml", "a.toml --jobs -1"})
    EXPECT_EQ(shell("sweep " + std::string(words) + " 2>/dev/null </dev/null").code, 64) << words;
}

TEST_F(SweepProcess, KilledAndResumedItEndsWithTheSameBytes) {
  const std::string design = cheap(20000), store = " --store " + at("s.sqlite") + " --resume";
  ASSERT_EQ(shell("sweep " + design + " --jobs 1 --csv " + at("whole.csv") + " 2>/dev/null").code, 0);
  for (int i = 0; i < 4; ++i)
    shell("sweep " + design + store + " 2>/dev/null & pid=$!; sleep 0." + std::to_string(i + 1) +
          "; kill -9 $pid; wait");
  ASSERT_EQ(shell("sweep " + design + store + " --jobs 3 --csv " + at("resumed.csv") + " 2>/dev/null").code, 0);
  EXPECT_EQ(text_of(at("whole.csv")), text_of(at("resumed.csv")));
}

/// A file that may not grow stands for a full disk: the same error of the same write.
TEST_F(SweepProcess, AFullDiskLosesNothingCommitted) {
  const std::string design = cheap(20000);
  const std::string words = "sweep " + design + " --store " + at("s.sqlite") + " --resume";
  const std::string limited = "ulimit -f 400; " STRIDELAB_PROGRAM " " + words + " 2>&1";
  std::ofstream(at("limited.sh")) << limited;
  const int status = std::system(("bash " + at("limited.sh") + " > " + at("said")).c_str());
  EXPECT_EQ(WEXITSTATUS(status), 4);
  EXPECT_NE(text_of(at("said")).find("rows are kept in"), std::string::npos) << text_of(at("said"));
  ASSERT_EQ(shell(words + " --csv " + at("resumed.csv") + " 2>/dev/null").code, 0);
  ASSERT_EQ(shell("sweep " + design + " --csv " + at("whole.csv") + " 2>/dev/null").code, 0);
  EXPECT_EQ(text_of(at("whole.csv")), text_of(at("resumed.csv")));
}

TEST_F(SweepProcess, RanksGiveTheSameBytes) {
  if (!fs::exists(STRIDELAB_PROGRAM "-mpi")) GTEST_SKIP() << "built without MPI";
  if (std::system("command -v mpirun > /dev/null") != 0) GTEST_SKIP() << "mpirun is not installed (openmpi-bin)";
  const std::string design = cheap(3000);
  ASSERT_EQ(shell("sweep " + design + " --csv " + at("whole.csv") + " 2>/dev/null").code, 0);
  const std::string ranks = "mpirun --allow-run-as-root --oversubscribe -n 3 " STRIDELAB_PROGRAM " sweep " + design +
                            " --store " + at("ranks.sqlite") + " --csv " + at("ranks.csv") + " > " + at("said") +
                            " 2>&1";
  ASSERT_EQ(std::system(ranks.c_str()), 0) << text_of(at("said"));
  EXPECT_EQ(text_of(at("whole.csv")), text_of(at("ranks.csv")));
  EXPECT_NE(text_of(at("said")).find("on 2 ranks that answer"), std::string::npos) << text_of(at("said"));
}

}  // namespace
}  // namespace stridelab
