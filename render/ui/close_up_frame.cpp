#include <fmt/format.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "render/ui/overlay.h"
#include "render/ui/overlay_parts.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

std::string title_of(const UiState& ui, float width) {
  std::string title = broken_lines("pressure on the right kneecap", width);
  if (ui.status.close_up_scale && ui.status.close_up_beyond)
    title += "\n" + broken_lines(fmt::format("now {:.1f} {}, beyond the scale", *ui.status.close_up_beyond,
                                             ui.status.close_up_scale->unit),
                                 width);
  return title;
}

/// Title and colours below the frame, or inside at its lower edge where no room is left.
Rect draw_title(ImDrawList& draw, const UiState& ui) {
  const Rect& in = ui.placed.inset;
  const float pad = 5.0F * ui.scale, width = in.width() - 2.0F * pad;
  const std::string title = title_of(ui, width);
  const float title_height = ImGui::CalcTextSize(title.c_str()).y;
  const float bar_height = ui.status.close_up_scale ? colour_bar_height(ui.scale) + pad : 0.0F;
  const float needed = title_height + bar_height + 2.0F * pad;
  const float top = in.y1 + needed <= ui.placed.viewport.y1 ? in.y1 : in.y1 - needed;
  const Rect chip{in.x0, top, in.x1, top + needed};
  draw_chip(draw, chip, ui.scale);
  draw.AddText({in.x0 + pad, top + pad}, colour_chip_text, title.c_str());
  if (ui.status.close_up_scale)
    draw_colour_bar(draw, *ui.status.close_up_scale, {in.x0 + pad, top + title_height + 2.0F * pad}, width, ui.scale);
  return chip;
}

/// Small words, so that they leave the knee in sight.
void draw_captions(ImDrawList& draw, const UiState& ui, const Rect& taken) {
  const float size = 0.85F * ImGui::GetFontSize(), edge = 4.0F * ui.scale;
  const glm::vec2 padding{3.0F * ui.scale, 1.0F * ui.scale};
  std::vector<glm::vec2> at, sizes;
  for (const PlacedLabel& label : ui.status.inset_labels) {
    const ImVec2 text = ImGui::GetFont()->CalcTextSizeA(size, FLT_MAX, 0.0F, label.text.c_str());
    at.push_back(label.at_px);
    sizes.push_back(glm::vec2{text.x, text.y} + 2.0F * padding);
  }
  const Rect room{ui.placed.inset.x0 + edge, ui.placed.inset.y0 + edge, ui.placed.inset.x1 - edge,
                  ui.placed.inset.y1 - edge};
  const auto chips = lay_captions(at, sizes, room, {taken});
  for (std::size_t i = 0; i < chips.size(); ++i) {
    if (!chips[i]) continue;
    draw_chip(draw, *chips[i], 0.7F * ui.scale);
    // Letters of a typeface made for another size stay sharp on whole pixels only.
    const ImVec2 corner{std::round(chips[i]->x0 + padding.x), std::round(chips[i]->y0 + padding.y)};
    draw.AddText(ImGui::GetFont(), size, corner, colour_chip_text, ui.status.inset_labels[i].text.c_str());
  }
}

}  // namespace

Rect draw_close_up_frame(ImDrawList& draw, const UiState& ui) {
  const Rect& in = ui.placed.inset;
  draw.AddRect({in.x0, in.y0}, {in.x1, in.y1}, colour_chip, 3.0F * ui.scale, 0, 4.0F * ui.scale);
  draw.AddRect({in.x0, in.y0}, {in.x1, in.y1}, colour_quiet, 3.0F * ui.scale, 0, 1.5F * ui.scale);
  const Rect title = draw_title(draw, ui);
  if (ui.choices.shown.labels) draw_captions(draw, ui, title);
  return {in.x0, in.y0, in.x1, std::max(in.y1, title.y1)};
}

}  // namespace stridelab::view
