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

std::unique_ptr<ViewModel> changed_run() {
  auto model = ViewModel::open(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", {"cadence_percent=10"});
  EXPECT_TRUE(model) << (model ? "" : to_text(model.error()));
  (*model)->settle();
  return *std::move(model);
}

// What the program fills in is there: the legends take their places beside it, and none is over another.
TEST(Legends, KeepClearOfEachOtherAndStayInThePicture) {
  auto model = changed_run();
  for (const auto& [width, height] :
       {std::pair{1280.0F, 720.0F}, std::pair{1920.0F, 1080.0F}, std::pair{900.0F, 560.0F}}) {
    Hand hand(*model, width, height);
    hand.ui.shown.anatomy = true;
    hand.ui.force_scale = "20 N per cm";
    hand.ui.close_up_scale = LoadScale{0.0, 12.0, "kneecap pressure", "MPa"};
    hand.frames(4);
    std::vector<Rect> legends;
    for (const auto& [name, rect] : hand.ui.widgets)
      if (name.starts_with("legend")) legends.push_back(rect);
    ASSERT_GE(legends.size(), 2U) << width;
    for (std::size_t i = 0; i < legends.size(); ++i) {
      EXPECT_TRUE(is_inside(legends[i], hand.ui.viewport)) << width << " " << i;
      for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlaps(legends[i], legends[j])) << width;
    }
  }
}

TEST(Legends, AreLeftOutWithTheLabels) {
  auto model = changed_run();
  Hand hand(*model, 1280.0F, 720.0F);
  EXPECT_TRUE(hand.sees("legend"));
  hand.ui.shown.labels = false;
  hand.frames(2);
  EXPECT_FALSE(hand.sees("legend"));
}

}  // namespace
}  // namespace stridelab::view
