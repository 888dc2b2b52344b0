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

std::string broken_lines(const std::string& text, float width) {
  std::string lines = text;
  std::size_t start = 0, blank = std::string::npos;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    const bool end = i == lines.size() || lines[i] == '\n';
    if (!end && lines[i] != ' ') continue;
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
  if (!ImGui::IsItemHovered() || ImGui::IsItemActive()) return;
  ImGui::BeginTooltip();
  const std::string lines = broken_lines(text, 28.0F * ImGui::GetFontSize());
  ImGui::TextUnformatted(lines.c_str(), lines.c_str() + lines.size());
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
