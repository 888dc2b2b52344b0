// The ways of going wrong: each names its place, shows the line, and offers a way out.
#include <gmock/gmock.h>

#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

using BadInput = ScenarioFolder;

TEST_F(BadInput, OutOfRange) {
  EXPECT_EQ(faults_of(write("a.toml", "[form]\ncadence_spm = 410\n")),
            "a.toml:2:1: error: cadence_spm = 410 is outside 130 .. 220 steps/min\n"
            "    2 | cadence_spm = 410\n"
            "      | ^~~~~~~~~~~~~~~~~\n"
            "  steps per minute, both feet together; a watch that counts one foot shows half of it\n");
}

TEST_F(BadInput, UnknownKeyWithTheNearestSpelling) {
  EXPECT_EQ(
      faults_of(write("a.toml", "[form]\n\ncadance_spm = 180 # more\n")),
      "a.toml:3:1: error: unknown key cadance_spm\n"
      "    3 | cadance_spm = 180 # more\n"
      "      | ^~~~~~~~~~~~~~~~~\n"
      "  did you mean cadence_spm? (130 .. 220 steps/min; steps per minute, both feet together; a watch that counts "
      "one foot shows half of it)\n");
}

TEST_F(BadInput, WrongUnitIsAnUnknownKeyThatLeadsToTheRightOne) {
  EXPECT_THAT(faults_of(write("a.toml", "[form]\nspeed_km_h = 12\n")),
              AllOf(StartsWith("a.toml:2:1: error: unknown key speed_km_h\n"), HasSubstr("did you mean speed_m_s?")));
  EXPECT_THAT(faults_of(write("b.toml", "[body]\nheight_cm = 180\n")), HasSubstr("did you mean height_m?"));
}

TEST_F(BadInput, WordsAndNumbersOfWhatARunnerBringsAlong) {
  EXPECT_THAT(
      faults_of(write("a.toml",
                      "[body]\nfoot_posture = \"flatt\"\nq_angle_deg = 31\n[shoe]\n"
                      "shoe_distance_km = 2001\n[knee]\nknee_support = \"brase\"\n[training]\n"
                      "weekly_distance_km = -1\n")),
      AllOf(StartsWith("a.toml:2:1: error: foot_posture = \"flatt\" is not \"flat\", \"neutral\" or \"high\"\n"),
            HasSubstr("a.toml:3:1: error: q_angle_deg = 31 is outside 5 .. 30 deg\n"),
            HasSubstr("a.toml:5:1: error: shoe_distance_km = 2001 is outside 0 .. 2000 km\n"),
            HasSubstr("did you mean \"brace\"?"),
            HasSubstr("a.toml:9:1: error: weekly_distance_km = -1 is outside 0 .. 250 km\n")));
}

TEST_F(BadInput, ShoeThatIsNoFile) {
  EXPECT_THAT(faults_of(write("a.toml", "[shoe]\nshoe = \"cushoned\"\n")),
              AllOf(StartsWith("a.toml:2:1: error: shoe = \"cushoned\" is not one of models/shoes\n"),
                    HasSubstr("did you mean \"cushioned\"?")));
  EXPECT_THAT(faults_of(write("b.toml", "[shoe]\nshoe = 3\n")), HasSubstr("shoe = 3 is not one of models/shoes"));
}

TEST_F(BadInput, SurfaceThatIsNoFileNamesThoseThatAre) {
  EXPECT_THAT(faults_of(write("a.toml", "[ground]\nsurface = \"../shoes/cushioned\"\n")),
              AllOf(HasSubstr("is not one of models/surfaces\n"),
                    HasSubstr("asphalt, concrete, grass, sand, track, trail or treadmill")));
}

TEST_F(BadInput, ShoeAndSurfaceInTheWrongTable) {
  EXPECT_THAT(faults_of(write("a.toml", "[ground]\nshoe = \"minimalist\"\n[shoe]\nsurface = \"grass\"\n")),
              AllOf(HasSubstr("a.toml:2:1: error: shoe belongs in [shoe], not in [ground]\n"),
                    HasSubstr("a.toml:4:1: error: surface belongs in [ground], not in [shoe]\n")));
}

TEST_F(BadInput, KeyInTheWrongTable) {
  EXPECT_THAT(faults_of(write("a.toml", "[body]\ncadence_spm = 180\n")),
              AllOf(StartsWith("a.toml:2:1: error: cadence_spm belongs in [form], not in [body]\n"),
                    HasSubstr("a line that reads [form]")));
  EXPECT_THAT(faults_of(write("b.toml", "cadence_spm = 180\n")),
              StartsWith("b.toml:1:1: error: cadence_spm belongs in [form], not at the top of the file\n"));
}

