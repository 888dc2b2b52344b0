#pragma once

#include <imgui.h>

#include <string>

#include "render/ui/ui_state.h"

namespace stridelab::view {

// Words over the picture stand on dark chips: they read on any ground, light or dark.
inline constexpr ImU32 colour_chip = IM_COL32(22, 25, 29, 205);
inline constexpr ImU32 colour_chip_text = IM_COL32(236, 239, 242, 255);

/// A layer over the picture that the mouse goes through: behind every panel. end_overlay() must follow.
ImDrawList& begin_overlay(const UiState& ui, const char* name);
void end_overlay();

/// sRGB 0 .. 1 to a colour of a draw list.
inline ImU32 packed(const glm::vec4& colour) {
  return ImGui::ColorConvertFloat4ToU32({colour.r, colour.g, colour.b, colour.a});
}

/// The ground of a chip; empty rectangles draw nothing.
inline void draw_chip(ImDrawList& draw, const Rect& rect, float scale) {
  draw.AddRectFilled({rect.x0, rect.y0}, {rect.x1, rect.y1}, colour_chip, 4.0F * scale);
}

/// Whether the picture has room for a figure and for words beside it.
inline bool roomy(const UiState& ui) {
  return ui.placed.viewport.width() >= 300.0F * ui.scale && ui.placed.viewport.height() >= 260.0F * ui.scale;
}

/// The colours of a scale from its low to its high end.
void draw_ramp(ImDrawList& draw, const LoadScale& scale, const Rect& rect);

/// Frame of the close-up, the words in it unless labels are off, its title and colours; covers the rectangle returned.
Rect draw_close_up_frame(ImDrawList& draw, const UiState& ui);

/// The colour bar of a scale with its numbers below, `width` wide; the height it takes is that of colour_bar_height().
void draw_colour_bar(ImDrawList& draw, const LoadScale& scale, ImVec2 corner, float width, float pixel);
float colour_bar_height(float pixel);

}  // namespace stridelab::view
