#include <fmt/format.h>

#include <algorithm>

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

constexpr float n_s_per_px = 0.15F, most_n_s = 40.0F;  // 10 N s: 70 kg drift with 0.14 m/s

/// Along the ground: a push that lifted the runner would be another question.
Vec3 impulse_of(const Grip& grip, glm::vec2 way_px, float scale) {
  const float way = glm::length(way_px);
  if (way < 1.0F) return Vec3::Zero();
  glm::vec3 direction = way_px.x * grip.right - way_px.y * grip.up;
  direction.y = 0.0F;
  const float flat = glm::length(direction);
  if (flat < 1e-3F * way) return Vec3::Zero();
  const float size = std::min(n_s_per_px * flat / scale, most_n_s);
  return Vec3(direction.x, direction.y, direction.z) * static_cast<double>(size / flat);
}

void draw_push(const UiState& ui, glm::vec2 from, glm::vec2 to, double size_n_s) {
  ImDrawList& draw = *ImGui::GetForegroundDrawList();
  const glm::vec2 way = to - from;
  const float length = glm::length(way), head = 10.0F * ui.scale;
  if (length < 2.0F * head) return;
  const glm::vec2 ahead = way / length, aside{-ahead.y, ahead.x}, neck = to - head * ahead;
  draw.AddLine({from.x, from.y}, {neck.x, neck.y}, colour_warning, 3.0F * ui.scale);
  const glm::vec2 left = neck + 0.6F * head * aside, right = neck - 0.6F * head * aside;
  draw.AddTriangleFilled({to.x, to.y}, {left.x, left.y}, {right.x, right.y}, colour_warning);
  draw.AddText({to.x + head, to.y}, colour_warning, fmt::format("push {:.0f} N s", size_n_s).c_str());
}

/// True while the hand holds the runner.
bool push_by_hand(UiState& ui, ViewModel& model, bool free) {
  const ImGuiIO& io = ImGui::GetIO();
  const glm::vec2 hand{io.MousePos.x, io.MousePos.y};
  const auto& grip = ui.status.grip;
  if (!grip) ui.memory.push_from_px.reset();
  if (grip && free && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !io.KeyShift &&
      glm::distance(hand, grip->at_px) < grip->radius_px)
    ui.memory.push_from_px = hand;
  if (!ui.memory.push_from_px) return false;
  const Vec3 impulse_n_s = impulse_of(*grip, hand - *ui.memory.push_from_px, ui.scale);
  draw_push(ui, *ui.memory.push_from_px, hand, impulse_n_s.norm());
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return true;
  if (impulse_n_s.norm() > 0.5) model.live.push(impulse_n_s);
  ui.memory.push_from_px.reset();
  return true;
}

}  // namespace

void take_viewport_input(UiState& ui, ViewModel& model) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ui.memory.grabbed >= 0 && !ImGui::IsMouseDown(ui.memory.grabbed)) ui.memory.grabbed = -1;
  // ImGui claims the mouse while it is over a panel, in a popup, or drags something.
  const bool free = !io.WantCaptureMouse && ImGui::IsMousePosValid() && over(ui.placed.viewport, io.MousePos);
  if (ui.memory.grabbed < 0 && push_by_hand(ui, model, free)) return;
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