TEST_F(BadInput, UnknownTable) {
  EXPECT_THAT(faults_of(write("a.toml", "[from]\ncadence_spm = 180\n")),
              AllOf(HasSubstr("error: unknown table [from]\n"), HasSubstr("did you mean form?")));
}

TEST_F(BadInput, WrongType) {
  EXPECT_THAT(faults_of(write("a.toml", "[form]\nspeed_m_s = \"12 km/h\"\n")),
              StartsWith("a.toml:2:1: error: speed_m_s = \"12 km/h\" is not a number; it takes 1.8 .. 6 m/s\n"));
  EXPECT_THAT(faults_of(write("b.toml", "[body]\nsex = \"femal\"\n")),
              AllOf(StartsWith("b.toml:2:1: error: sex = \"femal\" is not \"male\" or \"female\"\n"),
                    HasSubstr("did you mean \"female\"?")));
  EXPECT_THAT(faults_of(write("c.toml", "[body]\nmass_kg = true\n")), HasSubstr("mass_kg = true is not a number"));
  EXPECT_THAT(faults_of(write("d.toml", "form = 3\n")), HasSubstr("form is a table"));
}

TEST_F(BadInput, NotANumber) {
  EXPECT_THAT(faults_of(write("a.toml", "[form]\nspeed_m_s = nan\ntrunk_lean_deg = inf\n")),
              AllOf(HasSubstr("a.toml:2:1: error: speed_m_s = nan is not a finite number; it takes 1.8 .. 6 m/s\n"),
                    HasSubstr("a.toml:3:1: error: trunk_lean_deg = inf is not a finite number")));
}

TEST_F(BadInput, SyntaxError) {
  EXPECT_THAT(faults_of(write("a.toml", "[form]\nspeed_m_s = = 3\n")),
              AllOf(StartsWith("a.toml:2:13: error: not valid TOML: in "), HasSubstr("    2 | speed_m_s = = 3\n"),
                    HasSubstr("key = value")));
  EXPECT_THAT(faults_of(write("b.toml", "[form]\nspeed_m_s = 3\nspeed_m_s = 4\n")), StartsWith("b.toml:3:"));
}

TEST_F(BadInput, BinaryFile) {
  EXPECT_THAT(faults_of(write("a.toml", std::string_view("\x7f\x45LF\0\1\2", 7))),
              StartsWith("a.toml: error: is not UTF-8 text: byte 0x00 at offset 4\n"));
  EXPECT_THAT(faults_of(write("b.toml", "question = \"\xff\"\n")),
              StartsWith("b.toml: error: is not UTF-8 text: byte 0xff"));
}

TEST_F(BadInput, HugeFile) {
  EXPECT_THAT(faults_of(write("a.toml", "# " + std::string(100000, 'x') + "\n")),
              StartsWith("a.toml: error: has 100003 bytes; a scenario has at most 65536\n"));
  EXPECT_THAT(faults_of(write(
                  "b.toml", "a" +
                                [] {
                                  std::string dots;
                                  for (int i = 0; i < 20000; ++i) dots += ".a";
                                  return dots;
                                }() +
                                " = 1\n")),
              StartsWith("b.toml: error: has more than 4000 dots\n"));
}

TEST_F(BadInput, MissingFileAndFolder) {
  write("easy_run.toml", "[form]\n");
  EXPECT_EQ(faults_of(folder_ / "easy_rum.toml"),
            "easy_rum.toml: error: no such file\n  did you mean easy_run.toml?\n");
  EXPECT_THAT(faults_of(folder_), HasSubstr("error: is a folder, not a scenario file\n"));
}

TEST_F(BadInput, InconsistentSpeedCadenceAndStrideLength) {
  EXPECT_THAT(
      faults_of(write("a.toml", "[form]\nspeed_m_s = 3.3\ncadence_spm = 180\nstride_length_m = 2.6\n")),
      AllOf(
          StartsWith("a.toml:4:1: error: speed, cadence and stride length do not agree: 2.6 m x 180 steps/min / 120 = "
                     "3.9 m/s, but speed_m_s = 3.3\n"),
          HasSubstr("any two define the third"), HasSubstr("2.2 m follows")));
}

