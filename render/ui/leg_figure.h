#pragma once

#include <glm/glm.hpp>
#include <string_view>
#include <vector>

#include "regions/region_load.h"
#include "render/ui/ui_state.h"

namespace stridelab::view {

/// The right leg as three outlines, seen from the front, from its outer side and from behind.
enum class LegView { front, side, back };

/// Where a region lies on an outline: an ellipse. Of the outline's box: 0 .. 1 from its upper left corner.
struct LegSpot {
  std::string_view region;
  LegView view;
  glm::vec2 middle, half;
};

/// Every place of every region; one that can be seen from two sides has two.
const std::vector<LegSpot>& leg_spots();

/// Left and right edge of an outline at a height, 0 .. 1 of its box; smooth.
glm::vec2 leg_edges(LegView view, float height);

/// Draws the outlines with the regions coloured by their load, marked with its level, and takes clicks: ui.choices.region. Keeps
/// the rectangle of each region as the widget "knee_map.spot.<region>".
void draw_leg_figure(UiState& ui, const std::vector<RegionLoad>& loads, float width, float height);

}  // namespace stridelab::view
