#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

bool over(const Rect& rect, ImVec2 at) {
  return at.x >= rect.x0 && at.x < rect.x1 && at.y >= rect.y0 && at.y < rect.y1;
}

void grab(UiState& ui) {
  for (const int button : {ImGuiMouseButton_Left, ImGuiMouseButton_Right, ImGuiMouseButton_Middle}) {
    if (!ImGui::IsMouseClicked(button)) continue;
    ui.memory.grabbed = button;
    ui.memory.panning = button != ImGuiMouseButton_Left || ImGui::GetIO().KeyShift;
  }
}

}  // namespace

void take_viewport_input(UiState& ui) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ui.memory.grabbed >= 0 && !ImGui::IsMouseDown(ui.memory.grabbed)) ui.memory.grabbed = -1;
  // ImGui claims the mouse while it is over a panel, in a popup, or drags something.
  const bool free = !io.WantCaptureMouse && ImGui::IsMousePosValid() && over(ui.placed.viewport, io.MousePos);
  if (ui.memory.grabbed < 0 && free) grab(ui);
  if (ui.memory.grabbed >= 0) {
    glm::vec2& wish = ui.memory.panning ? ui.requests.camera.pan_px : ui.requests.camera.orbit_px;
    wish += glm::vec2(io.MouseDelta.x, io.MouseDelta.y);
  }
  if (!free) return;
  ui.requests.camera.zoom_notches += io.MouseWheel;
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) ui.requests.camera.preset = ui.status.nearest_preset;
}

}  // namespace stridelab::view
