#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "activity/course.h"
#include "activity/track_order.h"
#include "activity/xml_reader.h"
#include "unit/activity/made_files.h"

/// Traps of clocks, receivers, altitude and sports: the rule of each, and that it is said.
namespace stridelab {
namespace {

using namespace test;

Activity activity_of(const std::vector<MadePoint>& points) { return read_fit(fit_file(points)).value(); }

testing::AssertionResult says(const Course& course, std::string_view what) {
  std::string all;
  for (const std::string& note : course.notes) {
    if (note.find(what) != std::string::npos) return testing::AssertionSuccess();
    all += note + "\n";
  }
  return testing::AssertionFailure() << "no note has '" << what << "': " << all;
}

// A minute at a traffic light, recorded all the time: a pause, and the stretch around it stays running.
TEST(Traps, StandingIsAPauseAndNoWalking) {
  auto points = level_run(600);
  const double light_m = points[300].distance_m;
  for (int s = 1; s <= 60; ++s) points.insert(points.begin() + 300 + s, {300.0 + s, light_m, 100.0, 0.0, 0.0});
  for (std::size_t i = 361; i < points.size(); ++i) points[i].second += 60.0;
  const Course course = course_of(activity_of(points)).value();
  EXPECT_EQ(course.walking_m(), 0.0);
  EXPECT_NEAR(course.paused_s, 61.0, 1.0);  // the step that ends the stop is part of it
  EXPECT_NEAR(course.running_m(), 1800.0, 3.1);
  EXPECT_NEAR(course.running_s(), 599.0, 1.0);
  EXPECT_TRUE(says(course, "nobody moved"));
}

// The receiver trembles by decimetres while somebody stands.
TEST(Traps, TremblingWhileStandingIsNoWay) {
  Activity a = activity_of(level_run(300));
  for (std::size_t i = 100; i <= 160; ++i)
    a.points[i].distance_m = a.points[100].distance_m + 0.02 * static_cast<double>(i - 100);
  for (std::size_t i = 161; i < a.points.size(); ++i) a.points[i].distance_m -= 60.0 * 3.0 - 1.2;
  const Course course = course_of(a).value();
  EXPECT_EQ(course.walking_m(), 0.0);
  EXPECT_GT(course.paused_s, 55.0);
}

// A distance that is written every five seconds: no jumps of 15 m in a second.
TEST(Traps, ADistanceThatStandsForAWhileIsNoJump) {
  auto points = level_run(600);
  for (std::size_t i = 0; i < points.size(); ++i) points[i].distance_m = points[i - i % 5].distance_m;
  const Course course = course_of(activity_of(points)).value();
  EXPECT_NEAR(course.running_m(), 1800.0, 0.1);
  EXPECT_TRUE(std::none_of(course.notes.begin(), course.notes.end(),
                           [](const std::string& n) { return n.find("jump") != std::string::npos; }));
}

TEST(Traps, MissingDistancesAreBridged) {
  Activity a = activity_of(level_run(600));
  for (std::size_t i = 0; i < a.points.size(); i += 3) a.points[i].distance_m = not_recorded;
  EXPECT_NEAR(course_of(a)->running_m(), 1797.0, 3.1);  // the first point has none
}

TEST(Traps, ADistanceThatStaysAtZeroGivesWayToPlaces) {
  Activity a = read_xml_activity(gpx_file(level_run(600))).value();
  for (TrackPoint& p : a.points) p.distance_m = 0.0;
  const Course course = course_of(a).value();
  EXPECT_TRUE(says(course, "coordinates"));
  EXPECT_NEAR(course.running_m(), 1800.0, 1.0);
}

TEST(Traps, AClockThatIsSetBackGoesOn) {
  auto points = level_run(600);
  for (std::size_t i = 300; i < points.size(); ++i) points[i].second -= 200.0;
  const Course course = course_of(activity_of(points)).value();
  EXPECT_TRUE(says(course, "set back"));
  EXPECT_NEAR(course.running_m(), 1797.0, 0.1);
  EXPECT_GE(course.paused_s, 0.0);
}

// One wrong time far ahead takes no more than itself.
TEST(Traps, OneTimeFarAheadLosesNothingElse) {
  Activity a = activity_of(level_run(600));
  a.points[200].time_s += 5000.0;
  EXPECT_NEAR(course_of(a)->running_m(), 1800.0, 6.1);
}

TEST(Traps, WhatCannotBeIsLeftOut) {
  Activity a = activity_of(level_run(600));
  a.points[50].altitude_m = 1e300;
  a.points[60].heart_rate_bpm = -5.0;
  a.points[70].contact_time_ms = 60000.0;
  const Course course = course_of(a).value();
  EXPECT_TRUE(says(course, "3 values that cannot be"));
  for (const CourseCell& c : course.cells) EXPECT_NEAR(c.slope, 0.0, 1e-9);
}

// Every stop ends a cell; what is left of it joins its neighbour.
TEST(Traps, ManyStopsLoseNoWay) {
  auto points = level_run(600);
  double late_s = 0.0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i % 19 == 18) late_s += 30.0;
    points[i].second += late_s;
  }
  const Course course = course_of(activity_of(points)).value();
  EXPECT_NEAR(course.running_m(), 1800.0 - 3.0 * 31.0, 0.1);  // the step over each of 31 stops
}

