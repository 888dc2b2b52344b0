// What a runner reads first, of every shipped scenario, with the real engines: as the program prints it.
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli.h"
#include "cli/profile_command.h"
#include "core/text.h"
#include "scenario/scenario.h"
#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string scenarios = STRIDELAB_SOURCE_DIR "/scenarios";

class FirstAnswer : public ScenarioFolder {
 protected:
  int run(const std::vector<std::string>& arguments, int columns = 80) {
    out.str("");
    err.str("");
    return run_cli(arguments, {out, err, {false, columns}, {false, columns}});
  }

  std::vector<std::string> lines() const {
    std::istringstream in(out.str());
    std::vector<std::string> all;
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
  }

  /// The sentence behind the question.
  std::string text() const {
    std::string joined = out.str();
    std::replace(joined.begin(), joined.end(), '\n', ' ');
    return joined;
  }

  std::ostringstream out, err;
};

// What to do comes first, the requirement in the field's words after it.
TEST_F(FirstAnswer, ARefusalBeginsWithTheWayOut) {
  EXPECT_EQ(run({"run", std::string(scenarios) + "/easy_run.toml", "--set", "slope_percent=-20", "--set", "speed_m_s=6",
                 "--set", "cadence_spm=161"},
                100),
            3);
  const std::string said = text();
  const auto way_out = said.find("Nobody could run like this. Way out: "), requirement = said.find("What fails: ");
  ASSERT_NE(way_out, std::string::npos) << said;
  ASSERT_NE(requirement, std::string::npos) << said;
  EXPECT_LT(way_out, requirement);
}

TEST_F(FirstAnswer, EveryShippedScenarioFitsOneScreenWithTwoLinesToSpare) {
  const auto files = find_scenarios(std::vector<std::string>{scenarios});
  ASSERT_TRUE(files);
  for (const auto& file : *files) {
    EXPECT_EQ(run({"run", file.string()}, 100), 0) << out.str();
    // A screen has 24: two stay free, unless there are notes. A forward run says besides where the engines differ.
    const bool notes = out.str().find("Note: ") != std::string::npos;
    const bool forward = out.str().find("engines differ") != std::string::npos;
    EXPECT_LE(lines().size(), forward ? 26U : notes ? 24U : 22U) << out.str();
    EXPECT_THAT(out.str(), HasSubstr("How sure: "));
    EXPECT_THAT(out.str(), HasSubstr("--more"));
    EXPECT_THAT(out.str(), Not(HasSubstr("->"))) << "an arrow is no word";
    const std::size_t said = text().find("ody weight");
    EXPECT_NE(said, std::string::npos) << "BW is spelled out: " << out.str();
  }
}

TEST_F(FirstAnswer, FortyColumnsAreEnough) {
  for (const char* name : {"quick_steps", "easy_run", "weak_hips"}) {
    ASSERT_EQ(run({"run", scenarios + "/" + name + ".toml"}, 40), 0);
    for (const std::string& line : lines()) EXPECT_LE(display_width(line), 40U) << line;
  }
}

TEST_F(FirstAnswer, TheHeadlineHasWhatWasAsked) {
  const std::map<std::string, std::string> asked{{"wide_q_angle", "pressure on the kneecap's outer side rises"},
                                                 {"weak_hips", "inward lean of the thigh grows by"},
                                                 {"heavier", " N to "},
                                                 {"flat_foot", "inward roll of the heel grows by"},
                                                 {"narrow_steps", "stretch of outer band rises"},
                                                 {"knee_brace", "pressure on the kneecap falls"}};
  for (const auto& [name, words] : asked) {
    ASSERT_EQ(run({"run", scenarios + "/" + name + ".toml"}, 100), 0);
    EXPECT_THAT(text(), HasSubstr(words)) << name;
  }
}

TEST_F(FirstAnswer, CompareTakesAnyNumberOfForms) {
  ASSERT_EQ(run({"compare", "easy_run", "quick_steps", "forefoot", "lean_forward"}, 100), 0) << err.str();
  EXPECT_LE(lines().size(), 28U) << out.str();
  EXPECT_THAT(out.str(), HasSubstr("D: "));
  ASSERT_EQ(run({"compare", "easy_run", "quick_steps", "forefoot", "--json", "-"}), 0);
  EXPECT_EQ(nlohmann::json::parse(out.str())["further"].size(), 1U);
}

TEST_F(FirstAnswer, DifferentBodiesAreSaidFirstAndSeveralInputsApart) {
  ASSERT_EQ(run({"compare", "easy_run", "--set-b", "sex=female", "--set-b", "mass=60 kg"}, 100), 0) << err.str();
  EXPECT_THAT(out.str(), StartsWith("Different bodies: A is a man"));
  ASSERT_EQ(run({"compare", "easy_run", "--set", "pace=5:30/km", "--set-b", "cadence_percent=10", "--set-b",
                 "trunk_lean_deg=11"},
                100),
            0);
  EXPECT_THAT(text(), HasSubstr("Each alone: "));
  EXPECT_THAT(text(), HasSubstr("together -"));
  EXPECT_LE(lines().size(), 28U) << out.str();
}

