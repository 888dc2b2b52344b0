// What shoe, surface and fatigue do to what the engines are given.
#include "scenario/equipment.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "ground/footing.h"
#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class EquipmentOfAScenario : public ScenarioFolder {
 protected:
  /// The inputs of a scenario of these lines.
  RunInputs inputs(const std::string& text) { return good(write("a.toml", text)).inputs; }
  ParameterSet parameters(const std::string& text) { return good(write("a.toml", text)).parameters; }
};

TEST_F(EquipmentOfAScenario, TheUsualShoeOnAsphaltChangesNothing) {
  const RunInputs usual = inputs("[shoe]\nshoe = \"cushioned\"\n[ground]\nsurface = \"asphalt\"\n");
  EXPECT_EQ(usual.form.footing, Footing{});
  EXPECT_EQ(usual.body.shoe_mass_change_kg, 0.0);
  EXPECT_EQ(usual.form.arch_support, 0.0);
}

TEST_F(EquipmentOfAScenario, ShoeSurfaceAndDistanceBecomeAFooting) {
  const RunInputs changed =
      inputs("[shoe]\nshoe = \"minimalist\"\nshoe_distance_km = 400\n[ground]\nsurface = \"grass\"\n");
  const Ground ground = read_ground("minimalist", "grass", 400.0).value();
  EXPECT_EQ(changed.form.footing, footing(ground, read_ground("cushioned", "asphalt", 0.0).value()));
  EXPECT_EQ(changed.contact, contact_model(ground.shoe, ground.surface, changed.body.mass_kg));
  EXPECT_NEAR(changed.body.shoe_mass_change_kg, 0.19 - 0.29, 1e-15);  // the two files
  EXPECT_FALSE(changed == inputs("[shoe]\nshoe = \"minimalist\"\n[ground]\nsurface = \"grass\"\n"));
}

TEST_F(EquipmentOfAScenario, TheLargerSupportOfTheArchCounts) {
  const std::string shoe = "[shoe]\nshoe = \"motion_control\"\n";
  EXPECT_DOUBLE_EQ(inputs(shoe).form.arch_support, 0.5);
  EXPECT_DOUBLE_EQ(inputs(shoe + "arch_support_percent = 20\n").form.arch_support, 0.5);
  EXPECT_DOUBLE_EQ(inputs(shoe + "arch_support_percent = 80\n").form.arch_support, 0.8);
}

TEST_F(EquipmentOfAScenario, FatigueTakesItsShareOfEachStrength) {
  const Form tired = inputs("[body]\nfatigue_percent = 100\n[strength]\nquad_strength_percent = 120\n").form;
  // Petersen 2007, in Nm: knee extensors 176.6 to 136.7, plantarflexors 144.9 to 119.2; the paper says 22 and 17 %.
  EXPECT_NEAR(tired.quad_strength, 1.2 * 136.7 / 176.6, 0.01);
  EXPECT_NEAR(tired.calf_strength, 119.2 / 144.9, 0.01);
  for (const double strength : {tired.hip_strength, tired.hip_extensor_strength, tired.core_strength}) {
    EXPECT_LT(strength, 0.95);
    EXPECT_GT(strength, 0.75);
  }
  const Form half = inputs("[body]\nfatigue_percent = 50\n").form;
  EXPECT_NEAR(1.0 - half.hip_strength, 0.5 * (1.0 - tired.hip_strength), 1e-15);
  EXPECT_EQ(inputs("[body]\nfatigue_percent = 0\n").form, inputs("[form]\n").form);
}

TEST_F(EquipmentOfAScenario, AFatigueFileTellsAllItsFaults) {
  const auto drops = read_fatigue_file(
      write("fatigue.toml", "[knee_extensors]\nlost_percent = 95\nsource = \"x\"\n[hip_abductor]\nlost_percent = 1\n"));
  ASSERT_FALSE(drops);
  EXPECT_THAT(to_text(drops.error()),
              AllOf(HasSubstr("knee_extensors.lost_percent = 95 is outside 0 .. 90 %"),
                    HasSubstr("did you mean hip_abductors?"), HasSubstr("'trunk' is missing or not a table")));
}

