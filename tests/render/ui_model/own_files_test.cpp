// A client's forms and profiles, and whose body a preset runs with.
#include "render/ui/own_files.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "scenario/profile.h"

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

const std::string scenarios = STRIDELAB_SOURCE_DIR "/scenarios/";

/// A home of its own, so that nobody's files are touched.
class OwnFiles : public ::testing::Test {
 protected:
  OwnFiles() : home_(fs::path(::testing::TempDir()) / ("stridelab_own_" + std::to_string(::getpid()))) {
    fs::remove_all(home_);
    ::setenv("XDG_DATA_HOME", home_.c_str(), 1);
  }
  ~OwnFiles() override {
    ::unsetenv("XDG_DATA_HOME");
    std::error_code ignored;
    fs::remove_all(home_, ignored);
  }
  static std::unique_ptr<ViewModel> opened(const std::string& name, const std::vector<std::string>& changes = {}) {
    auto model = ViewModel::open(scenarios + name, changes);
    EXPECT_TRUE(model) << (model ? "" : to_text(model.error()));
    (*model)->settle();
    return *std::move(model);
  }
  static double number(const ViewModel& model, const char* key) { return model.parameters().number(key); }
  fs::path home_;
};

TEST_F(OwnFiles, APresetChangesTheFormAndNotThePerson) {
  auto model = opened("easy_run.toml");
  model->set_number("mass_kg", 85.0);
  model->set_number("cadence_spm", 185.0);
  ASSERT_TRUE(model->load(scenarios + "brisk_4.toml"));
  EXPECT_EQ(number(*model, "mass_kg"), 85.0);
  EXPECT_NE(number(*model, "cadence_spm"), 185.0);
  EXPECT_FALSE(model->unsaved()) << "nothing was done to this form yet";
  ASSERT_TRUE(model->load(scenarios + "weak_hips.toml"));
  EXPECT_EQ(number(*model, "mass_kg"), 85.0);
  EXPECT_EQ(number(*model, "hip_strength_percent"), 50.0) << "what a scenario asks about is its own";
  ASSERT_TRUE(model->load(scenarios + "easy_run.toml"));
  EXPECT_EQ(number(*model, "hip_strength_percent"), 100.0) << "and goes with it";
  ASSERT_TRUE(model->load(scenarios + "brisk_4.toml", WhoRuns::of_file));
  EXPECT_EQ(number(*model, "mass_kg"), 70.0);
  ASSERT_TRUE(model->undo());
  EXPECT_EQ(number(*model, "mass_kg"), 85.0);
}

TEST_F(OwnFiles, ASavedFormIsTheScenarioAndListedAtOnce) {
  auto model = opened("weak_hips.toml", {"trunk_lean_deg=12"});
  model->set_text("shoe", "minimalist");
  model->settle();
  EXPECT_TRUE(model->unsaved());
  EXPECT_EQ(title_of(*model), "weak_hips* - Stridelab");
  const RunInputs before = model->b()->question.inputs;
  const auto said = save_form_as(*model, {"anna 1", "", "Lean, and a thin \"shoe\""}, IfThere::refuse);
  ASSERT_TRUE(said) << said.error();
  const fs::path file = home_ / "stridelab" / "scenarios" / "anna 1.toml";
  EXPECT_NE(said->find(file.string()), std::string::npos) << *said;
  EXPECT_FALSE(model->unsaved());
  EXPECT_EQ(title_of(*model), "anna 1 - Stridelab");
  EXPECT_EQ(model->presets().front().path, file.string());
  EXPECT_EQ(model->presets().front().question, "Lean, and a thin \"shoe\"");
  const auto read = read_scenario(file);
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(read->inputs, before);
  // The first was of the person; later changes go into the same file.
  model->set_number("trunk_lean_deg", 9.0);
  EXPECT_TRUE(can_save_over(*model));
  ASSERT_TRUE(save_form(*model));
  EXPECT_EQ(read_scenario(file)->parameters.number("trunk_lean_deg"), 9.0);
}

TEST_F(OwnFiles, NothingIsLostByASave) {
  auto model = opened("weak_hips.toml");
  EXPECT_FALSE(can_save_over(*model)) << "its checks and remarks would go";
  EXPECT_FALSE(save_form(*model));
  EXPECT_FALSE(save_form_as(*model, {"", "", ""}, IfThere::refuse));
  EXPECT_FALSE(save_form_as(*model, {"../up", "", ""}, IfThere::refuse));
  ASSERT_TRUE(save_form_as(*model, {"a", "", ""}, IfThere::refuse));
  const auto again = save_form_as(*model, {"a.toml", "", ""}, IfThere::refuse);
  ASSERT_FALSE(again);
  EXPECT_NE(again.error().find("there already"), std::string::npos) << again.error();
  EXPECT_TRUE(save_form_as(*model, {"a", "", "anew"}, IfThere::replace));
}

TEST_F(OwnFiles, AProfileComesAlongAndTheCommandLineReadsIt) {
  auto model = opened("easy_run.toml");
  model->set_number("mass_kg", 58.0);
  model->set_number("cadence_spm", 178.0);
  model->set_number("trunk_lean_deg", 12.0);
  ASSERT_TRUE(save_runner(*model, "anna"));
  EXPECT_EQ(model->runner(), "anna");
  EXPECT_EQ(own_runners().size(), 1U);
  const auto read = read_profile(home_ / "stridelab" / "profiles" / "anna.toml");
  ASSERT_TRUE(read) << to_text(read.error());
  auto other = opened("quick_steps.toml");
  ASSERT_TRUE(other->run_by(home_ / "stridelab" / "profiles" / "anna.toml"));
  const auto headless = read_scenario_for(&*read, scenarios + "quick_steps.toml");
  ASSERT_TRUE(headless);
  EXPECT_EQ(number(*other, "mass_kg"), 58.0);
  EXPECT_EQ(number(*other, "trunk_lean_deg"), opened("quick_steps.toml")->parameters().number("trunk_lean_deg"));
  EXPECT_NEAR(number(*other, "cadence_spm"), headless->parameters.number("cadence_spm"), 1e-9);
  other->set_number("mass_kg", 60.0);
  other->reset_all();
  EXPECT_EQ(number(*other, "mass_kg"), 58.0) << "the runner stays";
  ASSERT_TRUE(other->run_by({}));
  EXPECT_EQ(number(*other, "mass_kg"), 70.0);
  ASSERT_TRUE(other->undo());
  EXPECT_EQ(other->runner(), "anna");
  EXPECT_FALSE(other->run_by("no/such/file.toml"));
}

}  // namespace
}  // namespace stridelab::view
