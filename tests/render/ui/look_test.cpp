#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "hand.h"
#include "render/ui/panel_parts.h"
#include "settled.h"

namespace stridelab::view {
namespace {

/// Relative luminance of WCAG 2.1, of an opaque sRGB colour.
double luminance(const ImVec4& c) {
  const auto linear = [](float part) {
    const double v = static_cast<double>(part);
    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(c.x) + 0.7152 * linear(c.y) + 0.0722 * linear(c.z);
}

double contrast(const ImVec4& a, const ImVec4& b) {
  const double bright = std::max(luminance(a), luminance(b)), dim = std::min(luminance(a), luminance(b));
  return (bright + 0.05) / (dim + 0.05);
}

ImVec4 unpacked(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

// WCAG 2.1 success criterion 1.4.3: 4.5 : 1 for text of this size.
TEST(Look, TextStandsOutFromEveryGroundItStandsOn) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  const auto& style = ImGui::GetStyle().Colors;
  for (const ImGuiCol ground : {ImGuiCol_WindowBg, ImGuiCol_PopupBg, ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered,
                                ImGuiCol_Button, ImGuiCol_ButtonHovered, ImGuiCol_ButtonActive, ImGuiCol_Header,
                                ImGuiCol_HeaderHovered, ImGuiCol_HeaderActive, ImGuiCol_TextSelectedBg})
    EXPECT_GE(contrast(style[ImGuiCol_Text], style[ground]), 4.5) << ImGui::GetStyleColorName(ground);
  for (const ImU32 words : {colour_quiet, colour_a, colour_b, colour_warning})
    for (const ImGuiCol ground : {ImGuiCol_WindowBg, ImGuiCol_PopupBg, ImGuiCol_Button})
      EXPECT_GE(contrast(unpacked(words), style[ground]), 4.5) << words << ImGui::GetStyleColorName(ground);
}

TEST(Look, EverythingGrowsWithTheDensityOfTheScreen) {
  auto model = settled();
  const auto height_of_slider = [&](float scale) {
    Hand hand(*model, 1280.0F * scale, 720.0F * scale, scale);
    const Rect r = hand.ui.placed.widgets.at("form.cadence_spm");
    return std::pair{r.width(), r.height()};
  };
  const auto [width_1, height_1] = height_of_slider(1.0F);
  const auto [width_2, height_2] = height_of_slider(2.0F);
  // Letters are of whole pixels: 14 and 27.
  EXPECT_NEAR(height_2, 2.0F * height_1, 2.0F);
  EXPECT_NEAR(width_2, 2.0F * width_1, 4.0F);
}

TEST(Look, CanBeSetUpAgainAtAnotherDensity) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  const float before = ImGui::GetFontSize();
  hand.ui.scale = 2.0F;
  ASSERT_TRUE(set_up_look(hand.ui));
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  hand.resize(2560.0F, 1440.0F);
  EXPECT_GT(ImGui::GetIO().Fonts->Fonts[0]->FontSize, 1.8F * before);
  EXPECT_TRUE(hand.sees("form.cadence_spm"));
}

}  // namespace
}  // namespace stridelab::view
