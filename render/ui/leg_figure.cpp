#include "render/ui/leg_figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "render/ui/load_look.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

constexpr ImU32 colour_leg = IM_COL32(64, 71, 80, 255);
constexpr ImU32 colour_edge = IM_COL32(112, 121, 132, 255);

const RegionLoad* find_load(const std::vector<RegionLoad>& loads, std::string_view region) {
  const auto found = std::find_if(loads.begin(), loads.end(), [&](auto& load) { return load.region.key == region; });
  return found != loads.end() ? &*found : nullptr;
}

ImVec2 on(const Rect& box, glm::vec2 part) { return {box.x0 + part.x * box.width(), box.y0 + part.y * box.height()}; }

void draw_outline(ImDrawList& draw, LegView view, const Rect& box, float scale) {
  constexpr int slices = 60;
  std::array<ImVec2, slices + 1> left, right;
  for (std::size_t i = 0; i <= slices; ++i) {
    const float height = static_cast<float>(i) / slices;
    const glm::vec2 edges = leg_edges(view, height);
    left[i] = on(box, {edges.x, height});
    right[i] = on(box, {edges.y, height});
  }
  const ImDrawListFlags flags = draw.Flags;
  draw.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // nothing shows between the strips
  for (std::size_t i = 0; i < slices; ++i) draw.AddQuadFilled(left[i], right[i], right[i + 1], left[i + 1], colour_leg);
  draw.Flags = flags;
  draw.AddPolyline(left.data(), slices + 1, colour_edge, 0, 1.2F * scale);
  draw.AddPolyline(right.data(), slices + 1, colour_edge, 0, 1.2F * scale);
}

/// An ellipse as a many-sided figure.
std::array<ImVec2, 32> ellipse(const Rect& box, const LegSpot& spot) {
  std::array<ImVec2, 32> points;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const float angle = 6.2831853F * static_cast<float>(i) / static_cast<float>(points.size());
    points[i] = on(box, spot.middle + spot.half * glm::vec2(std::cos(angle), std::sin(angle)));
  }
  return points;
}

/// Up, down or a dot: the level without its colour.
void draw_sign(ImDrawList& draw, LoadLevel level, ImVec2 middle, float radius) {
  constexpr ImU32 colour = IM_COL32(15, 18, 22, 255);
  const float r = 0.55F * radius, up = level == LoadLevel::low ? -r : r;
  if (level == LoadLevel::high || level == LoadLevel::low)
    draw.AddTriangleFilled({middle.x - r, middle.y + 0.7F * up}, {middle.x + r, middle.y + 0.7F * up},
                           {middle.x, middle.y - up}, colour);
  if (level == LoadLevel::usual) draw.AddCircleFilled(middle, 0.45F * r, colour);
}

void draw_spot(UiState& ui, ImDrawList& draw, const Rect& box, const LegSpot& spot, const RegionLoad& load) {
  const ImVec2 min = on(box, spot.middle - spot.half), max = on(box, spot.middle + spot.half);
  ImGui::SetCursorScreenPos(min);
  const std::string id = fmt::format("##spot.{}.{}", spot.region, static_cast<int>(spot.view));
  if (ImGui::InvisibleButton(id.c_str(), {std::max(max.x - min.x, 1.0F), std::max(max.y - min.y, 1.0F)}))
    ui.choices.region = spot.region;
  name_item(ui, fmt::format("knee_map.spot.{}", spot.region));
  const bool hovered = ImGui::IsItemHovered();
  explain_item(load_text(load.main(), load.region.label));
  const auto points = ellipse(box, spot);
  const auto count = static_cast<int>(points.size());
  draw.AddConvexPolyFilled(points.data(), count, level_colour(load.main().level));
  const bool picked = ui.choices.region == spot.region;
  draw.AddPolyline(points.data(), count, picked || hovered ? IM_COL32_WHITE : IM_COL32(20, 23, 27, 255),
                   ImDrawFlags_Closed, (picked ? 2.5F : 1.2F) * ui.scale);
  const ImVec2 middle{0.5F * (min.x + max.x), 0.5F * (min.y + max.y)};
  draw_sign(draw, load.main().level, middle, 0.5F * std::min(max.x - min.x, max.y - min.y));
}

}  // namespace

void draw_leg_figure(UiState& ui, const std::vector<RegionLoad>& loads, float width, float height) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float line = ImGui::GetTextLineHeight();
  const float box_height = height - line - 2.0F * ui.scale;
  const float box_width = std::min(width / 3.0F, 0.7F * box_height), step = width / 3.0F;
  for (const auto& [view, name] :
       {std::pair{LegView::front, "front"}, std::pair{LegView::side, "side"}, std::pair{LegView::back, "back"}}) {
    const float x = corner.x + step * static_cast<float>(view) + 0.5F * (step - box_width);
    const Rect box{x, corner.y, x + box_width, corner.y + box_height};
    draw_outline(draw, view, box, ui.scale);
    const float name_width = ImGui::CalcTextSize(name).x;
    if (name_width < step)
      draw.AddText({0.5F * (box.x0 + box.x1 - name_width), box.y1 + 2.0F * ui.scale}, colour_quiet, name);
    for (const LegSpot& spot : leg_spots())
      if (const RegionLoad* load = find_load(loads, spot.region); spot.view == view && load != nullptr)
        draw_spot(ui, draw, box, spot, *load);
  }
  ImGui::SetCursorScreenPos(corner);
  ImGui::Dummy({width, height});
}

}  // namespace stridelab::view
