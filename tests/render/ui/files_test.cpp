// Open, Save and Save as by hand.
#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <filesystem>

#include "hand.h"
#include "scenario/scenario.h"
#include "settled.h"

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  Files() : home_(fs::path(::testing::TempDir()) / ("stridelab_files_" + std::to_string(::getpid()))) {
    fs::remove_all(home_);
    ::setenv("XDG_DATA_HOME", home_.c_str(), 1);
  }
  ~Files() override {
    ::unsetenv("XDG_DATA_HOME");
    std::error_code ignored;
    fs::remove_all(home_, ignored);
  }
  /// Puts other words into a field.
  static void type(Hand& hand, const std::string& field, const std::string& words) {
    hand.double_click(field);
    hand.key(GLFW_KEY_END);
    for (int i = 0; i < 60; ++i) hand.key(GLFW_KEY_BACKSPACE);
    for (const char sign : words) hand.key('0', sign);
  }
  fs::path home_;
};

TEST_F(Files, SaveAsAsksAndSaveWritesOver) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.choices.recent.clear();
  model->set_number("trunk_lean_deg", 12.0);
  hand.key(GLFW_KEY_S, 0, true);
  hand.frames(3);
  ASSERT_TRUE(hand.sees("file.name")) << "the easy run has checks: it is not written over";
  type(hand, "file.name", "bea");
  hand.click("file.save");
  EXPECT_FALSE(hand.sees("file.name")) << hand.ui.memory.file.fault;
  EXPECT_TRUE(fs::exists(home_ / "stridelab" / "scenarios" / "bea.toml")) << hand.ui.status.said;
  EXPECT_EQ(hand.ui.choices.recent.size(), 1U);
  model->set_number("trunk_lean_deg", 9.0);
  hand.key(GLFW_KEY_S, 0, true);
  hand.frames(3);
  EXPECT_FALSE(hand.sees("file.name"));
  EXPECT_EQ(read_scenario(home_ / "stridelab" / "scenarios" / "bea.toml")->parameters.number("trunk_lean_deg"), 9.0);
  hand.click("form.scenario");
  EXPECT_TRUE(hand.sees("form.scenario.bea"));
}

TEST_F(Files, OpenListsWhatWasLastAndEscapeCloses) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.choices.recent = {STRIDELAB_SOURCE_DIR "/scenarios/weak_hips.toml"};
  hand.key(GLFW_KEY_O, 0, true);
  hand.frames(3);
  ASSERT_TRUE(hand.sees("file.recent.weak_hips"));
  hand.letter('s');  // is not heard behind a dialog
  hand.key(GLFW_KEY_ESCAPE);
  hand.frames(3);
  EXPECT_FALSE(hand.sees("file.recent.weak_hips"));
  hand.key(GLFW_KEY_O, 0, true);
  hand.frames(3);
  hand.click("file.recent.weak_hips");
  EXPECT_EQ(fs::path(model->scenario()).filename(), "weak_hips.toml");
  EXPECT_FALSE(hand.sees("file.folder"));
}

TEST_F(Files, ARunnerIsSavedByNameAndListed) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  model->set_number("mass_kg", 58.0);
  hand.click("form.runner");
  hand.click("form.runner.save");
  hand.frames(3);
  ASSERT_TRUE(hand.sees("file.name"));
  type(hand, "file.name", "cleo");
  hand.click("file.save");
  EXPECT_EQ(model->runner(), "cleo") << hand.ui.memory.file.fault;
  hand.click("form.runner");
  EXPECT_TRUE(hand.sees("form.runner.cleo"));
  hand.click("form.runner.usual");
  EXPECT_EQ(model->parameters().number("mass_kg"), 70.0);
}

}  // namespace
}  // namespace stridelab::view
