#include "activity/load_grid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "activity/course_loads.h"
#include "core/model_path.h"
#include "unit/activity/made_files.h"

namespace stridelab {
namespace {

using namespace test;

const LoadModels& models() {
  static const LoadModels read = read_load_models().value();
  return read;
}

const RegionMap& map() {
  static const RegionMap read = read_region_map().value();
  return read;
}

LoadGrid easy_grid() {
  Diagnostics faults;
  OpenScenario person =
      OpenScenario::read(models_folder()->parent_path() / "scenarios" / "easy_run.toml", shipped_metrics(), faults);
  EXPECT_TRUE(faults.empty());
  return LoadGrid(std::move(person), {}, map(), models(), stride_engine());
}

CourseCell cell(double speed_m_s, double slope, double cadence_spm, double length_m = 50.0) {
  CourseCell c;
  c.length_m = length_m;
  c.time_s = length_m / speed_m_s;
  c.slope = slope;
  c.cadence_spm = cadence_spm;
  return c;
}

double solved_bw_s(const CourseCell& c) {
  Diagnostics faults;
  OpenScenario person =
      OpenScenario::read(models_folder()->parent_path() / "scenarios" / "easy_run.toml", shipped_metrics(), faults);
  const std::vector<Assignment> edits = {
      {"speed_m_s", c.speed_m_s(), {}}, {"slope_percent", 100.0 * c.slope, {}}, {"cadence_spm", c.cadence_spm, {}}};
  const auto solved = solve_run(person.resolve(edits)->inputs, stride_engine(), models());
  return solved ? (*solved)->metrics.value("pfj_force_impulse_per_km_bw_s").value() : -1.0;
}

// What the header promises, over speeds, slopes and cadences that people run: a hundredth at 200 points. The worst is printed.
TEST(LoadGrid, IsWithinAHundredthOfAStrideSolvedForThePoint) {
  std::mt19937 draw(11);
  std::uniform_real_distribution<double> speed(2.2, 4.6), slope(-0.12, 0.12), steps(156.0, 184.0);
  std::vector<CourseCell> cells;
  for (int i = 0; i < 200; ++i) cells.push_back(cell(speed(draw), slope(draw), steps(draw)));
  LoadGrid grid = easy_grid();
  ASSERT_TRUE(grid.prepare(cells));
  std::vector<double> errors;
  for (const CourseCell& c : cells) {
    const auto loads = grid.at(c);
    ASSERT_TRUE(loads);
    errors.push_back(std::abs(loads->kneecap_bw_s / solved_bw_s(c) - 1.0));
  }
  std::sort(errors.begin(), errors.end());
  std::printf("  worst of 200: %.2f %%, median %.2f %%\n", 100.0 * errors.back(), 100.0 * errors[100]);
  EXPECT_LT(errors.back(), 0.01);
}

// A constant run on grid points is the steady stride times its kilometres, to rounding.
TEST(CourseLoads, OfAConstantRunIsTheStrideTimesItsWay) {
  std::vector<CourseCell> cells(40, cell(3.3 - 0.25 + 0.25, 0.0, 172.0));
  for (CourseCell& c : cells) c = cell(3.3, 0.0, 172.0);
  LoadGrid grid = easy_grid();
  ASSERT_TRUE(grid.prepare(cells));
  EXPECT_NEAR(course_loads(cells, grid).whole.total.kneecap_bw_s, 2.0 * solved_bw_s(cells.front()), 1e-6 * 500.0);
}

// Backwards along the same course every hill is the other kind.
TEST(CourseLoads, OfTheMirroredCourseExchangesUpAndDown) {
  std::vector<CourseCell> there = {cell(3.0, 0.06, 170.0), cell(3.0, 0.0, 170.0), cell(3.0, -0.06, 170.0),
                                   cell(3.0, -0.06, 170.0)};
  std::vector<CourseCell> back(there.rbegin(), there.rend());
  for (CourseCell& c : back) c.slope = -c.slope;
  LoadGrid grid = easy_grid();
  ASSERT_TRUE(grid.prepare(there));
  const CourseLoads a = course_loads(there, grid), b = course_loads(back, grid);
  EXPECT_EQ(a.up.running_m, b.down.running_m);
  EXPECT_EQ(a.down.running_m, b.up.running_m);
  EXPECT_EQ(a.level.total.kneecap_bw_s, b.level.total.kneecap_bw_s);
  EXPECT_GT(a.whole.total.kneecap_bw_s, b.whole.total.kneecap_bw_s);  // twice down costs the kneecap more than twice up
}

// The direction of every study of cadence (Lenhart 2014: -14 % of the peak with 10 % more steps).
TEST(CourseLoads, QuickerStepsUnloadTheKneecapAllAlong) {
  const std::vector<CourseCell> cells = {cell(3.0, 0.04, 166.0), cell(3.2, 0.0, 168.0), cell(3.4, -0.04, 170.0)};
  LoadGrid grid = easy_grid();
  const auto quicker = changed_course(cells, read_course_change("cadence_percent=5").value(), grid);
  ASSERT_TRUE(grid.prepare(cells));
  ASSERT_TRUE(grid.prepare(quicker));
  const double change =
      course_loads(quicker, grid).whole.total.kneecap_bw_s / course_loads(cells, grid).whole.total.kneecap_bw_s - 1.0;
  EXPECT_LT(change, -0.02);
  EXPECT_GT(change, -0.12);
}

// The recorded contact time is the stride's: to 2 %, because the law of contact time is one wish of the stride among others.
TEST(CourseLoads, TheRecordedContactTimeEntersTheStride) {
  LoadGrid grid = easy_grid();
  Course course;
  course.cells = {cell(3.3, 0.0, 172.0)};
  ASSERT_TRUE(grid.prepare(course.cells));
  const LoadsPerKm usual = grid.at(course.cells[0]).value();
  for (const double share : {0.9, 1.0, 1.1}) {
    course.cells[0].contact_time_percent = not_recorded;
    course.cells[0].contact_time_ms = share * usual.contact_time_ms;
    take_contact_times(course, grid);
    ASSERT_TRUE(grid.prepare(course.cells));
    const LoadsPerKm own = grid.at(course.cells[0]).value();
    EXPECT_NEAR(own.contact_time_ms / usual.contact_time_ms, share, 0.02);
    std::printf("  contact time x %.2f: kneecap load x %.3f, peak x %.3f\n", share,
                own.kneecap_bw_s / usual.kneecap_bw_s, own.kneecap_peak_bw / usual.kneecap_peak_bw);
    if (share == 1.0) {
      EXPECT_EQ(own.kneecap_bw_s, usual.kneecap_bw_s);
    }
  }
}

TEST(CourseLoads, AContactTimeFarFromTheUsualIsHeldAndSaid) {
  LoadGrid grid = easy_grid();
  Course course;
  course.cells = {cell(3.3, 0.0, 172.0)};
  course.cells[0].contact_time_ms = 500.0;
  ASSERT_TRUE(grid.prepare(course.cells));
  take_contact_times(course, grid);
  EXPECT_EQ(course.cells[0].contact_time_percent, 120.0);
  EXPECT_NE(course.notes.back().find("held there"), std::string::npos);
}

TEST(CourseLoads, OfEachLapAddUpToTheWhole) {
  std::vector<CourseCell> cells = {cell(3.0, 0.0, 170.0), cell(3.0, 0.02, 170.0), cell(3.0, 0.0, 170.0)};
  cells[2].lap = 1;
  LoadGrid grid = easy_grid();
  ASSERT_TRUE(grid.prepare(cells));
  const CourseLoads loads = course_loads(cells, grid);
  ASSERT_EQ(loads.laps.size(), 2U);
  EXPECT_EQ(loads.laps[1].running_m, 50.0);
  EXPECT_NEAR(loads.laps[0].total.kneecap_bw_s + loads.laps[1].total.kneecap_bw_s, loads.whole.total.kneecap_bw_s,
              1e-9);
}

TEST(CourseLoads, SayWhatHasNoAnswer) {
  const std::vector<CourseCell> cells = {cell(3.0, 0.0, 170.0), cell(7.5, 0.0, 200.0)};
  LoadGrid grid = easy_grid();
  ASSERT_TRUE(grid.prepare(cells));
  const CourseLoads loads = course_loads(cells, grid);
  EXPECT_EQ(loads.whole.running_m, 100.0);
  EXPECT_EQ(loads.whole.answered_m, 50.0);
  EXPECT_FALSE(loads.cells[1]);
}

TEST(CourseChange, IsReadOrRefusedWithWhatCanBeAsked) {
  EXPECT_EQ(read_course_change("cadence_percent=+5")->cadence_percent, 5.0);
  EXPECT_EQ(read_course_change("pace=-10s/km")->pace_s_per_km, -10.0);
  EXPECT_TRUE(read_course_change("walk=downhill")->walk_downhill);
  for (const char* wrong : {"", "cadence_percent", "cadence_percent=80", "pace=fast", "walk=uphill", "pace=1e9"})
    EXPECT_NE(read_course_change(wrong).error().find("walk=downhill can"), std::string::npos) << wrong;
}

}  // namespace
}  // namespace stridelab
