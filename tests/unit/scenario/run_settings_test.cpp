#include <gmock/gmock.h>

#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;
using RunSettingsOf = ScenarioFolder;

TEST_F(RunSettingsOf, AFileWithoutThemRunsTheStrideEngine) {
  const RunSettings run = good(write("a.toml", "[form]\n")).run;
  EXPECT_EQ(run.engine, "stride");
  EXPECT_FALSE(run.is_forward());
  EXPECT_EQ(run.duration_s, 10.0);
  EXPECT_EQ(run.torque_noise_percent, 1.0);
  EXPECT_TRUE(run.given.empty());
  EXPECT_EQ(settings_without_effect(run), "");
}

TEST_F(RunSettingsOf, TheFileSaysHowToRunForward) {
  const RunSettings run = good(write("a.toml",
                                     "[run]\nengine = \"forward\"\nduration_s = 25\nseed = 7\nassist_percent = 3\n"
                                     "torque_noise_percent = 2\n"))
                              .run;
  EXPECT_TRUE(run.is_forward());
  EXPECT_EQ(run.duration_s, 25.0);
  EXPECT_EQ(run.seed, 7U);
  EXPECT_EQ(run.assist_percent, 3.0);
  EXPECT_EQ(run.torque_noise_percent, 2.0);
  EXPECT_EQ(settings_without_effect(run), "");
}

TEST_F(RunSettingsOf, TheCommandLineWinsOverTheFileAndTheFileOverItsBase) {
  write("base.toml", "[run]\nengine = \"forward\"\nduration_s = 20\nseed = 3\n");
  const auto path = write("a.toml", "base = \"base.toml\"\n[run]\nduration_s = 30\n");
  const RunSettings file = good(path).run;
  EXPECT_TRUE(file.is_forward());
  EXPECT_EQ(file.duration_s, 30.0);
  EXPECT_EQ(file.seed, 3U);
  const RunSettings line = good(path, {"engine=stride", "duration_s=40"}).run;
  EXPECT_FALSE(line.is_forward());
  EXPECT_EQ(line.duration_s, 40.0);
}

TEST_F(RunSettingsOf, SettingsOfTheOtherEngineAreNamedOnce) {
  write("base.toml", "[run]\nseed = 3\nduration_s = 20\n");
  const auto path = write("a.toml", "base = \"base.toml\"\n[run]\nduration_s = 30\n");
  const RunSettings run = good(path, {"assist_percent=5"}).run;
  EXPECT_THAT(run.given, UnorderedElementsAre("seed", "duration_s", "assist_percent"));
  EXPECT_THAT(settings_without_effect(run), HasSubstr("duration_s, seed and assist_percent have no effect"));
  EXPECT_THAT(settings_without_effect(good(write("b.toml", "[run]\nseed = 3\n")).run), HasSubstr("seed has no effect"));
}

}  // namespace
}  // namespace stridelab::testing
