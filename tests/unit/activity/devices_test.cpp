#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "activity/course.h"
#include "activity/read_activity.h"
#include "activity/xml_reader.h"
#include "unit/activity/made_files.h"

/// What devices write differently, each in a file that is made here.
namespace stridelab {
namespace {

using namespace test;

bool notes_say(const Activity& a, std::string_view what) {
  for (const std::string& note : a.notes)
    if (note.find(what) != std::string::npos) return true;
  return false;
}

void text_field(FitWriter& w, const std::string& text, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) w.byte(i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
}

/// A message session of a sport from that second on.
void session(FitWriter& w, unsigned sport, unsigned sub_sport, unsigned from_s) {
  w.definition(3, 18, {{2, 4, 0x86}, {5, 1, 0}, {6, 1, 0}});
  w.byte(3);
  w.number(made_fit_start_s + from_s, 4);
  w.byte(sport);
  w.byte(sub_sport);
}

TEST(Devices, FootPodFieldsOfLeftAndRightFoot) {
  FitWriter w({});
  w.definition(2, 206, {{0, 1, 2}, {1, 1, 2}, {2, 1, 2}, {3, 24, 7}, {8, 16, 7}});
  for (const auto& [number, name] :
       {std::pair{0U, "Ground Contact Left"}, {1U, "Contact Time L"}, {2U, "Contact Time R"}}) {
    w.byte(2), w.byte(0), w.byte(number), w.byte(0x84);
    text_field(w, name, 24);
    text_field(w, "ms", 16);
  }
  w.byte(0x60U), w.byte(0), w.byte(0), w.number(20, 2), w.byte(2);
  w.byte(253), w.byte(4), w.byte(0x86), w.byte(5), w.byte(4), w.byte(0x86);
  w.byte(2), w.byte(1), w.byte(2), w.byte(0), w.byte(2), w.byte(2), w.byte(0);
  for (unsigned s = 0; s < 100; ++s) {
    w.byte(0), w.number(made_fit_start_s + s, 4), w.number(300 * s, 4);
    w.number(252, 2), w.number(228, 2);
  }
  const Activity a = read_fit(w.file()).value();
  EXPECT_EQ(a.points[50].contact_time_ms, 240.0);
  EXPECT_NEAR(a.points[50].balance_percent, 52.5, 1e-9);
  EXPECT_EQ(course_of(a)->cells[2].contact_time_ms, 240.0);
}

TEST(Devices, AFootPodWhoseFieldStandsForTheRecordsOwn) {
  FitWriter w({});
  w.definition(2, 206, {{0, 1, 2}, {1, 1, 2}, {2, 1, 2}, {3, 20, 7}, {8, 12, 7}, {14, 2, 0x84}, {15, 1, 2}});
  w.byte(2), w.byte(0), w.byte(7), w.byte(0x88);
  text_field(w, "bob", 20);
  text_field(w, "Centimeters", 12);
  w.number(20, 2), w.byte(39);
  w.byte(0x60U), w.byte(0), w.byte(0), w.number(20, 2), w.byte(1);
  w.byte(253), w.byte(4), w.byte(0x86), w.byte(1), w.byte(7), w.byte(4), w.byte(0);
  w.byte(0), w.number(made_fit_start_s, 4), w.number(0x41000000, 4);  // 8.0 as float32
  EXPECT_EQ(read_fit(w.file())->points[0].vertical_oscillation_mm, 80.0);
}

TEST(Devices, SportsOfATriathlonGoByTheirStarts) {
  FitWriter w({});
  write_records(w, level_run(300), {}, made_fit_start_s);
  session(w, 2, 0, 0);
  session(w, 1, 0, 100);
  const Activity a = read_fit(w.file()).value();
  EXPECT_EQ(a.sports[static_cast<std::size_t>(a.points[50].sport)], "cycling");
  EXPECT_EQ(a.sports[static_cast<std::size_t>(a.points[150].sport)], "running");
  EXPECT_NEAR(course_of(a)->running_m(), 600.0, 3.1);
}

TEST(Devices, ATreadmillIsFitnessEquipmentToSome) {
  FitWriter w({});
  write_records(w, level_run(300), {}, made_fit_start_s);
  session(w, 4, 1, 0);
  const Activity a = read_fit(w.file()).value();
  EXPECT_TRUE(a.treadmill);
  EXPECT_NEAR(course_of(a)->running_m(), 900.0, 0.1);
}

TEST(Devices, LapsBeginWhereTheySay) {
  FitWriter w({});
  write_records(w, level_run(300), {}, made_fit_start_s);
  w.definition(4, 19, {{2, 4, 0x86}});
  for (const unsigned s : {0U, 120U}) w.byte(4), w.number(made_fit_start_s + s, 4);
  const Activity a = read_fit(w.file()).value();
  EXPECT_EQ(a.laps, 2);
  EXPECT_EQ(a.points[119].lap, 0);
  EXPECT_EQ(a.points[120].lap, 1);
}

TEST(Devices, TheMakeIsReadAndNoSerialNumber) {
  FitWriter w({});
  w.definition(5, 0, {{0, 1, 0}, {1, 2, 0x84}, {2, 2, 0x84}, {3, 4, 0x8c}});
  w.byte(5), w.byte(4), w.number(1, 2), w.number(3113, 2), w.number(987654321, 4);
  write_records(w, level_run(30), {}, made_fit_start_s);
  EXPECT_EQ(read_fit(w.file())->device, "Garmin product 3113");
}

// The timer stops, one more record is written, and it starts again a hundred seconds and 50 m later.
TEST(Devices, WhatIsWalkedWhileTheTimerStandsDoesNotCount) {
  FitWriter w({});
  write_records(w, level_run(100), {}, made_fit_start_s);
  w.definition(6, 21, {{253, 4, 0x86}, {0, 1, 0}, {1, 1, 0}});
  const auto timer = [&](unsigned s, unsigned type) {
    w.byte(6), w.number(made_fit_start_s + s, 4), w.byte(0), w.byte(type);
  };
  timer(100, 4);
  auto more = level_run(100);
  more.insert(more.begin(), {-99.0, -50.0});
  for (MadePoint& p : more) p.second += 200.0, p.distance_m += 350.0;
  FitWriter rest({});
  write_records(w, {more.front()}, {}, made_fit_start_s);
  timer(200, 0);
  more.erase(more.begin());
  write_records(w, more, {}, made_fit_start_s);
  const Course course = course_of(read_fit(w.file()).value()).value();
  EXPECT_NEAR(course.running_m(), 600.0, 0.1);
  EXPECT_NEAR(course.paused_s, 100.0, 0.1);
}

TEST(Devices, AHeaderOfTwelveBytesAndSumsOfZero) {
  Bytes file = fit_file(level_run(50));
  Bytes short_header(file.begin(), file.begin() + 12);
  short_header[0] = 12;
  short_header.insert(short_header.end(), file.begin() + 14, file.end() - 2);
  const unsigned sum = fit_check_sum(short_header);
  Bytes without = short_header;
  short_header.push_back(static_cast<std::uint8_t>(sum));
  short_header.push_back(static_cast<std::uint8_t>(sum >> 8U));
  EXPECT_TRUE(read_fit(short_header)->notes.empty());
  EXPECT_EQ(read_fit(short_header)->points.size(), 51U);
  without.insert(without.end(), {0, 0});
  EXPECT_TRUE(notes_say(read_fit(without).value(), "no check sum was written"));
  Bytes header_sum = file;
  header_sum[12] ^= 1U;
  EXPECT_TRUE(notes_say(read_fit(header_sum).value(), "check sum of the header"));
}

TEST(Devices, ARecordingThatWasNeverClosedIsReadToItsEnd) {
  Bytes file = fit_file(level_run(50));
  for (std::size_t i = 4; i < 8; ++i) file[i] = 0;
  file.resize(file.size() - 2);
  const Activity a = read_fit(file).value();
  EXPECT_EQ(a.points.size(), 51U);
  EXPECT_TRUE(notes_say(a, "never closed"));
}

TEST(Devices, TrailingBytesAndAMissingSumAreNamed) {
  Bytes file = fit_file(level_run(50));
  Bytes longer = file;
  longer.insert(longer.end(), {'h', 'e', 'l', 'l', 'o', ' ', 'y', 'o', 'u', '!', '?', '.', '.'});
  EXPECT_TRUE(notes_say(read_fit(longer).value(), "what follows byte"));
  file.resize(file.size() - 2);
  EXPECT_TRUE(notes_say(read_fit(file).value(), "check sum is missing"));
}

std::string gpx_with(const std::string& point) {
  return R"(<?xml version="1.0" encoding="UTF-8"?><gpx version="1.0" creator="x" xmlns:ns3="y"><trk><trkseg>)" + point +
         "</trkseg></trk></gpx>";
}

TEST(Devices, GpxOfEitherVersionAndAnyPrefix) {
  const std::string point =
      "<trkpt lat='1,5' lon=' 2.5 '><ele> 12.5 </ele><time>2026-01-01T00:00:01,5+01:00</time><speed>3.1</speed>"
      "<extensions><power>250</power><ns3:TrackPointExtension><ns3:hr>150</ns3:hr><ns3:cad>86</ns3:cad>"
      "</ns3:TrackPointExtension><x:GroundContactTime>0.245</x:GroundContactTime></extensions></trkpt>";
  const Activity a = read_xml_activity(bytes_of("\xEF\xBB\xBF" + gpx_with(point))).value();
  ASSERT_EQ(a.points.size(), 1U);
  const TrackPoint& p = a.points[0];
  EXPECT_EQ(p.latitude_deg, 1.5);
  EXPECT_EQ(p.longitude_deg, 2.5);
  EXPECT_EQ(p.altitude_m, 12.5);
  EXPECT_EQ(p.time_s, made_start_s - 3600.0 + 1.5);
  EXPECT_EQ(p.speed_m_s, 3.1);
  EXPECT_EQ(p.power_w, 250.0);
  EXPECT_EQ(p.heart_rate_bpm, 150.0);
  EXPECT_EQ(p.cadence_per_min, 86.0);
  EXPECT_EQ(p.contact_time_ms, 245.0);
}

TEST(Devices, XmlInSixteenBits) {
  const std::string text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + gpx_text(level_run(20)).substr(21);
  for (const bool big : {false, true}) {
    Bytes wide = big ? Bytes{0xFE, 0xFF} : Bytes{0xFF, 0xFE};
    for (const char c : text) {
      if (big) wide.push_back(0);
      wide.push_back(static_cast<std::uint8_t>(c));
      if (!big) wide.push_back(0);
    }
    const auto a = read_xml_activity(wide);
    ASSERT_TRUE(a) << a.error();
    EXPECT_EQ(a->points.size(), 21U);
  }
}

TEST(Devices, BlanksBeforeTheDeclaration) {
  Bytes tcx = tcx_file(level_run(20));
  tcx.insert(tcx.begin(), 10, ' ');
  EXPECT_EQ(read_xml_activity(tcx)->points.size(), 21U);
}

TEST(Devices, APlannedRouteIsNoRunAndSaysSo) {
  const Activity a =
      read_xml_activity(bytes_of("<gpx><wpt lat='1' lon='2'/><rte><rtept lat='1' lon='2'/></rte></gpx>")).value();
  EXPECT_TRUE(a.points.empty());
  EXPECT_TRUE(notes_say(a, "2 points of a route"));
}

TEST(Devices, NestingWithoutEndIsNoCrash) {
  std::string deep = "<gpx>";
  for (int i = 0; i < 200000; ++i) deep += "<a>";
  EXPECT_TRUE(read_xml_activity(bytes_of(deep)));
}

TEST(Devices, AnEmptyTrackAndOtherBytesAreRefusedWithAReason) {
  const auto file = std::filesystem::temp_directory_path() / "stridelab_devices_test.gpx";
  const auto error_of = [&](const Bytes& bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    const auto read = read_activity(file);
    return read ? std::string() : read.error().message;
  };
  EXPECT_NE(error_of(bytes_of("<gpx><trk><trkseg/></trk></gpx>")).find("no points"), std::string::npos);
  EXPECT_NE(error_of({}).find("empty"), std::string::npos);
  EXPECT_NE(error_of(bytes_of("PK\x03\x04zip")).find("byte"), std::string::npos);
  // What a file says of itself reaches a terminal or a JSON file in no other form than text.
  Bytes odd = gpx_file(level_run(20));
  const std::string creator = "made";
  std::copy_n("\x1b\xff[2", 4, std::search(odd.begin(), odd.end(), creator.begin(), creator.end()));
  EXPECT_EQ(error_of(odd), "");
  EXPECT_EQ(read_activity(file)->device, "??[2");
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace stridelab
