#include "render/ui/panels.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <random>

#include "hand.h"
#include "render/ui/panel_parts.h"
#include "render/ui/panel_table.h"
#include "render/ui/place_notes.h"
#include "settled.h"

namespace stridelab::view {
namespace {

TEST(Panels, DraggingCadenceUpSinksTheKneecapForce) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  const double before = kneecap(model->b());
  hand.drag("form.cadence_spm", 0.44F, 0.65F);  // of 130 .. 220: from about 170 to about 189
  EXPECT_GT(model->parameters().number("cadence_spm"), 180.0);
  EXPECT_EQ(model->parameters().number("speed_m_s"), 3.3);
  model->settle();
  hand.frames();
  ASSERT_TRUE(model->shows_form()) << model->message();
  EXPECT_LT(kneecap(model->b()), 0.95 * before);
  EXPECT_EQ(kneecap(model->a()), before);
}

TEST(Panels, DoubleClickBringsASliderBack) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.drag("form.cadence_spm", 0.44F, 0.65F);
  ASSERT_TRUE(model->changed("cadence_spm"));
  hand.double_click("form.cadence_spm");
  EXPECT_FALSE(model->changed("cadence_spm"));
  EXPECT_TRUE(model->edits().empty());
  model->settle();
  EXPECT_TRUE(model->shows_form());
}

TEST(Panels, HoldStrideLengthMakesTheSpeedFollow) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  const double stride = model->parameters().number("stride_length_m");
  hand.click("form.hold.stride_length");
  hand.drag("form.cadence_spm", 0.44F, 0.6F);
  EXPECT_DOUBLE_EQ(model->parameters().number("stride_length_m"), stride);
  EXPECT_GT(model->parameters().number("speed_m_s"), 3.4);
}

TEST(Panels, ScrubbingPausesAndJumpsReachTheirInstants) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.click("timeline.scrub", 0.75F);
  EXPECT_FALSE(model->playback.playing());
  // A pixel of the bar is a fifth of a per cent of the stride.
  EXPECT_NEAR(model->b()->percent_of_phase(model->playback.phase()), 75.0, 0.5);
  hand.click("timeline.peak");
  EXPECT_DOUBLE_EQ(model->playback.phase(), model->b()->events.peak_load);
  hand.click("knee.force", 0.6F);
  EXPECT_NE(model->playback.phase(), model->b()->events.peak_load);
  hand.click("timeline.play");
  EXPECT_TRUE(model->playback.playing());
}

TEST(Panels, FreezeMakesTheFormTheBaseline) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.drag("form.cadence_spm", 0.44F, 0.6F);
  model->settle();
  hand.click("tab.compare");
  hand.click("compare.freeze");
  EXPECT_EQ(kneecap(model->a()), kneecap(model->b()));
  hand.click("compare.reset");
  model->settle();
  EXPECT_NE(kneecap(model->a()), kneecap(model->b()));
  const double b = kneecap(model->b());
  hand.click("compare.swap");
  EXPECT_EQ(kneecap(model->a()), b);
}

/// Vertices of a layer of the last picture.
int drawn_in(const char* layer) {
  int count = 0;
  const ImDrawData& data = *ImGui::GetDrawData();
  for (int i = 0; i < data.CmdListsCount; ++i)
    if (std::string_view(data.CmdLists[i]->_OwnerName) == layer) count += data.CmdLists[i]->VtxBuffer.Size;
  return count;
}

TEST(Panels, WordsToThePersonStayOutOfFilms) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.status.said = "recording";
  hand.move_to("form.freeze");
  hand.frames(60);
  EXPECT_GT(drawn_in("##Foreground"), 0);
  EXPECT_GT(drawn_in("##Tooltip_00"), 0);
  hand.ui.status.recording = true;
  hand.frames(600);
  EXPECT_EQ(drawn_in("##Foreground"), 0);
  EXPECT_EQ(drawn_in("##Tooltip_00"), 0);
  hand.ui.status.recording = false;
  hand.frames();
  EXPECT_GT(drawn_in("##Foreground"), 0) << "what was said waits for the end";
}

TEST(Panels, AfterFreezeTheDotsCountFromTheFrozenForm) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.drag("form.cadence_spm", 0.44F, 0.6F);
  model->settle();
  EXPECT_TRUE(model->changed("cadence_spm"));
  hand.click("form.freeze");
  EXPECT_FALSE(model->changed("cadence_spm"));
  hand.double_click("form.cadence_spm");
  EXPECT_TRUE(model->changed("cadence_spm")) << "back at the scenario, which A is not";
}

TEST(Panels, WhyKeepsItsHeightWhenItsWordsGetFewer) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  model->set_number("cadence_spm", 187.0);
  model->settle();
  hand.frames(3);
  const float before = hand.ui.placed.areas.at("why").height();
  model->reset_all();
  model->settle();
  hand.frames(3);
  EXPECT_EQ(hand.ui.placed.areas.at("why").height(), before);
}

