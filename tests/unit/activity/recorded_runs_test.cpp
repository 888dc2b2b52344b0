#include "activity/recorded_runs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "unit/activity/made_files.h"

namespace stridelab {
namespace {

using namespace test;

constexpr double day_s = 86400.0;

/// A level run of half an hour on a day after Thursday, 2026-01-01.
RecordedRun run_on(int day, double speed_m_s, double contact_time_ms = not_recorded) {
  Activity a = read_fit(fit_file(level_run(1800, speed_m_s))).value();
  for (TrackPoint& p : a.points) {
    p.time_s += day * day_s;
    p.contact_time_ms = contact_time_ms;
  }
  return recorded_run(a, course_of(a).value());
}

bool holds(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

// Mondays are 2025-12-29, 2026-01-05, 2026-01-12 and 2026-01-19; the third week has no run. 5 x 5.4 km over four weeks.
TEST(RecordedRuns, BecomeAccustomedWeeksWithEmptyOnesAmongThem) {
  const std::vector<RecordedRun> runs = {run_on(0, 3.0), run_on(4, 3.0), run_on(6, 3.0), run_on(18, 3.0),
                                         run_on(20, 3.0)};
  const std::string plan = plan_of_runs(runs).value();
  EXPECT_TRUE(holds(plan, "weekly_distance_km = 6.8\n")) << plan;
  EXPECT_TRUE(holds(plan, "accustomed_runs = 1\n")) << plan;
  EXPECT_TRUE(holds(plan, "# 2025-12-29  1 runs, 5.4 km\n")) << plan;
  EXPECT_TRUE(holds(plan, "# 2026-01-12  0 runs, 0.0 km\n")) << plan;
  EXPECT_TRUE(holds(plan, "[[week]]\n")) << plan;
}

TEST(RecordedRuns, InTwoFormatsCountOnce) {
  RecordedRun longer = run_on(0, 3.1);
  longer.start_s += 4.0;
  const auto once = in_order_once({run_on(3, 3.0), run_on(0, 3.0), longer});
  ASSERT_EQ(once.size(), 2U);
  EXPECT_NEAR(once[0].running_m, 1800 * 3.1, 0.1);
}

// Three runs as long as each other in time: the middle speed is the median, the outer ones the spread. The third lies in the
// next week: 16.2 km in two weeks.
TEST(RecordedRuns, MakeAProfileWithItsSpread) {
  const std::string profile =
      profile_of_runs({run_on(0, 2.8, 250.0), run_on(2, 3.0, 240.0), run_on(4, 3.2, 230.0)}).value();
  EXPECT_TRUE(holds(profile, "speed_m_s = 3.00  # 2.80 .. 3.20 over")) << profile;
  EXPECT_TRUE(holds(profile, "cadence_spm = 170  # 170 .. 170")) << profile;
  EXPECT_TRUE(holds(profile, "# contact time 240 ms, 230 .. 250")) << profile;
  EXPECT_TRUE(holds(profile, "weekly_distance_km = 8.1")) << profile;
}

TEST(RecordedRuns, OfNothingSayWhatIsMissing) {
  EXPECT_TRUE(holds(plan_of_runs({}).error(), "less than 1 km"));
  EXPECT_TRUE(holds(profile_of_runs({}).error(), "level ground"));
}

TEST(RecordedRuns, AreFoundBelowAFolder) {
  const auto folder = std::filesystem::temp_directory_path() / "stridelab_recorded_runs_test";
  std::filesystem::create_directories(folder / "2026");
  EXPECT_TRUE(holds(activity_files({folder.string()}).error(), "holds no FIT"));
  for (const char* name : {"2026/b.FIT", "a.gpx.gz", "notes.txt"}) std::ofstream(folder / name) << "x";
  const auto files = activity_files({folder.string(), "one.tcx"}).value();
  EXPECT_EQ(files,
            (std::vector<std::string>{(folder / "2026/b.FIT").string(), (folder / "a.gpx.gz").string(), "one.tcx"}));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace stridelab
