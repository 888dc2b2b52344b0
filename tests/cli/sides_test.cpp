#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli.h"

namespace stridelab {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Said {
  int code;
  std::string out, err;
};

Said say(std::vector<std::string> arguments) {
  std::ostringstream out, err;
  const int code = run_cli(arguments, {out, err, {false, 100}, {false, 100}});
  return {code, out.str(), err.str()};
}

const std::string easy = STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml";

TEST(Sides, AWeakHipIsToldWithBothLegs) {
  const Said run = say({"run", easy, "--set", "right.hip_strength_percent=60"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("The left kneecap carries more"));
  EXPECT_THAT(run.out, HasSubstr("hip adduction, peak: right"));
  // A comparison is of one leg, and says of which.
  const Said change = say({"compare", easy, "--set-b", "right.hip_strength_percent=60", "--uncertainty", "0"});
  EXPECT_EQ(change.code, 0) << change.err;
  EXPECT_THAT(change.out, HasSubstr("on the right leg force on the kneecap falls"));
  EXPECT_THAT(change.out, HasSubstr("hip adduction, peak: right"));
}

// A Q angle moves the pressure to one side of the kneecap and leaves the force, so no kneecap carries more.
TEST(Sides, EqualForcesAreNotToldAsALargerOne) {
  const Said run = say({"run", easy, "--set", "right.q_angle_deg=20"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, Not(HasSubstr("carries more")));
  EXPECT_THAT(run.out, HasSubstr("Both kneecaps carry the same"));
  EXPECT_THAT(run.out, HasSubstr("outer side"));
}

TEST(Sides, JsonHasBothLegsAndTheirBalance) {
  const Said run = say({"run", easy, "--set", "right.hip_strength_percent=60", "--json", "-"});
  EXPECT_EQ(run.code, 0) << run.err;
  const auto sides = nlohmann::json::parse(run.out)["runs"][0]["sides"];
  // Stronger than the weak one by degrees, and no less than the same leg of a runner whose hips both hold (12.5).
  EXPECT_GT(sides["right"]["hip_adduction_peak_deg"], 15.0);
  EXPECT_NEAR(sides["left"]["hip_adduction_peak_deg"].get<double>(), 12.5, 0.3);
  const Said alike = say({"run", easy, "--json", "-"});
  EXPECT_FALSE(nlohmann::json::parse(alike.out)["runs"][0].contains("sides"));
}

TEST(Sides, WhatKnowsOneFormForBothLegsRefusesTwo) {
  EXPECT_EQ(say({"run", easy, "--engine", "forward", "--set", "right.hip_strength_percent=60"}).code, 3);
  EXPECT_EQ(say({"advise", easy, "--goal", "pfj_force_peak_bw=-5%", "--set", "right.hip_strength_percent=60"}).code, 2);
  const Said mass = say({"run", easy, "--set", "right.mass_kg=60"});
  EXPECT_EQ(mass.code, 2);
  EXPECT_THAT(mass.err, HasSubstr("mass_kg has no sides"));
}

}  // namespace
}  // namespace stridelab
