// What one leg has for itself: who may have it, which layer holds, and what the engines are given.
#include <gmock/gmock.h>

#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::HasSubstr;

class Sides : public ScenarioFolder {
 protected:
  RunInputs inputs(const std::string& text, const std::vector<std::string>& overrides = {}) {
    return good(write("a.toml", text), overrides).inputs;
  }
};

TEST_F(Sides, ATableOfALegIsThatLegs) {
  const RunInputs in = inputs("[right]\nhip_strength_percent = 60\n[left]\ntoe_out_deg = 12\n");
  ASSERT_TRUE(in.left);
  EXPECT_EQ(in.form.hip_strength, 0.6);
  EXPECT_EQ(in.left->form.hip_strength, 1.0);
  EXPECT_GT(in.left->form.toe_out_rad, in.form.toe_out_rad);
  EXPECT_EQ(in.left->body, in.body);
}

TEST_F(Sides, LikeSidesAreNone) {
  EXPECT_FALSE(inputs("[right]\nhip_strength_percent = 60\n[left]\nhip_strength_percent = 60\n").left);
  EXPECT_FALSE(inputs("[right]\nhip_strength_percent = 100\n").left);
  EXPECT_EQ(inputs("[right]\nhip_strength_percent = 100\n"), inputs("[form]\nspeed_m_s = 3.3\n"));
}

TEST_F(Sides, TheNewestLayerHolds) {
  const std::string weak = "[right]\nhip_strength_percent = 60\n";
  EXPECT_EQ(inputs(weak, {"right.hip_strength_percent=80"}).form.hip_strength, 0.8);
  EXPECT_FALSE(inputs(weak, {"hip_strength_percent=90"}).left) << "of both legs, and newer";
  const RunInputs both = inputs("[strength]\nhip_strength_percent = 80\n" + weak);
  ASSERT_TRUE(both.left);
  EXPECT_EQ(both.form.hip_strength, 0.6);
  EXPECT_EQ(both.left->form.hip_strength, 0.8);
}

TEST_F(Sides, WhatIsOfTheWholeRunnerHasNone) {
  EXPECT_THAT(faults_of(write("a.toml", "[left]\nspeed_m_s = 3\n")), HasSubstr("speed_m_s has no sides"));
  EXPECT_THAT(faults_of(write("a.toml", "[form]\nspeed_m_s = 3\n"), {"right.core_strength_percent=50"}),
              HasSubstr("core_strength_percent has no sides"));
  EXPECT_THAT(faults_of(write("a.toml", "[right]\nhip_strength_percent = 600\n")), HasSubstr("outside 20 .. 150"));
  EXPECT_THAT(faults_of(write("a.toml", "[right]\nhip_strenght_percent = 60\n")), HasSubstr("hip_strength_percent"));
}

TEST_F(Sides, ALongerLegIsLongerByHalfOnEitherSide) {
  const RunInputs in = inputs("[body]\nleg_length_difference_mm = 10\n");
  ASSERT_TRUE(in.left);
  EXPECT_DOUBLE_EQ(in.body.leg_length_change_m, 0.005);
  EXPECT_DOUBLE_EQ(in.left->body.leg_length_change_m, -0.005);
}

TEST_F(Sides, OneFormForBothLegsIsAskedFor) {
  EXPECT_FALSE(sides_refused(inputs("[form]\nspeed_m_s = 3\n"), "the view shows"));
  EXPECT_THAT(sides_refused(inputs("[right]\nhip_strength_percent = 60\n"), "the view shows").value_or(""),
              HasSubstr("the view shows runners with two like sides only"));
}

}  // namespace
}  // namespace stridelab::testing