TEST(Panels, ARoomSeesFigureCurveAndThreeNumbers) {
  auto model = settled();
  for (const auto& [width, height] :
       {std::pair{1280.0F, 720.0F}, std::pair{640.0F, 420.0F}, std::pair{420.0F, 640.0F}}) {
    Hand hand(*model, width, height);
    hand.letter('e');
    hand.frames(3);
    for (const char* name : {"teach.number.0", "teach.number.1", "teach.number.2", "teach.curve", "timeline.play"})
      EXPECT_TRUE(hand.sees(name)) << name << width;
    for (const char* area : {"form", "knee", "more", "why", "toolbar"})
      EXPECT_FALSE(hand.ui.placed.areas.contains(area)) << area;
    EXPECT_GT(hand.ui.placed.viewport.width(), 0.4F * width);
    hand.key(GLFW_KEY_ESCAPE);
    hand.frames(3);
    EXPECT_FALSE(hand.sees("teach.curve"));
  }
}

// A weak calf is at the end of its strength: the place it loads is marked, and the others are not.
TEST(Panels, ANoteStandsAtThePlaceItConcerns) {
  auto model = ViewModel::open(STRIDELAB_SOURCE_DIR "/scenarios/weak_calf.toml");
  ASSERT_TRUE(model);
  (*model)->settle();
  Hand hand(**model, 1280.0F, 1400.0F);
  EXPECT_TRUE(at_limit(*(*model)->b(), "calf"));
  EXPECT_TRUE(hand.sees("trade_off.note.calf"));
  EXPECT_FALSE(hand.sees("trade_off.note.front"));
  EXPECT_FALSE(at_limit(*(*model)->b(), "front"));
  auto easy = settled();
  EXPECT_FALSE(at_limit(*easy->b(), "calf"));
}

TEST(Panels, UpToFourFormsSideBySide) {
  auto model = settled();
  Hand hand(*model, 1920.0F, 1080.0F);
  hand.click("tab.compare");
  for (const double cadence : {180.0, 185.0, 190.0}) {
    model->set_number("cadence_spm", cadence);
    model->settle();
    hand.frames();
    hand.click("compare.keep");
  }
  ASSERT_EQ(model->beside().size(), 2U) << "A, B and two more";
  EXPECT_TRUE(hand.sees("compare.chip.1"));
  hand.click("compare.chip.0");
  model->settle();
  EXPECT_EQ(model->parameters().number("cadence_spm"), 180.0);
  hand.frames();
  hand.click("compare.drop.0");
  ASSERT_EQ(model->beside().size(), 1U);
  EXPECT_EQ(model->beside()[0]->question.parameters.number("cadence_spm"), 185.0);
  ASSERT_TRUE(model->undo());
  EXPECT_EQ(model->beside().size(), 2U);
}

TEST(Panels, UnitsChangeOnRequest) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  EXPECT_EQ(hand.ui.choices.units, Units::metric);
  hand.click("form.units");
  EXPECT_EQ(hand.ui.choices.units, Units::imperial);
  hand.click("form.units");
  EXPECT_EQ(hand.ui.choices.units, Units::metric);
}

TEST(Panels, EveryPanelOpensAtEverySize) {
  auto model = settled();
  model->set_number("cadence_spm", 187.0);
  model->settle();
  for (const auto& [width, height, scale] : {std::tuple{1280.0F, 720.0F, 1.0F}, std::tuple{1920.0F, 1080.0F, 1.0F},
                                             std::tuple{2560.0F, 1440.0F, 2.0F}, std::tuple{320.0F, 200.0F, 1.0F}}) {
    Hand hand(*model, width, height, scale);
    for (const auto& [name, title, key, draw] : panel_table()) {
      hand.ui.choices.panel = name;
      EXPECT_EQ(find_panel(name), name);
      hand.frames(3);
    }
    EXPECT_GT(hand.ui.placed.viewport.width(), 0.0F);
    EXPECT_GT(hand.ui.placed.viewport.height(), 0.0F);
  }
  EXPECT_FALSE(find_panel("no-such-panel"));
}

TEST(Panels, WhatTheyListIsAllThere) {
  auto model = settled();
  Hand hand(*model, 1920.0F, 2200.0F);  // tall enough that nothing is scrolled away
  for (const char* table : {"body", "shoe", "ground", "knee", "training", "run"})
    hand.click(std::string("form.group.") + table);
  for (const ParameterInfo& info : parameter_table())
    EXPECT_TRUE(hand.sees("form." + std::string(info.key))) << info.key;
  for (const Region& region : model->regions().regions) EXPECT_TRUE(hand.sees("trade_off." + region.key)) << region.key;
  hand.click("tab.knee-map");
  for (const Region& region : model->regions().regions) EXPECT_TRUE(hand.sees("knee_map." + region.key)) << region.key;
  hand.click("knee_map.hip");
  EXPECT_EQ(hand.ui.choices.region, "hip");
  hand.click("tab.about");
  hand.click("about.metric");
  hand.click("about.metric.pfj_stress_peak_mpa");
  EXPECT_EQ(hand.ui.choices.metric, "pfj_stress_peak_mpa");
}

