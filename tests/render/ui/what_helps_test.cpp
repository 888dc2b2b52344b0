#include <gtest/gtest.h>

#include "hand.h"
#include "levers/lever_words.h"
#include "settled.h"
#include "study/run_cache.h"

namespace stridelab::view {
namespace {

/// Draws until every lever was tried.
void all_rows(ViewModel& model, Hand& hand) {
  model.settle();
  hand.frames(2);
  model.wait_for_background();
  hand.frames(2);
}

TEST(WhatHelps, APlaceOfTheLegOpensRowsThatCanBeTried) {
  auto model = settled();
  Hand hand(*model, 1920.0F, 2200.0F);
  hand.click("trade_off.front");
  all_rows(*model, hand);
  ASSERT_TRUE(hand.sees("helps"));
  const auto answer = model->what_helps("front");
  ASSERT_NE(answer, nullptr);
  ASSERT_TRUE(answer->fault.empty()) << answer->fault;
  EXPECT_EQ(answer->study.part, 1.0);
  const LeverGroups groups = lever_groups(answer->study);
  ASSERT_GE(groups.lowers.size(), 3U);
  EXPECT_TRUE(hand.sees("helps.row.0"));
  EXPECT_TRUE(hand.sees("helps.try.2"));

  // What is tried becomes the form, and the load falls as its row said: the same inputs, the same bits.
  const LeverResult row = *groups.lowers[1];
  const double before = model->b()->metrics().value("pfj_stress_peak_mpa").value();
  hand.click("helps.try.1");
  EXPECT_EQ(model->edits().overrides(), FormEdits(row.overrides).overrides());
  model->settle();
  ASSERT_TRUE(model->shows_form()) << model->message();
  EXPECT_DOUBLE_EQ(100.0 * (model->b()->metrics().value("pfj_stress_peak_mpa").value() / before - 1.0), row.percent);
  ASSERT_TRUE(hand.sees("form.undo"));
  hand.click("form.undo");
  EXPECT_TRUE(model->edits().empty());
  hand.key('Y', 0, true);
  EXPECT_FALSE(model->edits().empty());
  hand.key('Z', 0, true);
  EXPECT_TRUE(model->edits().empty());
}

TEST(WhatHelps, TheFirstRowIsInSightAtOnce) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.click("trade_off.front");
  all_rows(*model, hand);
  EXPECT_TRUE(hand.sees("helps.try.0"));
  hand.scroll_to("knee_map.calf", "more");
  hand.click("knee_map.calf");
  hand.scroll_to("knee_map.helps", "more");
  hand.click("knee_map.helps");
  all_rows(*model, hand);
  EXPECT_TRUE(hand.sees("helps.try.0"));
}

TEST(WhatHelps, RowsAreOfThisFormAndThisPlaceAlone) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.click("trade_off.front");
  all_rows(*model, hand);
  ASSERT_NE(model->what_helps("front"), nullptr);
  model->drag("cadence_spm", 180.0);
  EXPECT_EQ(model->what_helps("front"), nullptr);  // the form is under way
  all_rows(*model, hand);
  const auto front = model->what_helps("front");
  ASSERT_NE(front, nullptr);
  EXPECT_EQ(front->question.overrides, model->edits().overrides());
  EXPECT_EQ(front->study.parameters.number("cadence_spm"), 180.0);
  hand.scroll_to("knee_map.calf", "more");
  hand.click("knee_map.calf");
  all_rows(*model, hand);
  const auto calf = model->what_helps("calf");
  ASSERT_NE(calf, nullptr);
  EXPECT_EQ(calf->question.region, "calf");
}

TEST(WhatHelps, TheViewAndTheConsoleSayTheSame) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.click("trade_off.front");
  all_rows(*model, hand);
  const auto answer = model->what_helps("front");
  ASSERT_NE(answer, nullptr);
  const auto& guidance = shipped_guidance();
  RunCache cache(model->models(), Engines{});
  const auto study = study_levers({model->scenario(), {}}, *find_region(guidance->map, "front"), *guidance, cache, {});
  ASSERT_TRUE(study);
  ASSERT_EQ(answer->study.results.size(), study->results.size());
  for (std::size_t i = 0; i < study->results.size(); ++i) {
    EXPECT_EQ(answer->study.results[i].lever, study->results[i].lever);
    EXPECT_EQ(answer->study.results[i].percent, study->results[i].percent);
    EXPECT_EQ(answer->study.results[i].pays, study->results[i].pays);
  }
}

TEST(WhatHelps, AdviceIsOpenedInPlace) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 12000.0F);  // tall enough that nothing is scrolled away
  hand.click("trade_off.front");
  all_rows(*model, hand);
  ASSERT_TRUE(hand.sees("knee_map.advice.clamshell"));
  EXPECT_TRUE(hand.sees("knee_map.advice.swelling"));
  const float below = hand.ui.placed.widgets.at("knee_map.advice.standing_hip_rotation").y0;
  hand.click("knee_map.advice.clamshell", 0.1F);
  EXPECT_GT(hand.ui.placed.widgets.at("knee_map.advice.standing_hip_rotation").y0, below + 20.0F);
}

TEST(WhatHelps, ItIsLeftInTheMiddleWithoutHarm) {
  auto model = settled();
  for (const char* place : {"front", "calf", "front", "hip"}) model->what_helps(place);
  model->set_number("cadence_spm", 175.0);
  model->what_helps("front");
  model.reset();  // while it may be at work
}

}  // namespace
}  // namespace stridelab::view
