#include <iterator>
#include <utility>
#include <vector>

#include "render/ui/panel_parts.h"
#include "render/ui/shortcuts.h"

namespace stridelab::view {
namespace {

constexpr std::pair<const char*, const char*> mouse[] = {{"Drag", "turn the camera"},
                                                         {"Drag on the live runner", "push: the further, the harder"},
                                                         {"Right or Shift + drag", "shift the camera"},
                                                         {"Wheel", "nearer or further"},
                                                         {"Double click", "camera or slider back"},
                                                         {"Ctrl + click a slider", "type a value"}};

/// Keys with what they do, and the same for the mouse.
std::vector<std::pair<const char*, const char*>> all_lines() {
  std::vector<std::pair<const char*, const char*>> lines;
  for (const Shortcut& s : shortcuts())
    if (*s.keys != 0) lines.emplace_back(s.keys, s.what);
  lines.insert(lines.end(), std::begin(mouse), std::end(mouse));
  return lines;
}

/// In columns that are read from top to bottom.
void draw_lines(int columns) {
  if (!ImGui::BeginTable("keys", 2 * columns)) return;
  for (int i = 0; i < columns; ++i) {
    ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthStretch, 0.44F);
    ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthStretch, 0.56F);
  }
  const auto lines = all_lines();
  const auto per_column = (lines.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns);
  for (std::size_t row = 0; row < per_column; ++row) {
    ImGui::TableNextRow();
    for (std::size_t i = row; i < lines.size(); i += per_column) {
      ImGui::TableNextColumn();
      text_line(colour_b, lines[i].first);
      ImGui::TableNextColumn();
      text_line(ImGui::GetColorU32(ImGuiCol_Text), lines[i].second);
    }
  }
  ImGui::EndTable();
}

}  // namespace

void draw_help(UiState& ui) {
  if (!begin_dialog(ui, "Keys and mouse", ui.choices.show_help && !ui.choices.show_notice, 620.0F)) return;
  if (toggle_button(ui, "Close", "help.close", true)) ui.choices.show_help = false;
  flow(button_width("Guided tour"));
  if (named_button(ui, "Guided tour", "help.tour")) {
    ui.choices.show_help = false;
    ui.choices.tour_card = 0;
  }
  flow(button_width("What this is not"));
  if (named_button(ui, "What this is not", "help.notice")) {
    ui.choices.show_help = false;
    ui.choices.show_notice = true;
  }
  ImGui::Spacing();
  draw_lines(ImGui::GetContentRegionAvail().x > 480.0F * ui.scale ? 2 : 1);
  ImGui::EndPopup();
}

}  // namespace stridelab::view
