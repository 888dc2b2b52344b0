#include <fmt/format.h>
#include <gtest/gtest.h>

#include "hand.h"
#include "metrics/curves.h"
#include "render/ui/knee_curves.h"

namespace stridelab::view {
namespace {

std::unique_ptr<ViewModel> settled(const std::vector<std::string>& overrides = {"cadence_percent=10"}) {
  auto model = ViewModel::open(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", overrides);
  EXPECT_TRUE(model) << (model ? "" : to_text(model.error()));
  (*model)->settle();
  return *std::move(model);
}

/// Where B's kneecap force lies in its plot at a percentage: between the edges of the plot by the axis it has.
ImVec2 on_force(const Hand& hand, const ViewModel& model, double percent) {
  const Plot plot = plot_of(knee_curves()[0], model);
  const Axis axis = axis_of(plot.lines, plot.band);
  const Rect& rect = hand.ui.placed.widgets.at("knee.force");
  const float left = rect.x0 + 36.0F, bottom = rect.y1 - 4.0F;
  const double value = value_at(*plot.lines.back().values, percent);
  return {left + (rect.x1 - 1.0F - left) * static_cast<float>(percent / 100.0),
          bottom - (bottom - rect.y0) * static_cast<float>((value - axis.lo) / (axis.hi - axis.lo))};
}

TEST(KneePanel, AClickOnACurvePinsAReadingAndTheNextOneTakesItAway) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 900.0F);
  const ImVec2 there = on_force(hand, *model, 20.0);
  const auto click = [&] {
    hand.move(there);
    hand.press(true);
    hand.press(false);
    hand.frames(20);
  };
  click();
  ASSERT_EQ(hand.ui.choices.pins.size(), 1U);
  EXPECT_EQ(hand.ui.choices.pins[0].curve, "pfj_force_bw");
  EXPECT_NEAR(hand.ui.choices.pins[0].percent, 20.0, 0.5);  // a pixel is a third of a per cent
  EXPECT_NEAR(model->b()->percent_of_phase(model->playback.phase()), 20.0, 0.5);
  click();
  EXPECT_TRUE(hand.ui.choices.pins.empty());
}

TEST(KneePanel, BesideTheCurvesNothingIsPinned) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 900.0F);
  hand.click("knee.force", 0.8F);  // the middle of the plot, where the leg swings and the force is near zero
  EXPECT_TRUE(hand.ui.choices.pins.empty());
  hand.drag("knee.force", 0.15F, 0.4F);
  EXPECT_TRUE(hand.ui.choices.pins.empty());
}

TEST(KneePanel, AReadingSaysBothFormsAndTheRunners) {
  auto model = settled();
  const KneeCurve& row = knee_curve("knee_flexion_deg");
  Plot plot = plot_of(row, *model);
  const std::string text = reading_text(plot, 15.0);
  const double b = value_at(model->b()->curve("knee_flexion_deg")->values, 15.0);
  EXPECT_NE(text.find(fmt::format("B  {:.1f} deg", b)), std::string::npos) << text;
  EXPECT_NE(text.find("A  "), std::string::npos);
  EXPECT_NE(text.find("runners  "), std::string::npos);
}

TEST(KneePanel, TheLowerPlotShowsWhatIsChosen) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 900.0F);
  hand.click("knee.choice.0");
  hand.click("knee.choice.0.knee_extension_moment_nm_kg");
  EXPECT_EQ(hand.ui.choices.chosen_curves[0], "knee_extension_moment_nm_kg");
  hand.frames(2);
  EXPECT_TRUE(hand.sees("knee.chosen.0"));
}

TEST(KneePanel, EveryCurveThatCanBeChosenIsComputed) {
  auto model = settled({});
  for (const KneeCurve& row : knee_curves()) {
    EXPECT_NE(model->b()->curve(row.curve), nullptr) << row.curve;
    const Plot plot = plot_of(row, *model);
    EXPECT_TRUE(row.title.ends_with(row.unit)) << row.title;
    EXPECT_EQ(plot.lines.back().values->size(), 101U);
  }
}

TEST(KneePanel, TitlesFitIntoANarrowPanel) {
  auto model = settled({});
  Hand hand(*model, 1280.0F, 720.0F);
  ImGui::NewFrame();
  for (const KneeCurve& row : knee_curves())
    EXPECT_LT(ImGui::CalcTextSize(row.title.c_str()).x, 260.0F - 40.0F) << row.title;
  ImGui::EndFrame();
}

}  // namespace
}  // namespace stridelab::view
