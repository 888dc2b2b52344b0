#include "render/ui/leg_figure.h"

#include <gtest/gtest.h>

#include <set>

#include "hand.h"

namespace stridelab::view {
namespace {

TEST(LegFigure, EveryRegionOfTheMapHasAPlaceOnTheLeg) {
  const auto map = read_region_map();
  ASSERT_TRUE(map);
  std::set<std::string_view> placed;
  for (const LegSpot& spot : leg_spots()) {
    placed.insert(spot.region);
    EXPECT_NE(find_region(*map, spot.region), nullptr) << spot.region;
  }
  EXPECT_EQ(placed.size(), map->regions.size());
}

TEST(LegFigure, PlacesLieOnTheLegAndApart) {
  const auto& spots = leg_spots();
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const glm::vec2 edges = leg_edges(spots[i].view, spots[i].middle.y);
    EXPECT_GT(spots[i].middle.x, edges.x) << spots[i].region;
    EXPECT_LT(spots[i].middle.x, edges.y) << spots[i].region;
    for (std::size_t j = 0; j < i; ++j) {
      if (spots[i].view != spots[j].view) continue;
      const glm::vec2 apart = glm::abs(spots[i].middle - spots[j].middle), room = spots[i].half + spots[j].half;
      EXPECT_TRUE(apart.x >= room.x || apart.y >= room.y) << spots[i].region << " and " << spots[j].region;
    }
  }
}

// Seen from the front a right leg's outer side is on the left, from behind it would be on the right.
TEST(LegFigure, SidesAreThoseOfARightLeg) {
  for (const LegSpot& spot : leg_spots()) {
    if (spot.view != LegView::front) continue;
    if (spot.region == "outer") {
      EXPECT_LT(spot.middle.x, 0.5F);
    }
    if (spot.region == "inner") {
      EXPECT_GT(spot.middle.x, 0.5F);
    }
  }
  for (float height = 0.0F; height <= 1.0F; height += 0.05F)
    EXPECT_NEAR(leg_edges(LegView::front, height).x, 1.0F - leg_edges(LegView::back, height).y, 1e-6F);
}

TEST(LegFigure, AClickOnTheLegOrOnABarOpensThePlace) {
  auto model = ViewModel::open(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", {"cadence_percent=10"});
  ASSERT_TRUE(model);
  (*model)->settle();
  Hand hand(**model, 1280.0F, 900.0F);
  hand.click("trade_off.calf");
  EXPECT_EQ(hand.ui.choices.panel, "knee-map");
  EXPECT_EQ(hand.ui.choices.region, "calf");
  for (const char* region : {"hip", "inner", "back", "above_kneecap"}) {
    // A bar opens what helps, below the leg.
    ASSERT_NO_FATAL_FAILURE(hand.scroll_to(std::string("knee_map.spot.") + region, "more"));
    hand.click(std::string("knee_map.spot.") + region);
    EXPECT_EQ(hand.ui.choices.region, region);
  }
}

}  // namespace
}  // namespace stridelab::view