TEST_F(FirstAnswer, AProfileIsWrittenAndUsed) {
  const std::string file = (folder_ / "anna.toml").string();
  ASSERT_EQ(run({"profile", "new", file, "--pace", "5:30/km", "--cadence", "168", "--mass", "62kg", "--height", "1.68m",
                 "--sex", "female"}),
            0)
      << err.str();
  ASSERT_EQ(run({"run", "forefoot", "--profile", file, "--json", "-"}), 0) << err.str();
  const auto parameters = nlohmann::json::parse(out.str())["runs"][0]["parameters"];
  EXPECT_EQ(parameters["mass_kg"]["value"], 62.0);
  EXPECT_EQ(parameters["cadence_spm"]["value"], 168.0);
  EXPECT_NEAR(parameters["speed_m_s"]["value"].get<double>(), 1000.0 / 330.0, 1e-12);
  EXPECT_EQ(parameters["foot_strike_deg"]["value"], -6.0) << "what the scenario asks holds";
  EXPECT_EQ(run({"profile", "new", file, "--pace", "5:00/km"}), 2) << "what is there is not touched";
  EXPECT_EQ(run({"profile", "new", (folder_ / "b.toml").string(), "--pace", "fast"}), 2);
}

TEST_F(FirstAnswer, AProfileAsksUntilTheAnswerIsGood) {
  std::istringstream in("fast\n5:30/km\n\n62 kg\n5ft6\nfemale\n\n");
  const Console console{out, err, {false, 80}, {false, 80}};
  ProfileOptions options;
  options.file = (folder_ / "asked.toml").string();
  ASSERT_EQ(profile_command(options, in, console), ExitCode::done);
  EXPECT_THAT(err.str(), HasSubstr("is not one of the ways to write it"));
  ASSERT_EQ(run({"run", "easy_run", "--profile", options.file, "--units", "imperial"}, 100), 0) << err.str();
  EXPECT_THAT(text(), HasSubstr("8:51/mi"));
  EXPECT_THAT(text(), HasSubstr("woman, 137 lb, 5 ft 6 in"));
}

TEST_F(FirstAnswer, LeversAreRanked) {
  ASSERT_EQ(run({"explain", "runner's", "knee", "--levers", "easy_run", "--json", "-"}), 0) << err.str();
  const auto levers = nlohmann::json::parse(out.str())["levers"];
  ASSERT_GT(levers.size(), 15U);
  for (std::size_t i = 1; i < levers.size(); ++i)
    EXPECT_LE(levers[i - 1]["change_percent"].get<double>(), levers[i]["change_percent"].get<double>());
  EXPECT_LT(levers.front()["change_percent"].get<double>(), -5.0);
  EXPECT_GT(levers.back()["change_percent"].get<double>(), 5.0) << "both directions";
  EXPECT_EQ(run({"explain", "front", "--levers"}), 0);
  EXPECT_THAT(out.str(), HasSubstr("How sure: "));
  EXPECT_EQ(run({"explain", "speed_m_s", "--levers"}), 2);
}

TEST_F(FirstAnswer, WordsOfPeopleAreExplained) {
  for (const char* word :
       {"kneecap", "runner's knee", "IT band", "pressure", "BW", "valgus", "flat feet", "shin splints"})
    EXPECT_EQ(run({"explain", word}), 0) << word;
}

TEST_F(FirstAnswer, AWeekOnTheCommandLine) {
  EXPECT_EQ(run({"plan", "--weeks", "30,30,45", "--runs", "4"}), 0) << err.str();
  EXPECT_THAT(out.str(), HasSubstr("Week 3 is 50 % more than week 2"));
  EXPECT_EQ(run({"plan"}), 64);
  EXPECT_EQ(run({"plan", "--weeks", "30,x"}), 2);
  ASSERT_EQ(run({"run", "easy_run", "--set", "weekly_distance_km=40"}, 100), 0);
  EXPECT_THAT(out.str(), HasSubstr("A week of 40 km: "));
}

TEST_F(FirstAnswer, ShellsAndTheManualKnowEveryCommand) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    ASSERT_EQ(run({"completion", shell}), 0);
    for (const char* word : {"compare", "levers", "cadence_spm="}) EXPECT_THAT(out.str(), HasSubstr(word)) << shell;
  }
  ASSERT_EQ(run({"manual"}), 0);
  EXPECT_THAT(out.str(), StartsWith(".TH STRIDELAB 1"));
  EXPECT_THAT(out.str(), HasSubstr("cadence_spm"));
}

}  // namespace
}  // namespace stridelab::testing
