#include <gtest/gtest.h>

#include <algorithm>

#include "hand.h"
#include "settled.h"

namespace stridelab::view {
namespace {

float common_area(const Rect& a, const Rect& b) {
  return std::max(std::min(a.x1, b.x1) - std::max(a.x0, b.x0), 0.0F) *
         std::max(std::min(a.y1, b.y1) - std::max(a.y0, b.y0), 0.0F);
}

/// What each card is about.
constexpr const char* subjects[] = {"form.cadence_spm", "knee.force", "trade_off.front", "timeline.peak",
                                    "form.freeze"};

TEST(Tour, FiveCardsPointAtTheirPartsAndDoNotCoverThem) {
  auto model = settled();
  for (const auto& [width, height, scale] : {std::tuple{480.0F, 320.0F, 1.0F}, std::tuple{800.0F, 500.0F, 1.0F},
                                             std::tuple{1280.0F, 720.0F, 1.0F}, std::tuple{3840.0F, 2160.0F, 2.0F}}) {
    Hand hand(*model, width, height, scale);
    hand.ui.choices.tour_card = 0;
    for (int card = 0; card < 5; ++card) {
      hand.frames(4);
      ASSERT_EQ(hand.ui.choices.tour_card, card);
      ASSERT_TRUE(hand.sees(subjects[card])) << subjects[card] << " at " << width;
      EXPECT_EQ(common_area(hand.ui.placed.areas.at("tour"), hand.ui.placed.widgets.at(subjects[card])), 0.0F)
          << "card " << card << " at " << width;
      ASSERT_NO_FATAL_FAILURE(hand.click("tour.next"));
    }
    EXPECT_EQ(hand.ui.choices.tour_card, -1);
    EXPECT_FALSE(hand.sees("tour.next"));
  }
}

TEST(Tour, GoesBackAndCanBeLeftAndBegunAgain) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.choices.show_notice = true;
  hand.frames(3);
  hand.click("notice.tour");
  EXPECT_FALSE(hand.ui.choices.show_notice);
  EXPECT_EQ(hand.ui.choices.tour_card, 0);
  hand.click("tour.next");
  hand.click("tour.back");
  EXPECT_EQ(hand.ui.choices.tour_card, 0);
  hand.click("tour.skip");
  EXPECT_EQ(hand.ui.choices.tour_card, -1);
  hand.click("toolbar.help");
  hand.click("help.tour");
  EXPECT_EQ(hand.ui.choices.tour_card, 0);
  EXPECT_FALSE(hand.ui.choices.show_help);
}

TEST(Tour, TheFormMovesWhileACardIsOpen) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.choices.tour_card = 0;
  hand.frames(4);
  hand.drag("form.cadence_spm", 0.44F, 0.6F);
  EXPECT_TRUE(model->changed("cadence_spm"));
  EXPECT_EQ(hand.ui.choices.tour_card, 0);
}

}  // namespace
}  // namespace stridelab::view
