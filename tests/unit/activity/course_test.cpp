#include "activity/course.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "activity/steps.h"
#include "activity/xml_reader.h"
#include "unit/activity/made_files.h"

/// Each trap of real files: its rule, and that it is said.
namespace stridelab {
namespace {

using namespace test;

Activity activity_of(const std::vector<MadePoint>& points) { return read_fit(fit_file(points)).value(); }

bool says(const Course& course, std::string_view what) {
  return std::any_of(course.notes.begin(), course.notes.end(),
                     [&](const std::string& note) { return note.find(what) != std::string::npos; });
}

double mean_cadence(const Course& course) {
  double sum = 0.0;
  for (const CourseCell& c : course.cells) sum += c.cadence_spm;
  return sum / static_cast<double>(course.cells.size());
}

TEST(Course, OfALevelRunIsItsDistanceTimeAndCadence) {
  const Course course = course_of(activity_of(level_run(1000))).value();
  EXPECT_NEAR(course.running_m(), 3000.0, 0.01);
  EXPECT_NEAR(course.running_s(), 1000.0, 1e-6);
  EXPECT_EQ(course.walking_m(), 0.0);
  for (const CourseCell& c : course.cells) EXPECT_NEAR(c.slope, 0.0, 1e-9);
  EXPECT_NEAR(mean_cadence(course), 170.0, 0.01);
  EXPECT_TRUE(says(course, "one foot"));
}

TEST(Course, CadenceOfBothFeetStaysAndTheRuleCanBeGiven) {
  const Activity both = read_fit(fit_file(level_run(600), {false, false, false, false})).value();
  EXPECT_NEAR(mean_cadence(course_of(both).value()), 170.0, 0.01);
  EXPECT_NEAR(mean_cadence(course_of(both, {CadenceRule::one_foot, {}}).value()), 340.0, 0.01);
  EXPECT_NEAR(mean_cadence(course_of(activity_of(level_run(600)), {CadenceRule::both_feet, {}}).value()), 85.0, 0.01);
}

TEST(Course, DoubledCadenceIsHalved) {
  Activity a = activity_of(level_run(600));
  for (TrackPoint& p : a.points) p.cadence_per_min = 340.0;
  const Course course = course_of(a).value();
  EXPECT_NEAR(mean_cadence(course), 170.0, 0.01);
  EXPECT_TRUE(says(course, "twice over"));
}

TEST(Course, WithoutCadenceTheUsualOneIsTakenAndSaid) {
  const auto a = read_xml_activity(bytes_of(gpx_text(level_run(600), "running", false))).value();
  const Course course = course_of(a).value();
  EXPECT_FALSE(course.cadence_known);
  EXPECT_TRUE(says(course, "no cadence"));
  EXPECT_TRUE(says(course, "coordinates"));
  EXPECT_NEAR(course.running_m(), 1800.0, 1.0);
}

TEST(Course, AJumpOfTheReceiverAddsNoWay) {
  auto points = level_run(600);
  for (std::size_t i = 300; i < points.size(); ++i) points[i].distance_m += 400.0;
  const Course course = course_of(activity_of(points)).value();
  EXPECT_NEAR(course.running_m(), 1797.0, 0.1);  // the second of the jump is left out
  EXPECT_TRUE(says(course, "jumps"));
}

// A constant run with a pause: the same way in the same moving time.
TEST(Course, PausesDoNotCount) {
  auto points = level_run(600);
  for (std::size_t i = 300; i < points.size(); ++i) points[i].second += 500.0;
  const Course course = course_of(activity_of(points)).value();
  EXPECT_NEAR(course.paused_s, 501.0, 1e-6);
  EXPECT_NEAR(course.running_s(), 599.0, 1e-6);
  EXPECT_NEAR(course.running_m(), 1797.0, 0.1);
}

TEST(Course, WalkingIsLeftOutAndSaid) {
  auto points = made_run(
      1200, [](double d) { return d < 1500.0 ? 3.0 : 1.4; }, [](double) { return 100.0; });
  const Course course = course_of(activity_of(points)).value();
  EXPECT_NEAR(course.walking_m(), 980.0, 60.0);  // a cell of 50 m may hold both
  EXPECT_NEAR(course.running_m(), 1500.0, 60.0);
  EXPECT_TRUE(says(course, "walked"));
}

TEST(Course, SlowRunningWithQuickFeetIsRunning) {
  EXPECT_EQ(course_of(activity_of(level_run(600, 1.8, 160.0)))->walking_m(), 0.0);
  EXPECT_FALSE(course_of(activity_of(level_run(600, 1.8, 110.0))));
}

TEST(Course, TimesOutOfOrderAreLeftOut) {
  auto points = level_run(300);
  points[100].second = 99.0;
  points[150].second = 10.0;
  const Course course = course_of(activity_of(points)).value();
  EXPECT_TRUE(says(course, "2 points whose time"));
  EXPECT_NEAR(course.running_m(), 900.0, 0.1);
}

TEST(Course, FallingDistanceIsLeftOut) {
  auto points = level_run(300);
  points[150].distance_m -= 60.0;
  const Course course = course_of(activity_of(points)).value();
  EXPECT_TRUE(says(course, "falling distance"));
}

TEST(Course, OtherSportsAreLeftOut) {
  auto a = read_xml_activity(bytes_of(gpx_text(level_run(300), "cycling")));
  EXPECT_NE(course_of(*a).error().find("no running"), std::string::npos);
  EXPECT_TRUE(course_of(*read_xml_activity(bytes_of(gpx_text(level_run(300), "9")))));
}

TEST(Course, ATreadmillHasTheGradeItIsGiven) {
  const Course course = course_of(activity_of(level_run(600)), {CadenceRule::automatic, 0.05}).value();
  for (const CourseCell& c : course.cells) EXPECT_EQ(c.slope, 0.05);
}

TEST(Course, WithoutAltitudeIsLevelAndSaysSo) {
  Activity a = activity_of(level_run(600));
  for (TrackPoint& p : a.points) p.altitude_m = not_recorded;
  EXPECT_TRUE(says(course_of(a).value(), "taken for level"));
}

// A long even ramp has its slope, but at its ends, where the smoothing over 150 m ends.
TEST(Course, SlopeIsThatOfTheGround) {
  const auto points = made_run(
      800, [](double) { return 3.0; }, [](double d) { return 100.0 + 0.06 * d; });
  const Course course = course_of(activity_of(points)).value();
  for (std::size_t i = 2; i + 2 < course.cells.size(); ++i) EXPECT_NEAR(course.cells[i].slope, 0.06, 0.002) << i;
  EXPECT_NEAR(course.up_m, 0.06 * 2350.0, 1.0);
  EXPECT_EQ(course.down_m, 0.0);
}

TEST(Course, ThreeFormatsOfOneRunAgree) {
  const auto points = made_run(
      900, [](double d) { return 3.0 + 0.4 * std::sin(d / 200.0); },
      [](double d) { return 200.0 + 15.0 * std::sin(d / 150.0); });
  const Course fit = course_of(read_fit(fit_file(points)).value()).value();
  const Course tcx = course_of(read_xml_activity(tcx_file(points)).value()).value();
  const Course gpx = course_of(read_xml_activity(gpx_file(points)).value()).value();
  for (const Course* other : {&tcx, &gpx}) {
    EXPECT_NEAR(other->running_m(), fit.running_m(), 1.0);
    EXPECT_NEAR(other->up_m, fit.up_m, 1.0);  // FIT has altitude in fifths of a metre
    ASSERT_EQ(other->cells.size(), fit.cells.size());
    for (std::size_t i = 0; i < fit.cells.size(); ++i) EXPECT_NEAR(other->cells[i].slope, fit.cells[i].slope, 0.005);
  }
}

TEST(Course, WithNothingToReadSaysWhy) {
  Activity a = activity_of(level_run(100));
  for (TrackPoint& p : a.points) p.time_s = not_recorded;
  EXPECT_NE(course_of(a).error().find("times"), std::string::npos);
  Activity b = activity_of(level_run(100));
  for (TrackPoint& p : b.points) p.distance_m = p.speed_m_s = not_recorded;
  EXPECT_NE(course_of(b).error().find("neither distance"), std::string::npos);
}

// A quarter of the equator.
TEST(Steps, DistanceOnTheSphere) {
  TrackPoint a, b;
  a.latitude_deg = a.longitude_deg = b.latitude_deg = 0.0;
  b.longitude_deg = 90.0;
  EXPECT_NEAR(distance_between_m(a, b), 0.5 * 3.14159265358979 * 6371000.0, 1e-3);
}

}  // namespace
}  // namespace stridelab
