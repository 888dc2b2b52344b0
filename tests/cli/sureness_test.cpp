// How sure results are: --uncertainty of run, compare and report, sensitivity, and the picture of a run.
#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli.h"
#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string scenarios = STRIDELAB_SOURCE_DIR "/scenarios";

class HowSureCli : public ScenarioFolder {
 protected:
  int run(const std::vector<std::string>& arguments) {
    out.str("");
    err.str("");
    return run_cli(arguments, {out, err, {false, 100}, {false, 100}});
  }

  std::ostringstream out, err;
};

TEST_F(HowSureCli, ARunSaysHowSureAndWhatMakesMostOfIt) {
  ASSERT_EQ(run({"run", scenarios + "/easy_run.toml", "--uncertainty", "4"}), 0) << err.str();
  EXPECT_THAT(out.str(), HasSubstr("How sure: 5 to 95 % of 4 draws of the model's constants"));
  EXPECT_THAT(out.str(), HasSubstr("most by "));
  ASSERT_EQ(run({"run", scenarios + "/easy_run.toml"}), 0);
  EXPECT_THAT(out.str(), Not(HasSubstr("draws of the model's constants")));
}

TEST_F(HowSureCli, TheNumberOfDrawsMayBeLeftOutBeforeAScenario) {
  ASSERT_EQ(run({"run", "--uncertainty", scenarios + "/easy_run.toml"}), 0) << err.str();
  EXPECT_THAT(out.str(), HasSubstr("of 32 draws"));
}

TEST_F(HowSureCli, ARunAgainstItsBaseAndTheComparisonAreOneAnswer) {
  ASSERT_EQ(run({"run", scenarios + "/quick_steps.toml", "--uncertainty", "4", "--json", "-", "--no-time"}), 0)
      << err.str();
  const auto alone = nlohmann::json::parse(out.str())["runs"][0]["uncertainty"]["metrics"]["pfj_force_peak_bw"];
  ASSERT_EQ(
      run({"run", scenarios + "/quick_steps.toml", "--uncertainty", "4", "--json", "-", "--no-time", "--jobs", "1"}),
      0);
  EXPECT_EQ(alone, nlohmann::json::parse(out.str())["runs"][0]["uncertainty"]["metrics"]["pfj_force_peak_bw"]);
  ASSERT_EQ(run({"compare", scenarios + "/easy_run.toml", scenarios + "/quick_steps.toml", "--uncertainty", "4",
                 "--json", "-"}),
            0);
  const auto both = nlohmann::json::parse(out.str())["uncertainty"]["metrics"]["pfj_force_peak_bw"];
  EXPECT_EQ(alone["change_percent"], both["change_percent"]);
  EXPECT_EQ(alone["run"], both["b"]);
  EXPECT_LE(alone["change_percent"]["largest"].size(), 3u);
}

TEST_F(HowSureCli, ARunWritesItsCurvesAsAPicture) {
  const std::string file = (folder_ / "curves.svg").string();
  ASSERT_EQ(run({"run", scenarios + "/easy_run.toml", "--plot", file}), 0) << err.str();
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_THAT(text, HasSubstr("<svg xmlns="));
  EXPECT_THAT(text, HasSubstr("class=\"line"));
}

TEST_F(HowSureCli, SensitivityRanksInputsOfAChange) {
  ASSERT_EQ(run({"sensitivity", scenarios + "/easy_run.toml", "--set-b", "cadence_percent=10", "--over", "form", "--n",
                 "4", "--metrics", "pfj_force_peak_bw", "--json", "-"}),
            0)
      << err.str();
  const auto document = nlohmann::json::parse(out.str());
  EXPECT_EQ(document["of"], "changes");
  const auto& rows = document["metrics"]["pfj_force_peak_bw"]["inputs"];
  ASSERT_EQ(rows.size(), 5u);
  for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_GE(rows[i - 1]["total"], rows[i]["total"]);
  EXPECT_EQ(run({"sensitivity", scenarios + "/easy_run.toml", "--over", "bdy"}), 2);
  EXPECT_THAT(err.str(), HasSubstr("body, form or models"));
}

}  // namespace
}  // namespace stridelab::testing
