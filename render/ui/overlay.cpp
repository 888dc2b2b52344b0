#include "render/ui/overlay.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/ui/overlay_parts.h"

namespace stridelab::view {
namespace {

constexpr float bar = 3.0F;  ///< design pixels: the colour of a label, at its left edge

/// What lies over the picture already: legends, the close-up.
std::vector<Rect> taken_of(const UiState& ui) {
  std::vector<Rect> taken;
  for (const auto& [name, rect] : ui.placed.widgets)
    if (overlaps(rect, ui.placed.viewport)) taken.push_back(rect);
  return taken;
}

/// From the point to the nearest place of the chip.
void draw_leader(ImDrawList& draw, const PlacedLabel& label, const Rect& chip, float scale) {
  const ImVec2 end{std::clamp(label.at_px.x, chip.x0, chip.x1), std::clamp(label.at_px.y, chip.y0, chip.y1)};
  draw.AddLine({label.at_px.x, label.at_px.y}, end, colour_chip, 3.0F * scale);
  draw.AddLine({label.at_px.x, label.at_px.y}, end, packed(label.colour), 1.5F * scale);
}

void draw_label(ImDrawList& draw, const PlacedLabel& label, const Rect& chip, glm::vec2 padding, float scale) {
  draw_leader(draw, label, chip, scale);
  draw_chip(draw, chip, scale);
  draw.AddRectFilled({chip.x0, chip.y0}, {chip.x0 + bar * scale, chip.y1}, packed(label.colour), 4.0F * scale,
                     ImDrawFlags_RoundCornersLeft);
  draw.AddText({chip.x0 + padding.x + bar * scale, chip.y0 + padding.y}, colour_chip_text, label.text.c_str());
}

}  // namespace

void draw_labels(UiState& ui) {
  if (ui.status.labels.empty() || !ui.choices.shown.labels) return;
  const glm::vec2 padding{6.0F * ui.scale, 3.0F * ui.scale};
  const std::size_t count = roomy(ui) ? ui.status.labels.size() : 1;
  std::vector<glm::vec2> at, sizes;
  for (std::size_t i = 0; i < count; ++i) {
    const ImVec2 text = ImGui::CalcTextSize(ui.status.labels[i].text.c_str());
    at.push_back(ui.status.labels[i].at_px);
    sizes.push_back(glm::vec2{text.x + bar * ui.scale, text.y} + 2.0F * padding);
  }
  ImDrawList& draw = begin_overlay(ui, "##labels");
  const auto chips = lay_labels(at, sizes, ui.placed.viewport, taken_of(ui), 8.0F * ui.scale);
  for (std::size_t i = 0; i < count; ++i) {
    if (!chips[i]) continue;
    draw_label(draw, ui.status.labels[i], *chips[i], padding, ui.scale);
    ui.placed.widgets[fmt::format("label.{}", i)] = *chips[i];
  }
  end_overlay();
}

}  // namespace stridelab::view
