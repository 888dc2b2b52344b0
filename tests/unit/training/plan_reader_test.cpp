#include <gmock/gmock.h>

#include "support/scenario_folder.h"
#include "training/plan.h"

namespace stridelab::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view weeks = "[weeks]\ncount = 2\nstart_km = 30\n";

class PlanFile : public ScenarioFolder {
 protected:
  std::string faults(const std::string& text) {
    const auto plan = read_plan(write("p.toml", text), models);
    if (plan) return "";
    std::string all = to_text(plan.error());
    const std::string prefix = folder_.string() + "/";
    for (auto at = all.find(prefix); at != std::string::npos; at = all.find(prefix)) all.erase(at, prefix.size());
    return all;
  }

  Plan good_plan(const std::string& text) {
    const auto plan = read_plan(write("p.toml", text), models);
    EXPECT_TRUE(plan.has_value()) << (plan ? "" : to_text(plan.error()));
    return plan.value_or(Plan{});
  }

  TrainingModels models = read_training_models().value();
};

TEST_F(PlanFile, ReadsWeeksRunsAndTheRunner) {
  write("easy.toml", "[form]\nspeed_m_s = 3.0\n[training]\nweekly_distance_km = 24\n");
  const Plan plan = good_plan(
      "question = \"What if?\"\nscenario = \"easy.toml\"\n[body]\nmass_kg = 60\n"
      "[[week]]\nrepeat = 2\nrest_days = [7]\nruns = [8, { distance_km = 5, day = 6, slope_percent = -5 "
      "}]\n[[week]]\n");
  EXPECT_EQ(plan.question, "What if?");
  EXPECT_EQ(plan.accustomed_km, 24.0);
  EXPECT_EQ(plan.accustomed_runs, 2);
  ASSERT_EQ(plan.weeks.size(), 3U);
  ASSERT_EQ(plan.weeks[1].runs.size(), 2U);
  EXPECT_EQ(plan.weeks[1].runs[0].day, 1);
  EXPECT_EQ(plan.weeks[1].runs[1].day, 6);
  EXPECT_EQ(plan.weeks[1].runs[1].changes.at(0).key, "slope_percent");
  EXPECT_TRUE(plan.weeks[2].runs.empty());
  EXPECT_EQ(plan.usual_run.build().number("speed_m_s"), 3.0);
  EXPECT_EQ(plan.usual_run.build().number("mass_kg"), 60.0);
}

TEST_F(PlanFile, TheAccustomedWeekIsSpreadLikeTheFirstUnlessItsRunsAreGiven) {
  const std::string week = "[[week]]\nruns = [{ distance_km = 5, day = 2 }, { distance_km = 15, day = 7 }]\n";
  const Plan like_first = good_plan(week);
  EXPECT_TRUE(like_first.accustomed_as_first_week);
  EXPECT_THAT(like_first.accustomed_day, ::testing::ElementsAre(0, 1.75, 0, 0, 0, 0, 5.25));
  const Plan given = good_plan("accustomed_runs = 7\n" + week);
  EXPECT_FALSE(given.accustomed_as_first_week);
  EXPECT_THAT(given.accustomed_day, ::testing::Each(1.0));
  EXPECT_THAT(good_plan("[[week]]\n" + week).accustomed_day, ::testing::Contains(::testing::Gt(0.0)));
}

TEST_F(PlanFile, ReadsARule) {
  const Plan plan = good_plan("[weeks]\ncount = 3\nstart_km = 20\ngrowth_percent = 10\nruns = 5\nrest_days = [6, 7]\n");
  ASSERT_EQ(plan.weeks.size(), 3U);
  double sum_km = 0.0;
  for (const PlanRun& run : plan.weeks[2].runs) {
    sum_km += run.distance_km;
    EXPECT_LE(run.day, 5);
  }
  EXPECT_NEAR(sum_km, 24.2, 1e-12);  // 20 x 1.1^2
}

TEST_F(PlanFile, EveryFaultComesInOnePassInLineOrder) {
  const std::string all = faults(
      "qestion = \"?\"\n"
      "[form]\nspeed_m_s = 12\n"
      "[[week]]\nruns = [8, { distanse_km = 5 }, { distance_km = 0 }, \"rest\"]\nrest_days = [8]\n"
      "[strengthening]\nstrength = \"hip_strenght_percent\"\nweeks = 2.5\n"
      "[[check]]\nmetric = \"distance_peek_km\"\nvalue = { max = 9 }\nsource = \"x\"\n");
  std::size_t last = 0;
  for (const char* expected :
       {"p.toml:1:1: error: unknown key qestion in a plan", "p.toml:3:1: error: speed_m_s = 12 is outside",
        "p.toml:5:12: error: a run without distance_km", "p.toml:5:14: error: unknown key distanse_km",
        "error: distance_km = 0 is outside 0.1 .. 200 km", "error: a run is neither a distance nor a table",
        "p.toml:6:1: error: rest_days is not a list of days 1 .. 7",
        "p.toml:8:1: error: strength = \"hip_strenght_percent\" is not a strength",
        "p.toml:9:1: error: weeks = 2.5 is not a whole number",
        "p.toml:11:1: error: unknown metric \"distance_peek_km\""}) {
    const auto at = all.find(expected);
    ASSERT_NE(at, std::string::npos) << expected << "\n" << all;
    EXPECT_GE(at, last) << expected << "\n" << all;
    last = at;
  }
  EXPECT_THAT(all, HasSubstr("did you mean question?"));
  EXPECT_THAT(all, HasSubstr("did you mean hip_strength_percent?"));
  EXPECT_THAT(all, HasSubstr("did you mean distance_peak_km?"));
}

