#include <imgui_internal.h>

#include <algorithm>

#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

constexpr float shown_s = 7.0F;

/// Words on a chip at the lower edge of the picture, in the middle.
void draw_chip(const UiState& ui) {
  const float pad = 8.0F * ui.scale;
  const std::string lines =
      broken_lines(ui.status.said, std::max(ui.placed.viewport.width() - 6.0F * pad, 60.0F * ui.scale));
  const ImVec2 size = ImGui::CalcTextSize(lines.c_str());
  const float x = 0.5F * (ui.placed.viewport.x0 + ui.placed.viewport.x1 - size.x),
              y = ui.placed.viewport.y1 - size.y - 3.0F * pad;
  ImDrawList& draw = *ImGui::GetForegroundDrawList();
  draw.AddRectFilled({x - pad, y - pad}, {x + size.x + pad, y + size.y + pad}, IM_COL32(30, 34, 39, 245), pad);
  draw.AddRect({x - pad, y - pad}, {x + size.x + pad, y + size.y + pad},
               ui.status.said_fault ? colour_warning : colour_track, pad);
  draw.AddText({x, y}, ui.status.said_fault ? colour_warning : IM_COL32(226, 230, 234, 255), lines.c_str());
}

/// Explanations of this picture are not drawn.
void leave_out_tooltips() {
  for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
    if ((window->Flags & ImGuiWindowFlags_Tooltip) != 0) window->Hidden = true;
}

}  // namespace

void draw_toast(UiState& ui) {
  if (ui.status.said != ui.memory.said_before) ui.memory.said_age_s = 0.0F;
  ui.memory.said_before = ui.status.said;
  // A film is of the run: what is said to the person who makes it waits for its end.
  if (ui.status.recording) return leave_out_tooltips();
  if (ui.status.said.empty()) return;
  ui.memory.said_age_s += ImGui::GetIO().DeltaTime;
  if (ui.memory.said_age_s > shown_s) {
    ui.status.said.clear();
  } else {
    draw_chip(ui);
  }
}

}  // namespace stridelab::view