TEST(Panels, AScenarioIsChosenFromTheList) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 1400.0F);
  hand.click("form.scenario");
  hand.click("form.scenario.brisk_4");
  EXPECT_NE(model->scenario().find("brisk_4.toml"), std::string::npos);
  model->settle();
  EXPECT_TRUE(model->shows_form());
}

TEST(Panels, AReasonComesUpWithoutMovingTheSliders) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  const Rect before = hand.ui.placed.widgets.at("form.cadence_spm");
  model->set_number("slope_percent", -20.0);
  model->set_number("speed_m_s", 6.0);
  model->set_number("cadence_spm", 161.0);
  model->settle();
  hand.frames(3);
  ASSERT_FALSE(model->message().empty());
  EXPECT_TRUE(hand.sees("form.reason"));
  const Rect after = hand.ui.placed.widgets.at("form.cadence_spm");
  EXPECT_EQ(after.y0, before.y0);
  EXPECT_EQ(after.x0, before.x0);
  EXPECT_EQ(after.x1, before.x1);
  hand.click("form.reset");
  model->settle();
  hand.frames(3);
  EXPECT_FALSE(hand.sees("form.reason"));
}

TEST(Panels, TheTimelineSwitchesToTheForwardRunAndBack) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  EXPECT_FALSE(hand.sees("timeline.push"));
  hand.click("timeline.live");
  EXPECT_EQ(model->source(), Source::live);
  ASSERT_TRUE(hand.sees("timeline.push"));
  EXPECT_TRUE(hand.sees("timeline.state"));
  hand.click("timeline.push");
  hand.click("timeline.restart");
  hand.click("timeline.stride");
  EXPECT_EQ(model->source(), Source::stride);
  EXPECT_FALSE(hand.sees("timeline.push"));
}

TEST(Panels, TheFirstScreenSaysWhatThisIsNotUntilItIsRead) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.choices.show_notice = true;
  hand.frames(3);
  ASSERT_TRUE(hand.sees("notice.start"));
  hand.drag("form.cadence_spm", 0.44F, 0.6F);  // behind the notice nothing moves
  EXPECT_TRUE(model->edits().empty());
  hand.click("notice.start");
  EXPECT_FALSE(hand.ui.choices.show_notice);
  EXPECT_FALSE(hand.sees("notice.start"));
}

TEST(Panels, LinesBreakAtBlanksAndFit) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  ImGui::NewFrame();
  const std::string text =
      "Kneecap force 6.26 -> 5.36 BW (-14.2 %): the ground pushes with 2.28 instead of 2.45 BW\nnext line";
  const float word = ImGui::CalcTextSize("instead").x;
  for (const float width : {1.5F * word, 4.0F * word, 100.0F * word}) {
    std::string lines = broken_lines(text, width);
    EXPECT_LE(ImGui::CalcTextSize(lines.c_str()).x, width);
    std::replace(lines.begin(), lines.end(), '\n', ' ');
    std::string words = text;
    std::replace(words.begin(), words.end(), '\n', ' ');
    EXPECT_EQ(lines, words);
  }
  ImGui::EndFrame();
}

TEST(Panels, AWindowWithoutSizeIsNoFault) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  ImGui::GetIO().DisplaySize = {0.0F, 0.0F};
  hand.frames(3);
  ImGui::GetIO().DisplaySize = {1280.0F, 720.0F};
  hand.frames(3);
  EXPECT_TRUE(hand.sees("form.cadence_spm"));
}

// Clicks and drags anywhere, among them wheels and keys, with a fixed seed: 2400 pictures.
TEST(Panels, RandomInputDoesNoHarm) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  std::mt19937 random(11);
  const auto part = [&] { return std::uniform_real_distribution<float>(0.0F, 1.0F)(random); };
  for (int i = 0; i < 600; ++i) {
    ImGui::GetIO().MouseWheel = part() < 0.2F ? 4.0F * part() - 2.0F : 0.0F;
    hand.move({1280.0F * part(), 720.0F * part()});
    hand.press(part() < 0.7F);
    hand.move({1280.0F * part(), 720.0F * part()});
    hand.press(part() < 0.3F);
    if (::testing::Test::HasFatalFailure()) return;
  }
  hand.press(false);
  model->settle();
  ASSERT_NE(model->b(), nullptr);
  EXPECT_TRUE(std::isfinite(kneecap(model->b())));
}

}  // namespace
}  // namespace stridelab::view