TEST_F(PlanFile, FaultsOfTheScenarioAreToldWithItsName) {
  write("bad.toml", "[form]\ncadence_spm = 410\n");
  EXPECT_THAT(faults("scenario = \"bad.toml\"\n" + std::string(weeks)), HasSubstr("bad.toml:2:1: error: cadence_spm"));
  EXPECT_THAT(faults("scenario = \"bed.toml\"\n" + std::string(weeks)),
              AllOf(StartsWith("p.toml:1:1: error: scenario = \"bed.toml\" does not exist"), HasSubstr("bad.toml")));
  EXPECT_THAT(faults("scenario = \"/etc/passwd\"\n" + std::string(weeks)), HasSubstr("absolute path"));
}

TEST_F(PlanFile, WaysOfHavingNoWeeks) {
  EXPECT_THAT(faults("question = \"?\"\n"), HasSubstr("a plan without weeks"));
  EXPECT_THAT(faults(std::string(weeks) + "[[week]]\n"), HasSubstr("both given"));
  EXPECT_THAT(faults("[weeks]\ngrowth_percent = 5\n"),
              AllOf(HasSubstr("[weeks] without count"), HasSubstr("[weeks] without start_km")));
  EXPECT_THAT(faults("[weeks]\ncount = 20\nstart_km = 100\ngrowth_percent = 20\n"), HasSubstr("more than 250 km"));
  EXPECT_THAT(faults("[[week]]\nruns = [5]\nrest_days = [1, 2, 3, 4, 5, 6, 7]\n"),
              HasSubstr("every day is a rest day"));
  EXPECT_THAT(faults("[[week]]\nruns = [{ distance_km = 5, day = 7 }]\nrest_days = [7]\n"), HasSubstr("a rest day"));
}

TEST_F(PlanFile, WhatAPlanCannotSay) {
  EXPECT_THAT(faults("[run]\nengine = \"forward\"\n" + std::string(weeks)), HasSubstr("a plan has no [run]"));
  EXPECT_THAT(faults("speed_m_s = 3\n" + std::string(weeks)), HasSubstr("speed_m_s belongs in [form]"));
  EXPECT_THAT(faults("[[week]]\nruns = [{ distance_km = 5, weekly_distance_km = 9 }]\n"),
              HasSubstr("cannot differ from run to run"));
  EXPECT_THAT(faults("[[week]]\nruns = [{ distance_km = 5, speed_m_s = 3, speed_percent = 5 }]\n"),
              HasSubstr("both set the speed"));
  EXPECT_THAT(faults("[training]\nweekly_distance_km = 0\n" + std::string(weeks)), HasSubstr("too little to compare"));
  EXPECT_THAT(
      faults(std::string(weeks) + "[[check]]\nmetric = \"distance_peak_km\"\nchange = { max = 9 }\nsource = \"x\"\n"),
      HasSubstr("a check of a plan has no change"));
  EXPECT_THAT(faults(std::string(weeks) + "[[check]]\nmetric = \"distance_peak_km\"\nvalue = { max = 9 }\n"),
              HasSubstr("a check without a source"));
}

TEST_F(PlanFile, BrokenFilesAreFaultsNotCrashes) {
  EXPECT_THAT(faults("[weeks\n"), HasSubstr("p.toml:1:"));
  EXPECT_THAT(faults(std::string("a\0b", 3)), HasSubstr("not UTF-8"));
  for (const char* odd : {"week = 3\n", "weeks = []\n", "check = 1\n[weeks]\ncount=1\nstart_km=1\n", "form = 3\n",
                          "strengthening = 1\n", "scenario = 3\n", "[[week]]\nruns = 3\n", "[[week]]\nrepeat = nan\n"})
    EXPECT_NE(faults(odd), "") << odd;
  EXPECT_FALSE(read_plan(folder_ / "none.toml", models));
  EXPECT_FALSE(read_plan(folder_, models));
}

TEST(TrainingModels, AreShippedWithSourcesAndOrderedRanges) {
  const auto models = read_training_models();
  ASSERT_TRUE(models) << to_text(models.error());
  for (const Tissue& tissue : models->tissues) {
    EXPECT_FALSE(tissue.source.empty());
    EXPECT_LE(tissue.heading.size(), 11U) << tissue.key;
    EXPECT_LT(tissue.exponent.low, tissue.exponent.high) << tissue.key << " is not as certain as that";
    EXPECT_LT(tissue.recovery_days.high, tissue.adaptation_days.low) << tissue.key;
  }
  const Programme& hips = models->programmes.front();
  EXPECT_EQ(hips.strength, "hip_strength_percent");
  EXPECT_EQ(hips.gain_percent, 13.0);  // Snyder 2009
  EXPECT_EQ(hips.over_weeks, 6.0);
}

TEST_F(PlanFile, BrokenModelFilesAreNamedInOnePass) {
  write("models/tissues.toml", "[[tissue]]\nkey = \"k\"\nexponent = { low = 9, mid = 7, high = 8 }\n");
  write("models/strengthening.toml", "nonsense\n");
  write("models/rules.toml", "[ten_percent]\nincrease_percent = -1\nsource = \"s\"\n");
  const auto models = read_training_models(folder_ / "models");
  ASSERT_FALSE(models);
  const std::string all = to_text(models.error());
  EXPECT_THAT(all, AllOf(HasSubstr("low <= mid <= high does not hold"), HasSubstr("'tissue[0].metric' is missing"),
                         HasSubstr("strengthening.toml:1"),
                         HasSubstr("ten_percent.increase_percent = -1 is outside 1 .. 300 %"),
                         HasSubstr("'overreach' is missing")));
}

}  // namespace
}  // namespace stridelab::testing
