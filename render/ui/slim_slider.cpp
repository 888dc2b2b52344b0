#include "render/ui/slim_slider.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

/// Where values lie on the track: as ImGui places its own grip, so that the hand holds what it sees.
struct Track {
  float x0, x1, y;
  double lo, hi;
  [[nodiscard]] float x(double value) const {
    return x0 + (x1 - x0) * static_cast<float>(std::clamp((value - lo) / (hi - lo), 0.0, 1.0));
  }
};

Track track_of(const SliderRange& range) {
  constexpr float imgui_grip_margin_px = 2.0F;
  const float end = imgui_grip_margin_px + 0.5F * ImGui::GetStyle().GrabMinSize;
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  return {min.x + end, max.x - end, 0.5F * (min.y + max.y), range.lo, range.hi};
}

void draw_tick(const Track& track, double value, ImU32 colour, float scale) {
  const float x = track.x(value), half = 5.0F * scale;
  ImGui::GetWindowDrawList()->AddLine({x, track.y - half}, {x, track.y + half}, colour, 1.5F * scale);
}

void draw_track(const Track& track, const SliderRange& range, double value, bool held, float scale) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float half = 1.5F * scale, grip = 0.5F * ImGui::GetStyle().GrabMinSize;
  draw.AddRectFilled({track.x0 - half, track.y - half}, {track.x1 + half, track.y + half}, colour_track, half);
  if (range.usual) draw_tick(track, *range.usual, colour_track, scale);
  if (range.baseline) {
    const float a = track.x(*range.baseline), b = track.x(value);
    draw.AddRectFilled({std::min(a, b), track.y - half}, {std::max(a, b), track.y + half}, colour_b);
    draw_tick(track, *range.baseline, colour_quiet, scale);
  }
  draw.AddCircleFilled({track.x(value), track.y}, held ? 1.2F * grip : grip, held ? IM_COL32_WHITE : colour_b, 20);
}

/// Both ends of the range, below the track and over the row that is there.
void draw_ends(const Track& track, const SliderRange& range, float scale) {
  ImDrawList& draw = *ImGui::GetForegroundDrawList();
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  const float pad = 2.0F * scale, bottom = max.y + ImGui::GetTextLineHeight() + 2.0F * pad;
  const float right = ImGui::CalcTextSize(range.hi_text.c_str()).x;
  draw.AddRectFilled({min.x - pad, max.y}, {max.x + pad, bottom}, IM_COL32(30, 34, 39, 255), 2.0F * pad);
  draw.AddText({track.x0, max.y + pad}, colour_quiet, range.lo_text.c_str());
  draw.AddText({track.x1 - right, max.y + pad}, colour_quiet, range.hi_text.c_str());
}

}  // namespace

bool slim_slider(const char* id, double& value, const SliderRange& range, float scale) {
  const bool typed = ImGui::TempInputIsActive(ImGui::GetID(id));
  // ImGui's own slider moves the value; it is drawn by hand unless a value is typed into it.
  if (!typed)
    for (const ImGuiCol part : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_SliderGrab,
                                ImGuiCol_SliderGrabActive, ImGuiCol_Text})
      ImGui::PushStyleColor(part, IM_COL32(0, 0, 0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ImGui::GetStyle().FramePadding.x, 0.0F));
  ImGui::SetNextItemWidth(-1.0F);
  const bool edited = ImGui::SliderScalar(id, ImGuiDataType_Double, &value, &range.lo, &range.hi, range.format.c_str(),
                                          ImGuiSliderFlags_AlwaysClamp);
  ImGui::PopStyleVar();
  if (!typed) ImGui::PopStyleColor(6);
  if (ImGui::TempInputIsActive(ImGui::GetID(id))) return edited;
  const bool held = ImGui::IsItemActive();
  const Track track = track_of(range);
  draw_track(track, range, value, held, scale);
  if (held) draw_ends(track, range, scale);
  return edited;
}

}  // namespace stridelab::view