TEST(Traps, AltitudeOfAReceiverIsSmoothedFurther) {
  auto points = made_run(
      3000, [](double) { return 3.0; }, [](double d) { return 300.0 + 20.0 * std::sin(d / 800.0); });
  Activity quiet = activity_of(points);
  Activity rough = quiet;
  for (std::size_t i = 0; i < rough.points.size(); ++i)  // 50 m up and down by turns: 17 points a cell
    rough.points[i].altitude_m += (i / 17 % 2 == 0 ? 2.5 : -2.5);
  const Course smooth_course = course_of(quiet).value(), rough_course = course_of(rough).value();
  EXPECT_TRUE(says(rough_course, "as a receiver's does"));
  EXPECT_LT(std::abs(rough_course.up_m / smooth_course.up_m - 1.0), 0.15);
  EXPECT_EQ(smooth_course.cells.size(), rough_course.cells.size());
  for (std::size_t i = 6; i + 6 < rough_course.cells.size(); ++i)
    EXPECT_NEAR(rough_course.cells[i].slope, smooth_course.cells[i].slope, 0.01) << i;
}

TEST(Traps, ACorrectionOfTheBarometerIsNoCliff) {
  auto points = level_run(900);
  for (std::size_t i = 400; i < points.size(); ++i) points[i].altitude_m += 60.0;
  const Course course = course_of(activity_of(points)).value();
  EXPECT_TRUE(says(course, "steeper than 45 %"));
  EXPECT_LT(course.up_m, 31.0);  // the mean altitude of the cell that holds the step lies between
}

TEST(Traps, ATreadmillIsLevelUnlessAGradeIsGiven) {
  auto points = made_run(
      600, [](double) { return 3.0; }, [](double d) { return 100.0 + 0.01 * d; });
  Activity a = activity_of(points);
  a.treadmill = true;
  EXPECT_EQ(course_of(a)->up_m, 0.0);
  EXPECT_TRUE(says(course_of(a).value(), "--grade"));
  EXPECT_EQ(course_of(a, {CadenceRule::automatic, 0.03})->cells[3].slope, 0.03);
}

TEST(Traps, SportsAreKnownByTheWordsOfFiles) {
  for (const char* run :
       {"", "running", "trail_running", "treadmill_running", "9", "other", "run", "virtualrun", "ski run"})
    EXPECT_FALSE(is_no_running(run)) << run;
  for (const char* other : {"biking", "cycling", "1", "10", "walking", "hiking", "swimming", "transition", "ride"})
    EXPECT_TRUE(is_no_running(other)) << other;
}

// A triathlon in one file: what was run is used, what was ridden in between is a stop.
TEST(Traps, OfSeveralSportsTheRunningIsUsed) {
  auto bike = level_run(300, 8.0, 90.0);
  for (MadePoint& p : bike) p.second += 1000.0, p.distance_m += 3000.0;
  const auto track = [](const std::string& text) {
    return text.substr(text.find("<trk>"), text.find("</gpx>") - text.find("<trk>"));
  };
  const std::string file = "<gpx>" + track(gpx_text(level_run(600))) + track(gpx_text(bike, "cycling")) + "</gpx>";
  const Course course = course_of(read_xml_activity(bytes_of(file)).value()).value();
  EXPECT_NEAR(course.running_m(), 1800.0, 1.0);
  EXPECT_TRUE(says(course, "301 points of another sport are left out (cycling)"));
}

TEST(Traps, CadenceOfGpxIsThatOfOneFoot) {
  const Course course = course_of(read_xml_activity(gpx_file(level_run(600))).value()).value();
  EXPECT_NEAR(course.cells[3].cadence_spm, 170.0, 1.1);
  EXPECT_TRUE(says(course, "one foot"));
}

// A day with a night in it: 86 400 points.
TEST(Traps, ADayIsRead) {
  Activity a = activity_of(level_run(86399, 2.6));
  const Course course = course_of(a).value();
  EXPECT_NEAR(course.running_m(), 2.6 * 86399, 1.0);
  EXPECT_GT(course.cells.size(), 4000U);
}

}  // namespace
}  // namespace stridelab
