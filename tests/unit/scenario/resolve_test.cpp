#include "scenario/resolve.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>

#include "ground/contact_materials.h"
#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using Resolve = ScenarioFolder;

constexpr double deg = std::numbers::pi / 180.0;

TEST_F(Resolve, ContractUnitsBecomeSi) {
  const auto scenario = good(write("a.toml",
                                   "[form]\nspeed_m_s = 3\ncadence_spm = 170\nfoot_strike_deg = -6\nfoot_placement_m = "
                                   "-0.05\ntrunk_lean_deg = 10\nstep_width_m = 0.1\ntoe_out_deg = 5\n[strength]\n"
                                   "hip_strength_percent = 50\n[ground]\nslope_percent = -15\n[body]\nmass_kg = 60\n"
                                   "height_m = 1.6\nsex = \"female\"\n"));
  const RunInputs& inputs = scenario.inputs;
  EXPECT_EQ(inputs.body, (Body{60.0, 1.6, Sex::female, 16.0 * deg}));
  EXPECT_DOUBLE_EQ(inputs.form.speed_m_s, 3.0);
  EXPECT_DOUBLE_EQ(inputs.form.cadence_spm, 170.0);
  EXPECT_DOUBLE_EQ(inputs.form.foot_strike_rad, -6.0 * deg);
  EXPECT_DOUBLE_EQ(inputs.form.foot_placement_m, -0.05);
  EXPECT_DOUBLE_EQ(inputs.form.trunk_lean_rad, 10.0 * deg);
  EXPECT_DOUBLE_EQ(inputs.form.step_width_m, 0.1);
  EXPECT_DOUBLE_EQ(inputs.form.toe_out_rad, 5.0 * deg);
  EXPECT_DOUBLE_EQ(inputs.form.hip_strength, 0.5);
  EXPECT_DOUBLE_EQ(inputs.form.slope_rad, std::atan(-0.15));
}

TEST_F(Resolve, WhatARunnerBringsAlongBecomesFractionsAnglesAndKinds) {
  const auto scenario = good(write(
      "a.toml",
      "[body]\nq_angle_deg = 20\nknee_alignment_deg = -4\nfoot_posture = \"high\"\nhamstring_tightness_percent = 30\n"
      "calf_tightness_percent = 60\n[strength]\nquad_strength_percent = 90\nhip_extensor_strength_percent = 80\n"
      "calf_strength_percent = 70\ncore_strength_percent = 120\n[shoe]\narch_support_percent = 40\n[knee]\n"
      "knee_support = \"sleeve\"\n"));
  const auto& [body, form, contact, surface, left] = scenario.inputs;
  EXPECT_FALSE(left.has_value());
  EXPECT_DOUBLE_EQ(body.q_angle_rad, 20.0 * deg);
  EXPECT_DOUBLE_EQ(body.knee_alignment_rad, -4.0 * deg);
  EXPECT_EQ(body.foot_posture, FootPosture::high);
  EXPECT_DOUBLE_EQ(body.hamstring_tightness, 0.3);
  EXPECT_DOUBLE_EQ(body.calf_tightness, 0.6);
  EXPECT_DOUBLE_EQ(form.hip_strength, 1.0);
  EXPECT_DOUBLE_EQ(form.quad_strength, 0.9);
  EXPECT_DOUBLE_EQ(form.hip_extensor_strength, 0.8);
  EXPECT_DOUBLE_EQ(form.calf_strength, 0.7);
  EXPECT_DOUBLE_EQ(form.core_strength, 1.2);
  EXPECT_DOUBLE_EQ(form.arch_support, 0.4);
  EXPECT_EQ(form.knee_support, KneeSupport::sleeve);
}

TEST_F(Resolve, EveryKindOfFootAndSupportHasItsWord) {
  const auto foot = [&](const char* word) {
    return good(write("a.toml", "[form]\n"), {std::string("foot_posture=") + word}).inputs.body.foot_posture;
  };
  EXPECT_EQ(foot("flat"), FootPosture::flat);
  EXPECT_EQ(foot("neutral"), FootPosture::neutral);
  EXPECT_EQ(foot("high"), FootPosture::high);
  const auto support = [&](const char* word) {
    return good(write("a.toml", "[form]\n"), {std::string("knee_support=") + word}).inputs.form.knee_support;
  };
  EXPECT_EQ(support("none"), KneeSupport::none);
  EXPECT_EQ(support("tape"), KneeSupport::tape);
  EXPECT_EQ(support("brace"), KneeSupport::brace);
  EXPECT_EQ(support("sleeve"), KneeSupport::sleeve);
}

