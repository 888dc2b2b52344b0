#include "render/ui/overlay_parts.h"

#include <algorithm>

namespace stridelab::view {

ImDrawList& begin_overlay(const UiState& ui, const char* name) {
  ImGui::SetNextWindowPos({ui.placed.viewport.x0, ui.placed.viewport.y0});
  ImGui::SetNextWindowSize({std::max(ui.placed.viewport.width(), 1.0F), std::max(ui.placed.viewport.height(), 1.0F)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1.0F, 1.0F});
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
  return *ImGui::GetWindowDrawList();
}

void end_overlay() {
  ImGui::End();
  ImGui::PopStyleVar(2);
}

float colour_bar_height(float pixel) { return 10.0F * pixel + 2.0F * pixel + ImGui::GetTextLineHeight(); }

void draw_ramp(ImDrawList& draw, const LoadScale& scale, const Rect& rect) {
  constexpr int steps = 32;
  const std::vector<ScaleTick> colours = ticks(scale, steps + 1);
  const float step = rect.width() / static_cast<float>(steps);
  for (std::size_t i = 0; i < steps; ++i) {
    const ImU32 left = packed(colours[i].colour), right = packed(colours[i + 1].colour);
    const float x = rect.x0 + step * static_cast<float>(i);
    draw.AddRectFilledMultiColor({x, rect.y0}, {x + step, rect.y1}, left, right, right, left);
  }
}

void draw_colour_bar(ImDrawList& draw, const LoadScale& scale, ImVec2 corner, float width, float pixel) {
  const float height = 10.0F * pixel;
  const auto x = [&](double value) {
    return corner.x + width * static_cast<float>((value - scale.low) / (scale.high - scale.low));
  };
  draw_ramp(draw, scale, {corner.x, corner.y, corner.x + width, corner.y + height});
  const std::vector<ScaleTick> marks = ticks(scale, 3);
  const float y = corner.y + height + 2.0F * pixel;
  for (const ScaleTick& mark : marks) {
    // The outer numbers stay inside of the bar's width.
    const float half = 0.5F * ImGui::CalcTextSize(mark.text.c_str()).x;
    const float middle = std::clamp(x(mark.value), corner.x + half, std::max(corner.x + half, corner.x + width - half));
    draw.AddText({middle - half, y}, colour_chip_text, mark.text.c_str());
  }
}

}  // namespace stridelab::view