TEST_F(EquipmentOfAScenario, AShoeBringsItsHabitWhereNobodySaysOtherwise) {
  const ParameterSet plain = parameters("[form]\n"), minimal = parameters("[shoe]\nshoe = \"minimalist\"\n");
  EXPECT_LT(minimal.number("foot_strike_deg"), plain.number("foot_strike_deg") - 3.0);
  EXPECT_GT(minimal.number("cadence_spm"), plain.number("cadence_spm"));
  EXPECT_EQ(minimal.value("foot_strike_deg").origin, Origin::model);
  EXPECT_EQ(minimal.value("cadence_spm").origin, Origin::model);
  EXPECT_EQ(plain.value("foot_strike_deg").origin, Origin::default_value);
  ASSERT_FALSE(minimal.notes().empty());
  EXPECT_THAT(minimal.notes().front(), AllOf(HasSubstr("minimalist"), HasSubstr("foot_strike_deg")));
  EXPECT_EQ(parameters("[shoe]\nshoe = \"maximalist\"\n").number("foot_strike_deg"), plain.number("foot_strike_deg"));
}

TEST_F(EquipmentOfAScenario, AGivenFormIsRunAsGivenInAnyShoe) {
  const std::string form = "[form]\nfoot_strike_deg = 12\ncadence_spm = 170\n";
  const ParameterSet minimal = parameters(form + "[shoe]\nshoe = \"minimalist\"\n");
  EXPECT_EQ(minimal.number("foot_strike_deg"), 12.0);
  EXPECT_EQ(minimal.number("cadence_spm"), 170.0);
  EXPECT_EQ(minimal.value("foot_strike_deg").origin, Origin::scenario);
  EXPECT_TRUE(minimal.notes().empty());
}

TEST_F(EquipmentOfAScenario, TheBaseKeepsItsOwnShoeAndHabit) {
  write("base.toml", "[form]\n");
  const Scenario scenario = good(write("a.toml", "base = \"base.toml\"\n[shoe]\nshoe = \"minimalist\"\n"));
  EXPECT_EQ(scenario.base_inputs, inputs("[form]\n"));
  EXPECT_EQ(scenario.base_parameters.number("foot_strike_deg"), 12.0);
  EXPECT_LT(scenario.inputs.form.foot_strike_rad, scenario.base_inputs.form.foot_strike_rad);
}

/// A folder of models of one's own, the only one that is looked at.
class OwnModels : public EquipmentOfAScenario {
 protected:
  OwnModels() {
    std::filesystem::copy(STRIDELAB_SOURCE_DIR "/models", folder_ / "models", std::filesystem::copy_options::recursive);
    ::setenv("STRIDELAB_MODELS", (folder_ / "models").c_str(), 1);
  }
  ~OwnModels() override { ::unsetenv("STRIDELAB_MODELS"); }
  OwnModels(const OwnModels&) = delete;
  OwnModels& operator=(const OwnModels&) = delete;

  std::filesystem::path trial_ = write("a.toml", "[shoe]\nshoe = \"minimalist\"\n[ground]\nsurface = \"sand\"\n");
};

// Whatever the engine: a scenario that names a broken file has no answer, and every fault of every file is told at once.
TEST_F(OwnModels, FaultsOfShoeAndSurfaceAreFaultsOfTheScenario) {
  EXPECT_EQ(faults_of(trial_), "");
  write("models/shoes/minimalist.toml", "description = \"thin\"\n[heel]\nstiffness_n_m = 4\n");
  write("models/surfaces/sand.toml", "description = \"dune\"\nfriction = 9\n");
  const std::string faults = faults_of(trial_);
  EXPECT_THAT(faults, AllOf(HasSubstr("models/shoes/minimalist.toml:3:17: error: heel.stiffness_n_m = 4 is outside"),
                            HasSubstr("'whole' is missing"), HasSubstr("'toe' is missing"),
                            HasSubstr("models/surfaces/sand.toml:2:12: error: friction = 9 is outside 0.05 .. 2"),
                            HasSubstr("'energy_return_percent' is missing")));
  // A scenario that names neither does not ask for them.
  EXPECT_EQ(faults_of(write("b.toml", "[form]\n")), "");
}

TEST_F(OwnModels, AFaultThatScenarioBaseAndUsualShoeShareIsToldOnce) {
  write("models/shoes/cushioned.toml", "description = \"old\"\n[whole]\nmass_kg = 9\n");
  const std::string faults = faults_of(write("b.toml", "[form]\n"));
  const auto first = faults.find("whole.mass_kg = 9");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(faults.find("whole.mass_kg = 9", first + 1), std::string::npos);
}

}  // namespace
}  // namespace stridelab::testing
