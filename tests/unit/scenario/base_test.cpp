// Bases: chains, circles, and the wall around the folder.
#include <gmock/gmock.h>

#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

using Base = ScenarioFolder;

TEST_F(Base, AChainResolvesFromTheBottomUp) {
  write("bottom.toml", "question = \"b\"\n[form]\nspeed_m_s = 3.0\ncadence_spm = 160\n[body]\nmass_kg = 60\n");
  write("middle.toml", "base = \"bottom.toml\"\n[form]\ncadence_percent = 10\n[run]\nseed = 7\n");
  const auto top = good(write("top.toml", "base = \"middle.toml\"\n[form]\ncadence_percent = 10\n"));
  EXPECT_NEAR(top.parameters.number("cadence_spm"), 160.0 * 1.21, 1e-9);
  EXPECT_NEAR(top.base_parameters.number("cadence_spm"), 160.0 * 1.1, 1e-9);
  EXPECT_DOUBLE_EQ(top.parameters.number("mass_kg"), 60.0);
  EXPECT_EQ(top.run.seed, 7U);
  EXPECT_EQ(top.question, "");
  EXPECT_EQ(top.base_path, (folder_ / "middle.toml").string());
}

TEST_F(Base, ItsChecksAreItsOwn) {
  write("base.toml", "[[check]]\nmetric = \"vgrf_peak_bw\"\nvalue = { min = 2 }\nsource = \"s\"\n");
  EXPECT_TRUE(good(write("a.toml", "base = \"base.toml\"\n")).checks.empty());
}

TEST_F(Base, MayLieBelow) {
  write("sub/base.toml", "[body]\nmass_kg = 60\n");
  EXPECT_DOUBLE_EQ(good(write("a.toml", "base = \"sub/base.toml\"\n")).parameters.number("mass_kg"), 60.0);
}

TEST_F(Base, MustNotLieOutside) {
  write("base.toml", "[form]\n");
  EXPECT_THAT(
      faults_of(write("sub/a.toml", "base = \"../base.toml\"\n")),
      AllOf(StartsWith("sub/a.toml:1:1: error: base = \"../base.toml\" leads outside the folder of this file\n"),
            HasSubstr("    1 | base = \"../base.toml\"\n"), HasSubstr("or below")));
  EXPECT_THAT(faults_of(write("sub/b.toml", "base = \"x/../../base.toml\"\n")), HasSubstr("leads outside"));
  EXPECT_THAT(faults_of(write("c.toml", "base = \"/etc/passwd\"\n")), HasSubstr("is an absolute path"));
}

TEST_F(Base, MustNotLeadOutThroughALink) {
  write("secret.toml", "[form]\n");
  std::filesystem::create_directories(folder_ / "sub");
  std::filesystem::create_symlink(folder_ / "secret.toml", folder_ / "sub" / "link.toml");
  EXPECT_THAT(faults_of(write("sub/a.toml", "base = \"link.toml\"\n")), HasSubstr("leads outside"));
}

TEST_F(Base, MustNotIncludeItself) {
  const std::string text = faults_of(write("a.toml", "base = \"a.toml\"\n"));
  EXPECT_THAT(text, StartsWith("a.toml:1:1: error: base = \"a.toml\" leads back to itself: a.toml -> a.toml\n"));
}

TEST_F(Base, ACircleShowsItsChain) {
  write("a.toml", "base = \"b.toml\"\n");
  write("b.toml", "base = \"./c.toml\"\n");
  write("c.toml", "\nbase = \"b.toml\"\n");
  EXPECT_THAT(faults_of(folder_ / "a.toml"),
              StartsWith("c.toml:2:1: error: base = \"b.toml\" leads back to itself: b.toml -> c.toml -> b.toml\n"));
}

TEST_F(Base, MustExist) {
  write("easy_run.toml", "[form]\n");
  EXPECT_THAT(faults_of(write("a.toml", "base = \"easy_rnu.toml\"\n")),
              AllOf(StartsWith("a.toml:1:1: error: base = \"easy_rnu.toml\" does not exist"),
                    HasSubstr("did you mean \"easy_run.toml\"?")));
  EXPECT_THAT(faults_of(write("b.toml", "base = \"\"\n")), HasSubstr("base is empty"));
  EXPECT_THAT(faults_of(write("c.toml", "base = 3\n")), HasSubstr("base is not text"));
  EXPECT_THAT(faults_of(write("d.toml", "base = \".\"\n")), HasSubstr("is a folder"));
}

TEST_F(Base, AnEndlessChainEnds) {
  for (int i = 0; i < 40; ++i) {
    write("s" + std::to_string(i) + ".toml", "base = \"s" + std::to_string(i + 1) + ".toml\"\n");
  }
  EXPECT_THAT(faults_of(folder_ / "s0.toml"), HasSubstr("more than 16 bases in a chain"));
}

TEST_F(Base, WithoutOneItIsTheDefaults) {
  const auto scenario = good(write("a.toml", "[form]\ncadence_percent = 10\n"));
  EXPECT_EQ(scenario.base_parameters, ParameterSet());
  EXPECT_EQ(scenario.base_path, "");
}

TEST_F(Base, AnOverrideOfSomethingElseKeepsTheQuestion) {
  write("base.toml", "[form]\nspeed_m_s = 3.3\n");
  const auto path = write("quick.toml", "base = \"base.toml\"\n[form]\ncadence_percent = 10\n");
  const auto other = good(path, {"mass_kg=60", "speed_m_s=3"});
  EXPECT_DOUBLE_EQ(other.parameters.number("mass_kg"), 60.0);
  EXPECT_DOUBLE_EQ(other.base_parameters.number("mass_kg"), 60.0);
  EXPECT_NEAR(other.parameters.number("cadence_spm") / other.base_parameters.number("cadence_spm"), 1.1, 1e-12);
  EXPECT_EQ(other.parameters.value("mass_kg").origin, Origin::command_line);
}

TEST_F(Base, AnOverrideOfWhatTheFileChangesLeavesTheBase) {
  const auto path = write("quick.toml", "[form]\ncadence_percent = 10\n");
  const auto more = good(path, {"cadence_spm=190"});
  EXPECT_DOUBLE_EQ(more.parameters.number("cadence_spm"), 190.0);
  EXPECT_EQ(more.base_parameters, ParameterSet());
}

}  // namespace
}  // namespace stridelab::testing
