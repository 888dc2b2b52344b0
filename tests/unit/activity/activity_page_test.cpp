#include "activity/activity_page.h"

#include <gtest/gtest.h>

#include "activity/xml_reader.h"
#include "unit/activity/made_files.h"

namespace stridelab {
namespace {

using namespace test;

RegionMap two_places() {
  RegionMap map;
  for (const char* name : {"front of knee", "shin"}) {
    Region region;
    region.key = region.label = name;
    region.metrics.push_back({"pfj_force_peak_bw", "some <load>"});
    map.regions.push_back(region);
  }
  return map;
}

ActivityReport report_of(const Activity& activity) {
  ActivityReport r;
  r.file = "folder/my & run.gpx";
  r.activity = activity;
  r.course = course_of(activity).value();
  r.level_run = {200.0, 5.0, {100.0, not_recorded}, 230.0, 170.0, 90.0};
  for (const CourseCell& c : r.course.cells) {
    r.loads.cells.emplace_back(LoadsPerKm{220.0, 5.5, {110.0, not_recorded}, 230.0, 170.0, 90.0});
    r.loads.whole.running_m += c.length_m;
    r.loads.whole.running_s += c.time_s;
    r.loads.whole.add(c, *r.loads.cells.back());
  }
  r.person = "scenarios/easy_run.toml";
  return r;
}

ActivityReport made_report() { return report_of(read_xml_activity(gpx_file(level_run(900))).value()); }

// 220 BW s/km over the whole way against 200: 110 %.
TEST(ActivityText, SaysTheShareOfALevelRunAndLeavesOutAPlaceWithoutLoad) {
  const std::string text = activity_text(made_report(), two_places(), {});
  EXPECT_NE(text.find("whole run            2.70      5:33         220       110 %"), std::string::npos) << text;
  EXPECT_NE(text.find("front of knee"), std::string::npos);
  EXPECT_EQ(text.find("shin"), std::string::npos);
}

// 10 % shorter contact than the model's 230 ms, 9 cm of oscillation in both, and a heart rate that the model has not.
TEST(ActivityText, ShowsWhatWasRecordedBesideTheModelsAndTheMismatch) {
  Activity activity = read_xml_activity(gpx_file(level_run(900))).value();
  for (TrackPoint& p : activity.points) {
    p.contact_time_ms = 207.0;
    p.vertical_oscillation_mm = 90.0;
    p.heart_rate_bpm = 150.0;
    p.balance_percent = 53.0;
  }
  activity.device = "Garmin product 3113";
  activity.laps = 3;
  const ActivityReport report = report_of(activity);
  const std::string text = activity_text(report, two_places(), {});
  EXPECT_NE(text.find("contact time          207 ms   model 230 ms, -10"), std::string::npos) << text;
  EXPECT_NE(text.find("oscillation           9.0 cm   model 9.0 cm"), std::string::npos) << text;
  EXPECT_NE(text.find("heart rate            150 /min"), std::string::npos) << text;
  EXPECT_NE(text.find("contact time is -10"), std::string::npos) << text;
  EXPECT_NE(text.find("one foot stays down"), std::string::npos) << text;
  EXPECT_NE(activity_sentence(report).find("Garmin product 3113"), std::string::npos) << text;
  EXPECT_NE(text.find("3 laps"), std::string::npos) << text;
  EXPECT_NE(activity_page({report}, two_places()).find("Recorded, beside the model"), std::string::npos);
  const auto json = activity_json({report}, two_places());
  EXPECT_NEAR(json["activities"][0]["recorded"]["contact_time_ms"]["model"].get<double>(), 230.0, 1e-9);
}

TEST(ActivityPage, NeedsNoNetworkAndEscapesWhatPeopleWrote) {
  const std::string page = activity_page({made_report()}, two_places());
  EXPECT_EQ(page.find("http"), std::string::npos);
  EXPECT_NE(page.find("my &amp; run.gpx"), std::string::npos);
  EXPECT_NE(page.find("some &lt;load&gt;"), std::string::npos);
  EXPECT_NE(page.find("lang=\"en\""), std::string::npos);
  EXPECT_LT(page.size(), 500000U);
}

// The made course lies on the equator east of Greenwich: no output knows that, unless it is asked for the track.
TEST(ActivityReport, KeepsThePlaceToItself) {
  ActivityReport report = made_report();
  const std::string json = activity_json({report}, two_places()).dump(), csv = activity_csv({report}, two_places());
  const std::string page = activity_page({report}, two_places()), said = activity_text(report, two_places(), {});
  for (const std::string* text : {&json, &csv, &page, &said})
    for (const char* word : {"latitude", "longitude", "track"}) EXPECT_EQ(text->find(word), std::string::npos) << word;
  report.with_track = true;
  EXPECT_NE(activity_json({report}, two_places()).dump().find("track"), std::string::npos);
}

}  // namespace
}  // namespace stridelab
