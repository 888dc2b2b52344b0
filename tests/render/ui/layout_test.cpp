#include "render/ui/layout.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "hand.h"
#include "settled.h"

namespace stridelab::view {
namespace {

struct Size {
  float width, height, scale;
};
constexpr Size sizes[] = {{480.0F, 320.0F, 1.0F},   {640.0F, 400.0F, 1.0F},   {800.0F, 500.0F, 1.0F},
                          {1280.0F, 720.0F, 1.0F},  {1920.0F, 1080.0F, 1.0F}, {3840.0F, 2160.0F, 1.0F},
                          {400.0F, 800.0F, 1.0F},   {960.0F, 640.0F, 2.0F},   {1280.0F, 800.0F, 2.0F},
                          {1600.0F, 1000.0F, 2.0F}, {2560.0F, 1440.0F, 2.0F}, {3840.0F, 2160.0F, 2.0F}};

std::string name_of(const Size& s) { return fmt::format("{} x {} at {}", s.width, s.height, s.scale); }

bool apart(const Rect& a, const Rect& b) {
  // Half a pixel: neighbours may share an edge, and edges are rounded.
  constexpr float rounding = 0.5F;
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0) <= rounding ||
         std::min(a.y1, b.y1) - std::max(a.y0, b.y0) <= rounding;
}

bool inside(const Rect& inner, const Rect& outer) {
  constexpr float rounding = 0.5F;
  return inner.x0 >= outer.x0 - rounding && inner.y0 >= outer.y0 - rounding && inner.x1 <= outer.x1 + rounding &&
         inner.y1 <= outer.y1 + rounding;
}

/// Chips over the picture may lie on the figure, but not on each other or beyond it.
void expect_tidy(const UiState& ui, const Size& size, const std::string& what) {
  SCOPED_TRACE(name_of(size) + ", " + what);
  const Rect window{0.0F, 0.0F, size.width, size.height};
  for (auto a = ui.placed.widgets.begin(); a != ui.placed.widgets.end(); ++a) {
    EXPECT_TRUE(inside(a->second, window)) << a->first;
    for (auto b = std::next(a); b != ui.placed.widgets.end(); ++b)
      EXPECT_TRUE(apart(a->second, b->second)) << a->first << " and " << b->first;
  }
}

/// What is open beside the column of a narrow window, or everything in a wide one, with each tab in turn.
std::vector<std::string> tabs_of(const UiState& ui) {
  std::vector<std::string> tabs;
  for (const auto& [name, rect] : ui.placed.widgets)
    if (name.starts_with("tab.")) tabs.push_back(name);
  return tabs;
}

TEST(Layout, NothingOverlapsOrLeavesTheWindowAtAnySize) {
  auto model = settled();
  model->set_number("cadence_spm", 187.0);
  model->settle();
  for (const Size& size : sizes) {
    Hand hand(*model, size.width, size.height, size.scale);
    const std::vector<std::string> tabs = tabs_of(hand.ui);
    EXPECT_GE(tabs.size(), 4U) << name_of(size);
    for (const std::string& tab : tabs) {
      ASSERT_NO_FATAL_FAILURE(hand.click(tab));
      hand.move({-1.0F, -1.0F});
      expect_tidy(hand.ui, size, tab);
    }
  }
}

TEST(Layout, PartsTileTheWindowAndTheFigureIsAlwaysThere) {
  auto model = settled();
  for (const Size& size : sizes) {
    Hand hand(*model, size.width, size.height, size.scale);
    SCOPED_TRACE(name_of(size));
    float area = hand.ui.placed.viewport.width() * hand.ui.placed.viewport.height();
    // A fifth of the window is the least that shows a whole runner beside the panels.
    EXPECT_GE(area, 0.2F * size.width * size.height);
    for (const auto& [name, rect] : hand.ui.placed.areas) area += rect.width() * rect.height();
    EXPECT_NEAR(area, size.width * size.height, 1e-3F * size.width * size.height);
  }
}

TEST(Layout, EverySliderIsReachedAtEverySize) {
  auto model = settled();
  for (const Size& size : sizes) {
    SCOPED_TRACE(name_of(size));
    Hand hand(*model, size.width, size.height, size.scale);
    for (const char* table : {"run", "training", "knee", "ground", "shoe", "body"}) {
      const std::string group = std::string("form.group.") + table;
      ASSERT_NO_FATAL_FAILURE(hand.scroll_to(group, "form"));
      ASSERT_NO_FATAL_FAILURE(hand.click(group));
    }
    for (const ParameterInfo& info : parameter_table())
      ASSERT_NO_FATAL_FAILURE(hand.scroll_to("form." + std::string(info.key), "form"));
  }
}

TEST(Layout, LabelAndValueNeverTouch) {
  auto model = settled();
  for (const Size& size : sizes) {
    Hand hand(*model, size.width, size.height, size.scale);
    for (const ParameterInfo& info : parameter_table()) {
      const auto label = hand.ui.placed.widgets.find("form.label." + std::string(info.key));
      const auto value = hand.ui.placed.widgets.find("form.value." + std::string(info.key));
      if (label == hand.ui.placed.widgets.end() || value == hand.ui.placed.widgets.end()) continue;
      EXPECT_LT(label->second.x1, value->second.x0) << name_of(size) << info.key;
    }
  }
}

TEST(Layout, APanelThatIsChosenIsShownInANarrowWindow) {
  auto model = settled();
  Hand hand(*model, 640.0F, 400.0F);
  EXPECT_TRUE(hand.ui.placed.areas.contains("form"));
  hand.ui.choices.panel = "knee-map";
  hand.frames(3);
  EXPECT_TRUE(hand.sees("knee_map.front"));
  EXPECT_FALSE(hand.ui.placed.areas.contains("form"));
  hand.resize(1280.0F, 720.0F);
  EXPECT_TRUE(hand.sees("knee_map.front"));
  EXPECT_TRUE(hand.sees("form.speed_m_s"));
  EXPECT_TRUE(hand.sees("knee.force"));
}

}  // namespace
}  // namespace stridelab::view