TEST_F(Resolve, NineDegreesOfSlopeIs1584Percent) {
  const auto scenario = good(write("a.toml", "[ground]\nslope_percent = 15.84\n"));
  EXPECT_NEAR(scenario.inputs.form.slope_rad, 9.0 * deg, 1e-4);
}

TEST_F(Resolve, ShoeAndSurfaceComeFromTheirTablesAndKeepTheirOrigin) {
  const auto usual = good(write("a.toml", "[form]\n"));
  EXPECT_EQ(usual.inputs, resolve(ParameterSet()).value());
  EXPECT_EQ(usual.inputs.contact, read_contact_model("cushioned", "asphalt", 70.0).value());
  EXPECT_EQ(usual.inputs.surface, "asphalt");
  EXPECT_EQ(usual.parameters.value("shoe").origin, Origin::default_value);

  const auto path = write("b.toml", "[shoe]\nshoe = \"minimalist\"\n[ground]\nsurface = \"grass\"\n");
  const auto own = good(path, {"surface=sand"});
  EXPECT_EQ(own.inputs.contact, read_contact_model("minimalist", "sand", 70.0).value());
  EXPECT_EQ(own.inputs.surface, "sand");
  EXPECT_EQ(own.parameters.value("shoe").origin, Origin::scenario);
  EXPECT_EQ(own.parameters.value("surface").origin, Origin::command_line);
  EXPECT_FALSE(own.inputs == usual.inputs);  // so that no cached run is taken for another
}

TEST_F(Resolve, TheStrideEngineSaysWhatOfASurfaceItLeavesOut) {
  EXPECT_FALSE(stride_engine_note(good(write("a.toml", "[form]\n")).inputs.surface));
  EXPECT_FALSE(stride_engine_note(good(write("b.toml", "[shoe]\nshoe = \"maximalist\"\n")).inputs.surface));
  const auto note = stride_engine_note(good(write("c.toml", "[ground]\nsurface = \"sand\"\n")).inputs.surface);
  ASSERT_TRUE(note);
  EXPECT_THAT(*note, AllOf(HasSubstr("sand"), HasSubstr("energy it keeps"), HasSubstr("slipping"),
                           HasSubstr("forward engine only")));
}

TEST_F(Resolve, OverridesReadLikeAFile) {
  const auto path = write("a.toml", "[form]\n");
  const auto scenario = good(path, {"sex=female", "speed_m_s = +3", "trunk_lean_deg=1e1", "seed=5", "duration_s=2.5"});
  EXPECT_EQ(scenario.parameters.text("sex"), "female");
  EXPECT_EQ(scenario.parameters.value("speed_m_s").origin, Origin::command_line);
  EXPECT_DOUBLE_EQ(scenario.parameters.number("trunk_lean_deg"), 10.0);
  EXPECT_EQ(scenario.run.seed, 5U);
  EXPECT_DOUBLE_EQ(scenario.run.duration_s, 2.5);
}

TEST_F(Resolve, TheLaterOfTwoOverridesHolds) {
  EXPECT_DOUBLE_EQ(good(write("a.toml", "[form]\n"), {"mass_kg=60", "mass_kg=65"}).parameters.number("mass_kg"), 65.0);
}

TEST_F(Resolve, FoldersStandForTheirScenarios) {
  write("b.toml", "[form]\n");
  write("a.toml", "[form]\n");
  write("sub/c.toml", "[form]\n");
  write("notes.txt", "");
  const auto found = find_scenarios(std::vector<std::string>{folder_.string()});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 3U);
  EXPECT_EQ((*found)[0].filename(), "a.toml");
  EXPECT_EQ((*found)[2].filename(), "c.toml");
  EXPECT_FALSE(find_scenarios(std::vector<std::string>{(folder_ / "none").string()}));
  std::filesystem::create_directories(folder_ / "empty");
  EXPECT_FALSE(find_scenarios(std::vector<std::string>{(folder_ / "empty").string()}));
}

}  // namespace
}  // namespace stridelab::testing
