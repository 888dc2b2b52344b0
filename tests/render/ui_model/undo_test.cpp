#include <gtest/gtest.h>

#include "render/ui/view_model.h"

namespace stridelab::view {
namespace {

constexpr const char* easy_run = STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml";

std::unique_ptr<ViewModel> opened() {
  auto model = ViewModel::open(easy_run);
  EXPECT_TRUE(model) << (model ? "" : to_text(model.error()));
  (*model)->settle();
  return *std::move(model);
}

double cadence(const ViewModel& model) { return model.parameters().number("cadence_spm"); }

TEST(Undo, OneDragIsOneStep) {
  auto model = opened();
  const double before = cadence(*model);
  for (const double to : {171.0, 175.0, 180.0}) model->drag("cadence_spm", to);
  model->release();
  ASSERT_EQ(cadence(*model), 180.0);
  ASSERT_TRUE(model->undo());
  EXPECT_EQ(cadence(*model), before);
  EXPECT_TRUE(model->edits().empty());
  EXPECT_FALSE(model->undo());
  ASSERT_TRUE(model->redo());
  EXPECT_EQ(cadence(*model), 180.0);
  model->settle();
  EXPECT_TRUE(model->shows_form()) << model->message();
  EXPECT_FALSE(model->redo());
}

TEST(Undo, BringsBackEverythingAPersonDid) {
  auto model = opened();
  const auto baseline = model->a();
  model->set_number("cadence_spm", 180.0);
  model->settle();
  model->freeze();
  model->set_text("shoe", "minimalist");
  model->set_hold(Hold::stride_length);
  model->reset("shoe");
  model->try_form({"trunk_lean_deg=12"});
  ASSERT_TRUE(model->load(STRIDELAB_SOURCE_DIR "/scenarios/brisk_4.toml"));
  model->settle();
  model->swap();
  model->settle();
  // swap, load, try, reset, hold, text, freeze, number: each one step.
  int steps = 0;
  while (model->undo()) ++steps;
  EXPECT_EQ(steps, 8);
  model->settle();
  EXPECT_EQ(model->scenario(), easy_run);
  EXPECT_TRUE(model->edits().empty());
  EXPECT_EQ(model->hold(), Hold::speed);
  EXPECT_EQ(model->a(), baseline);
  EXPECT_TRUE(model->shows_form()) << model->message();
  while (model->redo()) --steps;
  EXPECT_EQ(steps, 0);
  model->settle();
  // Swapped: the form is the baseline that was frozen at 180.
  EXPECT_EQ(cadence(*model), 180.0);
  EXPECT_TRUE(model->shows_form()) << model->message();
}

TEST(Undo, GoesBackAHundredSteps) {
  auto model = opened();
  for (int i = 0; i < 130; ++i) model->set_number("speed_m_s", 3.0 + 0.005 * i);
  int steps = 0;
  while (model->undo()) ++steps;
  EXPECT_EQ(steps, 100);
  EXPECT_NEAR(model->parameters().number("speed_m_s"), 3.0 + 0.005 * 29, 1e-12);
}

TEST(Undo, WhatIsRefusedIsNoStep) {
  auto model = opened();
  EXPECT_FALSE(model->load(STRIDELAB_SOURCE_DIR "/scenarios/no_such_file.toml"));
  model->set_number("cadence_spm", cadence(*model) + 5.0);
  model->set_number("cadence_spm", cadence(*model));  // no change
  ASSERT_TRUE(model->undo());
  EXPECT_FALSE(model->can_undo());
}

TEST(Undo, AChangeEndsTheStepsForward) {
  auto model = opened();
  model->set_number("cadence_spm", 180.0);
  model->undo();
  ASSERT_TRUE(model->can_redo());
  model->set_number("cadence_spm", 176.0);
  EXPECT_FALSE(model->can_redo());
}

}  // namespace
}  // namespace stridelab::view
