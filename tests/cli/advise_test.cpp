// The commands around a goal and around claims, as the program answers them.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli.h"
#include "support/report_schema.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

class AdviseCommand : public ::testing::Test {
 protected:
  int run(const std::vector<std::string>& arguments) {
    out.str("");
    err.str("");
    return run_cli(arguments, {out, err, {false, 200}, {false, 200}});
  }
  nlohmann::json json() const { return nlohmann::json::parse(out.str()); }
  std::ostringstream out, err;
};

TEST_F(AdviseCommand, SaysTheChangeWhatItGivesAndWhoPays) {
  EXPECT_EQ(run({"advise", "--goal", "pfj_force_peak_bw=-5%", "--vary", "cadence_spm"}), 0) << err.str();
  EXPECT_THAT(out.str(), HasSubstr("For force on the kneecap -5.0 %, the least change: cadence 169.6 to 17"));
  EXPECT_THAT(out.str(), HasSubstr("Who pays: stridelab compare easy_run --set-b cadence_spm=17"));
}

TEST_F(AdviseCommand, AGoalBeyondReachEndsWithOne) {
  EXPECT_EQ(run({"advise", "--goal", "pfj_force_peak_bw=-60%", "--vary", "cadence_spm", "--json", "-"}), 1);
  EXPECT_EQ(test::schema_faults(json(), "cli/advice.schema.json"), "");
  EXPECT_FALSE(json()["reached"].get<bool>());
  EXPECT_THAT(err.str(), HasSubstr("The nearest: cadence 169.6 to 195"));
}

TEST_F(AdviseCommand, WhatItCannotReadIsSaid) {
  EXPECT_EQ(run({"advise", "--goal", "pfj_force=-5%"}), 2);
  EXPECT_THAT(err.str(), HasSubstr("did you mean pfj_force_peak_bw?"));
  EXPECT_EQ(run({"advise", "--goal", "pfj_force_peak_bw=-5%", "--vary", "mass_kg"}), 2);
  EXPECT_THAT(err.str(), HasSubstr("--vary mass_kg is none of cadence_spm"));
  EXPECT_EQ(run({"advise"}), 64) << "without a goal there is no question";
}

// More steps unload the kneecap and load the hamstrings of the swinging leg: along the front one falls, the other rises.
TEST_F(AdviseCommand, AFrontSetsOneResultAgainstAnother) {
  EXPECT_EQ(run({"advise", "--goal", "pfj_force_peak_bw=-5%", "--vary", "cadence_spm", "--pareto",
                 "hamstrings_force_swing_peak_bw", "--json", "-"}),
            0)
      << err.str();
  EXPECT_EQ(test::schema_faults(json(), "cli/advice.schema.json"), "");
  const auto forms = json()["front"]["forms"];
  ASSERT_EQ(forms.size(), 6u);
  EXPECT_GT(forms[0]["goal_percent"].get<double>(), 0.0) << "the fewest steps: least for the hamstrings";
  for (std::size_t i = 1; i < forms.size(); ++i) {
    EXPECT_LT(forms[i]["goal_percent"], forms[i - 1]["goal_percent"]);
    // 0.1 % for what a step of the search leaves open.
    EXPECT_GE(forms[i]["against_percent"].get<double>(), forms[i - 1]["against_percent"].get<double>() - 0.1);
  }
  EXPECT_EQ(run({"advise", "--goal", "pfj_force_peak_bw=-5%", "--pareto", "pfj"}), 64);
  EXPECT_EQ(run({"advise", "--goal", "pfj_force_peak_bw=+5%", "--pareto", "hamstrings_force_swing_peak_bw"}), 64);
}

TEST_F(AdviseCommand, ClaimsFollowTheirSchema) {
  EXPECT_EQ(run({"claims", STRIDELAB_SOURCE_DIR "/scenarios", "--json", "-"}), 0) << err.str();
  EXPECT_EQ(test::schema_faults(json(), "cli/claims.schema.json"), "");
}

}  // namespace
}  // namespace stridelab
