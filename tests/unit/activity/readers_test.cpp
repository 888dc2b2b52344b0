#include <gtest/gtest.h>

#include <random>

#include "activity/course.h"
#include "activity/read_activity.h"
#include "activity/xml_reader.h"
#include "unit/activity/made_files.h"

namespace stridelab {
namespace {

using namespace test;

tl::expected<Activity, std::string> read(const Bytes& bytes) {
  return looks_like_fit(bytes) ? read_fit(bytes) : read_xml_activity(bytes);
}

void expect_points(const Activity& a, const std::vector<MadePoint>& points) {
  ASSERT_EQ(a.points.size(), points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    EXPECT_NEAR(a.points[i].time_s, made_start_s + points[i].second, 1e-6);
    EXPECT_NEAR(a.points[i].distance_m, points[i].distance_m, 0.006);  // a centimetre is the unit
    EXPECT_NEAR(a.points[i].altitude_m, points[i].altitude_m, 0.11);   // a fifth of a metre
    EXPECT_NEAR(a.points[i].speed_m_s, points[i].speed_m_s, 0.0006);
    EXPECT_NEAR(a.points[i].cadence_per_min, 0.5 * points[i].steps_per_min, 0.51);
  }
}

const std::vector<MadePoint>& hilly() {
  static const auto points = made_run(
      200, [](double d) { return 3.0 + 0.5 * std::sin(d / 90.0); },
      [](double d) { return 120.0 + 9.0 * std::sin(d / 70.0); });
  return points;
}

TEST(FitReader, ReadsEveryLayout) {
  for (const bool big : {false, true})
    for (const bool developer : {false, true})
      for (const bool compressed : {false, true}) {
        const auto activity = read(fit_file(hilly(), {big, true, developer, compressed}));
        ASSERT_TRUE(activity) << activity.error();
        EXPECT_TRUE(activity->notes.empty()) << activity->notes.front();
        expect_points(*activity, hilly());
      }
}

TEST(FitReader, ReadsFilesThatAreChained) {
  Bytes two = fit_file(level_run(10));
  const Bytes second = fit_file(level_run(20));
  two.insert(two.end(), second.begin(), second.end());
  const auto activity = read(two);
  ASSERT_TRUE(activity);
  EXPECT_EQ(activity->points.size(), 11U + 21U);
}

// The sum of "123456789" under the polynomial of ARC, which the format's table is: 0xBB3D (catalogue of CRC algorithms).
TEST(FitReader, SumsAsTheFormatDoes) { EXPECT_EQ(fit_check_sum(bytes_of("123456789")), 0xBB3D); }

TEST(FitReader, SaysWhereAFileIsCutOffAndUsesWhatComesBefore) {
  Bytes cut = fit_file(level_run(100));
  cut.resize(cut.size() / 2);
  const auto activity = read(cut);
  ASSERT_TRUE(activity);
  EXPECT_GT(activity->points.size(), 40U);
  ASSERT_FALSE(activity->notes.empty());
  EXPECT_NE(activity->notes.front().find("cut off"), std::string::npos);
}

TEST(FitReader, SeesAChangedByte) {
  Bytes changed = fit_file(level_run(100));
  changed[changed.size() / 2] ^= 0x10U;
  const auto activity = read(changed);
  ASSERT_TRUE(activity);
  ASSERT_FALSE(activity->notes.empty());
  EXPECT_NE(activity->notes.front().find("check sum"), std::string::npos);
}

TEST(XmlReader, ReadsTcxAndGpx) {
  const auto tcx = read(tcx_file(hilly()));
  ASSERT_TRUE(tcx) << tcx.error();
  EXPECT_EQ(tcx->format, "TCX");
  expect_points(*tcx, hilly());
  const auto gpx = read(gpx_file(hilly()));
  ASSERT_TRUE(gpx) << gpx.error();
  EXPECT_EQ(gpx->points.size(), hilly().size());
  EXPECT_NEAR(gpx->points[9].cadence_per_min, 85.0, 0.5);
}

TEST(XmlReader, UsesWhatComesBeforeACut) {
  Bytes cut = gpx_file(level_run(100));
  cut.resize(cut.size() / 2);
  const auto activity = read(cut);
  ASSERT_TRUE(activity) << activity.error();
  EXPECT_GT(activity->points.size(), 40U);
  EXPECT_NE(activity->notes.front().find("damaged at byte"), std::string::npos);
}

TEST(XmlReader, RefusesOtherFilesWithAReason) {
  EXPECT_NE(read(bytes_of("<html><body/></html>")).error().find("<html>"), std::string::npos);
  EXPECT_NE(read(bytes_of("hello")).error().find("byte"), std::string::npos);
}

TEST(XmlReader, KnowsTimesOfAllZones) {
  EXPECT_EQ(time_from_iso("1970-01-02T00:00:00Z"), 86400.0);
  EXPECT_EQ(time_from_iso("2026-01-01T00:00:00.250Z"), made_start_s + 0.25);
  EXPECT_EQ(time_from_iso("2026-01-01T02:30:00+02:30"), made_start_s);
  EXPECT_EQ(time_from_iso("2025-12-31T19:00:00-0500"), made_start_s);
  for (const char* wrong :
       {"", "2026-13-01T00:00:00Z", "2026-01-01", "2026-01-01T25:00:00Z", "yesterday", "2026-01-01T00:00:00+2"})
    EXPECT_FALSE(time_from_iso(wrong)) << wrong;
}

TEST(Gzip, IsUnpackedAndACutOneGivesWhatIsThere) {
  bool cut = true;
  const Bytes plain = tcx_file(hilly());
  EXPECT_EQ(unpacked(packed(plain), cut).value(), plain);
  EXPECT_FALSE(cut);
  Bytes half = packed(plain);
  half.resize(half.size() / 2);
  EXPECT_GT(unpacked(half, cut)->size(), 100U);
  EXPECT_TRUE(cut);
}

// Damage of any kind ends in points or in a sentence, never in a crash or a loop.
TEST(Readers, SurviveRandomDamage) {
  std::mt19937 draw(7);
  const std::vector<Bytes> whole = {fit_file(hilly()), fit_file(hilly(), {true, true, true, true}),
                                    tcx_file(level_run(30)), gpx_file(level_run(30)), packed(fit_file(hilly()))};
  for (int i = 0; i < 3000; ++i) {
    Bytes bytes = whole[static_cast<std::size_t>(i) % whole.size()];
    for (unsigned k = 0; k < 1 + draw() % 8; ++k) bytes[draw() % bytes.size()] = static_cast<std::uint8_t>(draw());
    if (i % 3 == 0) bytes.resize(1 + draw() % bytes.size());
    bool cut = false;
    const auto plain = unpacked(bytes, cut);
    if (!plain) continue;
    const auto activity = read(*plain);
    if (activity && !activity->points.empty()) (void)course_of(*activity);
  }
}

}  // namespace
}  // namespace stridelab
