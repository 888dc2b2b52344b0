#include "render/ui/panel_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace stridelab::view {

void begin_panel(const char* title, const Rect& rect, bool title_bar) {
  ImGui::SetNextWindowPos({rect.x0, rect.y0});
  ImGui::SetNextWindowSize({std::max(rect.width(), 1.0F), std::max(rect.height(), 1.0F)});
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse |
                           ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;
  if (!title_bar) flags |= ImGuiWindowFlags_NoTitleBar;
  ImGui::Begin(title, nullptr, flags);
}

void name_item(UiState& ui, std::string name) {
  if (!ImGui::IsItemVisible()) return;
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  ui.widgets[std::move(name)] = {min.x, min.y, max.x, max.y};
}

bool named_button(UiState& ui, const char* label, const std::string& name) {
  const bool pressed = ImGui::Button(label);
  name_item(ui, name);
  return pressed;
}

void text_line(ImU32 colour, const std::string& text) {
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::PushTextWrapPos(0.0F);
  ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

void explain_item(const std::string& text) {
  if (!ImGui::IsItemHovered() || ImGui::IsItemActive()) return;
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(28.0F * ImGui::GetFontSize());
  ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

std::string spoken_key(std::string_view key) {
  for (const std::string_view unit : {"_m_s", "_spm", "_deg", "_percent", "_kg", "_km", "_m"}) {
    if (!key.ends_with(unit)) continue;
    key.remove_suffix(unit.size());
    break;
  }
  std::string text(key);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string value_text(const std::optional<double>& value, int decimals) {
  return value ? fmt::format("{:.{}f}", *value, decimals) : "-";
}

std::string percent_text(const std::optional<double>& percent) {
  return percent ? fmt::format("{:+.1f} %", *percent) : "-";
}

}  // namespace stridelab::view
