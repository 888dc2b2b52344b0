#include "render/ui/save_scenario.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <random>

#include "render/ui/form_edits.h"
#include "scenario/scenario.h"

namespace stridelab::view {
namespace {

const std::string scenarios = STRIDELAB_SOURCE_DIR "/scenarios/";

Scenario read(const std::filesystem::path& path, const std::vector<std::string>& overrides = {}) {
  auto scenario = read_scenario(path, overrides);
  EXPECT_TRUE(scenario) << (scenario ? "" : to_text(scenario.error()));
  return scenario ? *std::move(scenario) : Scenario{};
}

class SaveScenario : public ::testing::Test {
 protected:
  std::filesystem::path file_ =
      std::filesystem::path(::testing::TempDir()) / ("stridelab_saved_" + std::to_string(::getpid()) + ".toml");
  ~SaveScenario() override {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
  }
};

TEST_F(SaveScenario, WhatIsSavedIsTheSameRun) {
  std::mt19937_64 random(5);
  for (const char* name :
       {"easy_run.toml", "quick_steps.toml", "minimalist_shoes.toml", "woman.toml", "weak_hips.toml"}) {
    FormEdits edits;
    Scenario form = read(scenarios + name);
    for (int i = 0; i < 8; ++i) {
      const auto table = parameter_table();
      const ParameterInfo& info = table[std::uniform_int_distribution<std::size_t>(0, table.size() - 1)(random)];
      if (info.kind == ParameterKind::text) {
        edits.set_text(info.key, info.choices.back());
      } else {
        edits.set_number(info.key, std::uniform_real_distribution(info.lo, info.hi)(random), form.parameters,
                         i % 2 == 0 ? Hold::speed : Hold::stride_length);
      }
      const auto edited = read_scenario(scenarios + name, edits.overrides());
      if (!edited) {  // speed and step have led the third out of its range: no slider gets there
        edits = FormEdits();
        form = read(scenarios + name);
        continue;
      }
      form = *edited;
      ASSERT_TRUE(save_scenario(file_, form.parameters, "mine")) << name;
      EXPECT_EQ(read(file_).inputs, form.inputs) << name << "\n" << scenario_text(form.parameters, "mine");
    }
  }
}

TEST_F(SaveScenario, KeepsHowItRuns) {
  const Scenario form = read(scenarios + "easy_run.toml", {"engine=forward", "duration_s=12.5", "seed=7",
                                                           "torque_noise_percent=0", "kneecap_method=net"});
  ASSERT_TRUE(save_scenario(file_, form.parameters, "first line\nsecond line", form.run));
  const Scenario saved = read(file_);
  EXPECT_EQ(saved.inputs, form.inputs);
  EXPECT_EQ(saved.run.given.size(), 4U);
  EXPECT_EQ(saved.run.engine, "forward");
  EXPECT_EQ(saved.run.duration_s, 12.5);
  EXPECT_EQ(saved.run.seed, 7U);
  EXPECT_EQ(saved.run.torque_noise_percent, 0.0);
  EXPECT_EQ(saved.question, "first line\nsecond line");
}

TEST_F(SaveScenario, AQuestionMayHoldAnyLetters) {
  const std::string question = "\"Quick\" \\ or slow?";
  ASSERT_TRUE(save_scenario(file_, read(scenarios + "easy_run.toml").parameters, question));
  EXPECT_EQ(read(file_).question, question);
}

TEST_F(SaveScenario, AFolderThatIsNotThereIsAnError) {
  EXPECT_FALSE(save_scenario("/no/such/folder/form.toml", ParameterSet(), ""));
}

}  // namespace
}  // namespace stridelab::view
