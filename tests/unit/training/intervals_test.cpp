#include <gmock/gmock.h>

#include "support/scenario_folder.h"
#include "training/plan.h"

namespace stridelab::testing {
namespace {

using ::testing::HasSubstr;

class Intervals : public ScenarioFolder {
 protected:
  TrainingModels models = read_training_models().value();
  static constexpr const char* head = "[training]\nweekly_distance_km = 20\n[form]\nspeed_m_s = 3.0\n[[week]]\n";

  tl::expected<Plan, Diagnostics> plan(const std::string& week) { return read_plan_text("plan", head + week, models); }
};

TEST_F(Intervals, MinutesOfRunningAreADistanceAndWalkingIsNone) {
  const auto read = plan("runs = [{ intervals = 6, run_min = 5, walk_min = 1 }]\n");
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_NEAR(read->weeks[0].runs[0].distance_km, 30 * 60 * 3.0 / 1000.0, 1e-12) << "arithmetic";
  const auto slower = plan("runs = [{ intervals = 6, run_min = 5, speed_percent = -10 }]\n");
  ASSERT_TRUE(slower) << to_text(slower.error());
  EXPECT_NEAR(slower->weeks[0].runs[0].distance_km, 30 * 60 * 2.7 / 1000.0, 1e-12);
}

TEST_F(Intervals, PartsAreOneRunOfOneDay) {
  const auto read = plan("runs = [{ parts = [4, { distance_km = 2, slope_percent = -8 }] }, 5]\n");
  ASSERT_TRUE(read) << to_text(read.error());
  const auto& runs = read->weeks[0].runs;
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_FALSE(runs[0].goes_on);
  EXPECT_TRUE(runs[1].goes_on);
  EXPECT_EQ(runs[0].day, runs[1].day);
  EXPECT_NE(runs[0].day, runs[2].day);
  EXPECT_EQ(runs[1].changes.size(), 1U);
}

TEST_F(Intervals, AWeekOfEqualRuns) {
  const auto read = plan("km = 30\nequal_runs = 4\n");
  ASSERT_TRUE(read) << to_text(read.error());
  ASSERT_EQ(read->weeks[0].runs.size(), 4U);
  EXPECT_DOUBLE_EQ(read->weeks[0].runs[2].distance_km, 7.5);
}

TEST_F(Intervals, FaultsSayHowItIsWritten) {
  EXPECT_THAT(to_text(plan("runs = [{ intervals = 6 }]\n").error()), HasSubstr("intervals and run_min go together"));
  EXPECT_THAT(to_text(plan("runs = [{ day = 2 }]\n").error()), HasSubstr("a run without distance_km or intervals"));
  EXPECT_THAT(to_text(plan("runs = [{ parts = [] }]\n").error()), HasSubstr("parts is not a list"));
  EXPECT_THAT(to_text(plan("runs = [5]\nkm = 3\n").error()), HasSubstr("km and runs are both given"));
}

}  // namespace
}  // namespace stridelab::testing
