#include <gtest/gtest.h>

#include <random>

#include "hand.h"
#include "render/ui/overlay.h"

namespace stridelab::view {
namespace {

bool is_inside(const Rect& inner, const Rect& outer) {
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

float distance(const Rect& rect, glm::vec2 point) {
  return glm::distance(point, glm::clamp(point, glm::vec2(rect.x0, rect.y0), glm::vec2(rect.x1, rect.y1)));
}

TEST(Labels, NeverLieOverEachOtherOrOutside) {
  std::mt19937 random(3);
  const Rect area{100.0F, 50.0F, 700.0F, 450.0F};
  const auto between = [&](float lo, float hi) { return std::uniform_real_distribution(lo, hi)(random); };
  for (int round = 0; round < 200; ++round) {
    const Rect button{between(100.0F, 300.0F), 60.0F, between(320.0F, 600.0F), 90.0F};
    std::vector<glm::vec2> at, sizes;
    const int count = 1 + round % 8;
    for (int i = 0; i < count; ++i) {
      at.emplace_back(between(0.0F, 800.0F), between(0.0F, 500.0F));
      sizes.emplace_back(between(30.0F, 150.0F), between(14.0F, 30.0F));
    }
    const auto places = lay_labels(at, sizes, area, {button}, 6.0F);
    ASSERT_EQ(places.size(), at.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!places[i]) continue;
      EXPECT_TRUE(is_inside(*places[i], area));
      EXPECT_FALSE(overlaps(*places[i], button));
      EXPECT_NEAR(places[i]->width(), sizes[i].x, 1e-3F);  // single precision of window coordinates
      for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(places[j] && overlaps(*places[i], *places[j]));
    }
  }
}

TEST(Labels, StandBesideTheirPointAndMoveApartAtOnePlace) {
  const Rect area{0.0F, 0.0F, 800.0F, 600.0F};
  const std::vector<glm::vec2> at(4, glm::vec2(400.0F, 300.0F)), sizes(4, glm::vec2(100.0F, 20.0F));
  const auto places = lay_labels(at, sizes, area, {}, 8.0F);
  for (const auto& place : places) {
    ASSERT_TRUE(place);
    EXPECT_GT(distance(*place, at[0]), 0.0F);
    EXPECT_LT(distance(*place, at[0]), 40.0F);  // two labels' heights: the eye finds the point
  }
}

TEST(Labels, APointOutOfThePictureHasNone) {
  const Rect area{0.0F, 0.0F, 300.0F, 200.0F};
  EXPECT_FALSE(lay_labels({{-5.0F, 100.0F}}, {{40.0F, 15.0F}}, area, {}, 5.0F)[0]);
  EXPECT_FALSE(lay_labels({{150.0F, 100.0F}}, {{400.0F, 15.0F}}, area, {}, 5.0F)[0]);  // wider than the picture
  EXPECT_TRUE(lay_labels({{299.0F, 199.0F}}, {{40.0F, 15.0F}}, area, {}, 5.0F)[0]);
}

TEST(Captions, StayNearTheirPointsAndClearOfEachOther) {
  std::mt19937 random(11);
  const auto between = [&](float lo, float hi) { return std::uniform_real_distribution(lo, hi)(random); };
  for (int round = 0; round < 200; ++round) {
    const Rect area{100.0F, 100.0F, 100.0F + between(150.0F, 400.0F), 270.0F}, title{100.0F, 230.0F, 600.0F, 270.0F};
    std::vector<glm::vec2> at, sizes;
    for (int i = 0; i < 5; ++i) {
      at.emplace_back(between(area.x0, area.x1), between(area.y0, area.y1));
      sizes.emplace_back(between(25.0F, 120.0F), between(10.0F, 16.0F));
    }
    const auto places = lay_captions(at, sizes, area, {title});
    ASSERT_EQ(places.size(), at.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!places[i]) continue;
      const float rounding = 1e-3F;  // single precision of window coordinates
      EXPECT_TRUE(is_inside(*places[i], {area.x0, area.y0, area.x1 + rounding, area.y1 + rounding}));
      EXPECT_FALSE(overlaps(*places[i], title));
      EXPECT_LE(distance(*places[i], at[i]), 1e-3F);  // half its height away at most: the point is on it or at its edge
      for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(places[j] && overlaps(*places[i], *places[j]));
    }
  }
}

TEST(Captions, TheEarlierOneHasThePlace) {
  const Rect area{0.0F, 0.0F, 170.0F, 170.0F};
  const auto places = lay_captions({{80.0F, 80.0F}, {82.0F, 80.0F}}, {{60.0F, 14.0F}, {60.0F, 14.0F}}, area, {});
  ASSERT_TRUE(places[0]);
  EXPECT_NEAR(places[0]->x0, 50.0F, 1e-3F);  // centred
  EXPECT_FALSE(places[1]);
}

TEST(Captions, OneAtTheEdgeComesInAndOneOutsideIsLeftOut) {
  const Rect area{0.0F, 0.0F, 170.0F, 170.0F};
  const auto places = lay_captions({{175.0F, 40.0F}, {290.0F, 80.0F}}, {{60.0F, 14.0F}, {60.0F, 14.0F}}, area, {});
  ASSERT_TRUE(places[0]);
  EXPECT_NEAR(places[0]->x1, 170.0F, 1e-3F);
  EXPECT_FALSE(places[1]);
}

std::unique_ptr<ViewModel> changed_run() {
  auto model = ViewModel::open(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", {"cadence_percent=10"});
  EXPECT_TRUE(model) << (model ? "" : to_text(model.error()));
  (*model)->settle();
  return *std::move(model);
}

/// What the program fills in when everything is in its pictures.
void fill_in(UiState& ui) {
  ui.status.force_scale = "20 N per cm";
  ui.status.close_up_scale = LoadScale{0.0, 12.0, "kneecap pressure", "MPa"};
  ui.status.footprint_scale = LoadScale{2.0, 8.0, "kneecap force", "BW"};
}

void scatter_labels(UiState& ui, std::mt19937& random) {
  const auto between = [&](float lo, float hi) { return std::uniform_real_distribution(lo, hi)(random); };
  ui.status.labels.clear();
  for (int i = 0; i < 8; ++i) {
    const glm::vec2 at{between(ui.placed.viewport.x0, ui.placed.viewport.x1),
                       between(ui.placed.viewport.y0, ui.placed.viewport.y1)};
    ui.status.labels.push_back({at, std::string(3 + static_cast<std::size_t>(i) * 2, 'm'), {}});
  }
}

// What the program fills in is there: the legends take their places beside it, and none is over another.
TEST(Legends, KeepClearOfEachOtherAndStayInThePicture) {
  auto model = changed_run();
  for (const auto& [width, height] :
       {std::pair{1280.0F, 720.0F}, std::pair{1920.0F, 1080.0F}, std::pair{900.0F, 560.0F}}) {
    Hand hand(*model, width, height);
    hand.ui.choices.shown.anatomy = true;
    fill_in(hand.ui);
    hand.frames(4);
    std::vector<Rect> legends;
    for (const auto& [name, rect] : hand.ui.placed.widgets)
      if (name.starts_with("legend")) legends.push_back(rect);
    ASSERT_GE(legends.size(), 2U) << width;
    for (std::size_t i = 0; i < legends.size(); ++i) {
      EXPECT_TRUE(is_inside(legends[i], hand.ui.placed.viewport)) << width << " " << i;
      for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlaps(legends[i], legends[j])) << width;
    }
  }
}

TEST(Legends, AreLeftOutWithTheLabels) {
  auto model = changed_run();
  Hand hand(*model, 1280.0F, 720.0F);
  EXPECT_TRUE(hand.sees("legend"));
  hand.ui.choices.shown.labels = false;
  hand.frames(2);
  EXPECT_FALSE(hand.sees("legend"));
  EXPECT_TRUE(hand.sees("legend.close_up")) << "colours without a scale";
}

TEST(Labels, KeepClearOfEveryLegend) {
  auto model = changed_run();
  std::mt19937 random(5);
  for (const auto& [width, height] :
       {std::pair{1280.0F, 720.0F}, std::pair{800.0F, 500.0F}, std::pair{400.0F, 800.0F}}) {
    Hand hand(*model, width, height);
    fill_in(hand.ui);
    for (int round = 0; round < 30; ++round) {
      scatter_labels(hand.ui, random);
      hand.frames(1);
      int placed = 0;
      for (const auto& [name, label] : hand.ui.placed.widgets) {
        if (!name.starts_with("label.")) continue;
        ++placed;
        EXPECT_TRUE(is_inside(label, hand.ui.placed.viewport)) << name;
        for (const auto& [other, rect] : hand.ui.placed.widgets)
          EXPECT_FALSE(other != name && overlaps(label, rect)) << width << ": " << name << " over " << other;
      }
      EXPECT_GT(placed, 0) << width;
    }
  }
}

TEST(Legends, TheFootprintsAreExplainedWhereTheyAreShown) {
  auto model = changed_run();
  Hand hand(*model, 1280.0F, 720.0F);
  EXPECT_FALSE(hand.sees("legend.footprints"));  // none is in the picture
  fill_in(hand.ui);
  hand.frames(2);
  EXPECT_TRUE(hand.sees("legend.footprints"));
  hand.ui.choices.shown.footprints = false;
  hand.frames(2);
  EXPECT_FALSE(hand.sees("legend.footprints"));
}

TEST(Legends, ALoadBeyondItsScaleIsNamedInMoreWords) {
  auto model = changed_run();
  Hand hand(*model, 1280.0F, 720.0F);
  fill_in(hand.ui);
  hand.frames(2);
  const Rect print = hand.ui.placed.widgets.at("legend.footprints"),
             knee = hand.ui.placed.widgets.at("legend.close_up");
  hand.ui.status.close_up_beyond = 13.4;
  hand.ui.status.footprint_beyond = 123456.7;  // many digits: wider than the title above them
  hand.frames(2);
  EXPECT_GT(hand.ui.placed.widgets.at("legend.footprints").width(), print.width());
  EXPECT_GT(hand.ui.placed.widgets.at("legend.close_up").height(), knee.height());
}

TEST(Legends, ASmallPictureKeepsTheFirstLabelAlone) {
  auto model = changed_run();
  Hand hand(*model, 480.0F, 320.0F);
  fill_in(hand.ui);
  const Rect& view = hand.ui.placed.viewport;
  const glm::vec2 middle{0.5F * (view.x0 + view.x1), 0.5F * (view.y0 + view.y1)};
  hand.ui.status.labels = {{middle, "1636 N", {}}, {middle, "lever", {}}};
  hand.frames(2);
  EXPECT_TRUE(hand.sees("label.0"));
  EXPECT_FALSE(hand.sees("label.1"));
  EXPECT_FALSE(hand.sees("legend"));
}

// The portrait window's picture is 400 wide: two rows of letters at its lower edge, clear of feet at its middle.
TEST(Legends, ANarrowPictureHasThemAlongItsLowerEdge) {
  auto model = changed_run();
  Hand hand(*model, 400.0F, 800.0F);
  fill_in(hand.ui);
  hand.ui.status.footprint_scale.reset();
  hand.frames(2);
  ASSERT_TRUE(hand.sees("legend"));
  const Rect& legend = hand.ui.placed.widgets.at("legend");
  EXPECT_LT(legend.height(), 32.0F);  // one row of letters of 15 with its padding, not three of them
  EXPECT_NEAR(legend.y1, hand.ui.placed.viewport.y1, 10.0F);
}

}  // namespace
}  // namespace stridelab::view