TEST_F(BadInput, RelativeAndAbsoluteOfTheSameKey) {
  EXPECT_THAT(faults_of(write("a.toml", "[form]\ncadence_spm = 180\ncadence_percent = 10\n")),
              StartsWith("a.toml:3:1: error: cadence_percent and cadence_spm are both given: both set the cadence\n"));
}

TEST_F(BadInput, RunSettings) {
  EXPECT_THAT(
      faults_of(write("b.toml", "[run]\nengine = \"strid\"\nduration_s = 0\nseed = 1.5\nassist_percent = 101\n")),
      AllOf(HasSubstr("b.toml:2:1: error: engine = \"strid\" is not \"stride\" or \"forward\""),
            HasSubstr("b.toml:3:1: error: duration_s = 0 is outside 0.1 .. 3600 s"),
            HasSubstr("b.toml:4:1: error: seed = 1.5 is not a whole number"),
            HasSubstr("b.toml:5:1: error: assist_percent = 101 is outside 0 .. 100 %")));
  EXPECT_THAT(
      faults_of(write("c.toml", "[run]\nkneecap_method = \"wilson_2015\"\n")),
      AllOf(StartsWith("c.toml:2:1: error: kneecap_method = \"wilson_2015\" is not \"net\", \"willson_2015\" or "
                       "\"static_optimisation\""),
            HasSubstr("did you mean \"willson_2015\"?")));
  EXPECT_THAT(faults_of(write("d.toml", "[form]\nkneecap_method = \"net\"\n")),
              HasSubstr("kneecap_method belongs in [run], not in [form]"));
}

TEST_F(BadInput, AllFaultsInOnePassAndInLineOrder) {
  write("base.toml", "[body]\nmass_kg = 10\n");
  const std::string text =
      faults_of(write("a.toml",
                      "base = \"base.toml\"\n[form]\ntrunk_lean_deg = 90\nspeed_m_s = nan\n"
                      "[strength]\nhip_strenght_percent = 80\n[[check]]\nmetric = \"pfj_force\"\n"),
                {"cadence_spm=410", "nonsense"});
  const std::vector<std::string> places{"a.toml:3:1:",
                                        "a.toml:4:1:",
                                        "a.toml:6:1:",
                                        "a.toml:7:",
                                        "a.toml:8:1:",
                                        "base.toml:2:1:",
                                        "--set: error: cadence_spm = 410",
                                        "--set: error: not of"};
  std::size_t from = 0;
  for (const std::string& place : places) {
    const std::size_t at = text.find(place, from);
    ASSERT_NE(at, std::string::npos) << place << " is missing or out of order in\n" << text;
    from = at;
  }
}

TEST_F(BadInput, OverridesAreCheckedLikeAFile) {
  const auto path = write("a.toml", "[form]\n");
  EXPECT_EQ(faults_of(path, {"cadence_spm=410"}),
            "--set: error: cadence_spm = 410 is outside 130 .. 220 steps/min\n"
            "      | cadence_spm=410\n"
            "      | ^~~~~~~~~~~~~~~\n"
            "  steps per minute, both feet together; a watch that counts one foot shows half of it\n");
  EXPECT_THAT(faults_of(path, {"cadance_spm=180"}), HasSubstr("did you mean cadence_spm?"));
  EXPECT_THAT(faults_of(path, {"speed_m_s=nan"}), HasSubstr("is not a finite number"));
  EXPECT_THAT(faults_of(path, {"speed_m_s=3,3"}), HasSubstr("speed_m_s = \"3,3\" is not a number"));
  EXPECT_THAT(faults_of(path, {"speed_m_s"}), HasSubstr("not of the form key=value"));
  EXPECT_THAT(faults_of(path, {"engine=foreward"}), HasSubstr("did you mean \"forward\"?"));
  EXPECT_THAT(faults_of(path, {"speed_m_s=3.3", "cadence_spm=180", "stride_length_m=2.6"}),
              HasSubstr("2.6 m x 180 steps/min / 120 = 3.9 m/s"));
}

TEST_F(BadInput, NoFaultMentionsTheInsideOfTheProgram) {
  const std::string text = faults_of(write("a.toml", "[form]\nspeed_m_s = 99\nx = {}\n[[form]]\n"));
  EXPECT_THAT(text, AllOf(Not(HasSubstr(".cpp")), Not(HasSubstr("std::")), Not(HasSubstr("exception"))));
}

}  // namespace
}  // namespace stridelab::testing
