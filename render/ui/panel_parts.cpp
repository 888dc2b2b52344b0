#include "render/ui/panel_parts.h"

#include <fmt/format.h>
#include <imgui_internal.h>

#include <algorithm>

namespace stridelab::view {

namespace {

/// The title in small capitals of a quiet colour, as high as a button.
void draw_heading(const char* title) {
  std::string capitals(title);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float size = 0.82F * ImGui::GetFontSize();
  ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), size, at, colour_quiet, capitals.c_str());
  ImGui::Dummy({1.0F, size});
}

}  // namespace

void begin_panel(const char* title, const Rect& rect, bool heading) {
  ImGui::SetNextWindowPos({rect.x0, rect.y0});
  ImGui::SetNextWindowSize({std::max(rect.width(), 1.0F), std::max(rect.height(), 1.0F)});
  const ImGuiWindowFlags flags = ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse |
                                 ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                 ImGuiWindowFlags_NoTitleBar;
  ImGui::Begin(title, nullptr, flags);
  if (heading) draw_heading(title);
}

void name_item(UiState& ui, std::string name) {
  if (!ImGui::IsItemVisible()) {
    if (tour_is_about(ui, name)) ImGui::SetScrollHereY(0.5F);
    return;
  }
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  const ImVec2 from = ImGui::GetWindowDrawList()->GetClipRectMin(), to = ImGui::GetWindowDrawList()->GetClipRectMax();
  const Rect seen{std::max(min.x, from.x), std::max(min.y, from.y), std::min(max.x, to.x), std::min(max.y, to.y)};
  if (seen.width() > 0.0F && seen.height() > 0.0F) ui.placed.widgets[std::move(name)] = seen;
}

bool named_button(UiState& ui, const char* label, const std::string& name) {
  const bool pressed = ImGui::Button(label);
  name_item(ui, name);
  return pressed;
}

bool toggle_button(UiState& ui, const char* label, const std::string& name, bool on) {
  if (on) {
    ImGui::PushStyleColor(ImGuiCol_Button, colour_accent);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colour_accent);
  }
  const bool pressed = named_button(ui, label, name);
  if (on) ImGui::PopStyleColor(2);
  return pressed;
}

float button_width(const char* label) {
  return ImGui::CalcTextSize(label, nullptr, true).x + 2.0F * ImGui::GetStyle().FramePadding.x;
}

void flow(float width) {
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  const float next = ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x;
  if (next + width <= right) ImGui::SameLine();
}

bool begin_dialog(const UiState& ui, const char* title, bool open, float width) {
  if (open && !ImGui::IsPopupOpen(title)) ImGui::OpenPopup(title);
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float wide = std::min(width * ui.scale, 0.92F * window.x);
  ImGui::SetNextWindowPos({0.5F * window.x, 0.5F * window.y}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSizeConstraints({wide, 1.0F}, {wide, std::max(0.92F * window.y, 1.0F)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(18.0F * ui.scale, 14.0F * ui.scale));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8.0F * ui.scale);
  const ImGuiWindowFlags flags = ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                 ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoTitleBar |
                                 ImGuiWindowFlags_AlwaysAutoResize;
  const bool there = ImGui::BeginPopupModal(title, nullptr, flags);
  ImGui::PopStyleVar(2);
  if (!there) return false;
  if (!open) {
    ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    return false;
  }
  ImGui::SetWindowFontScale(1.25F);
  text_line(ImGui::GetColorU32(ImGuiCol_Text), title);
  ImGui::SetWindowFontScale(1.0F);
  ImGui::Spacing();
  return true;
}

void measure_height(UiState& ui, const char* part) {
  const ImGuiStyle& style = ImGui::GetStyle();
  ui.memory.heights[part] = ImGui::GetCursorPosY() + ImGui::GetScrollY() - style.ItemSpacing.y + style.WindowPadding.y;
}

std::string broken_lines(const std::string& text, float width) {
  std::string lines = text;
  std::size_t start = 0, blank = std::string::npos;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    const bool end = i == lines.size() || lines[i] == '\n';
    // A number keeps its per cent.
    if (!end && (lines[i] != ' ' || (i + 1 < lines.size() && lines[i + 1] == '%'))) continue;
    // The word before i ends a line that is too long: the last blank becomes the break.
    if (blank != std::string::npos && ImGui::CalcTextSize(&lines[start], lines.data() + i).x > width) {
      lines[blank] = '\n';
      start = blank + 1;
    }
    blank = end ? std::string::npos : i;
    if (end) start = i + 1;
  }
  return lines;
}

void text_line(ImU32 colour, const std::string& text) {
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  const std::string lines = broken_lines(text, ImGui::GetContentRegionAvail().x);
  ImGui::TextUnformatted(lines.c_str(), lines.c_str() + lines.size());
  ImGui::PopStyleColor();
}

void explain_item(const std::string& text) {
  constexpr float rest_s = 0.4F;  // a hand on its way elsewhere asks for nothing
  if (!ImGui::IsItemHovered() || ImGui::IsItemActive()) return;
  if (const ImGuiContext& context = *ImGui::GetCurrentContext();
      context.HoveredId != 0 && context.HoveredIdTimer < rest_s)
    return;
  ImGui::BeginTooltip();
  const std::string lines = broken_lines(text, 28.0F * ImGui::GetFontSize());
  ImGui::TextUnformatted(lines.c_str(), lines.c_str() + lines.size());
  ImGui::EndTooltip();
}

std::string value_text(const std::optional<double>& value, int decimals) {
  return value ? fmt::format("{:.{}f}", *value, decimals) : "-";
}

std::string percent_text(const std::optional<double>& percent) {
  return percent ? fmt::format("{:+.1f} %", *percent) : "-";
}

}  // namespace stridelab::view
