#include <algorithm>

#include "render/ui/panel_parts.h"
#include "render/ui/shortcuts.h"

namespace stridelab::view {
namespace {

constexpr std::pair<const char*, const char*> mouse[] = {{"Drag", "turn the camera"},
                                                         {"Right drag, Shift + drag", "shift the camera"},
                                                         {"Wheel", "nearer or further"},
                                                         {"Double click", "camera or slider back"},
                                                         {"Ctrl + click a slider", "type a value"}};

void draw_line(const char* keys, const char* what) {
  ImGui::TableNextColumn();
  text_line(colour_b, keys);
  ImGui::TableNextColumn();
  text_line(ImGui::GetColorU32(ImGuiCol_Text), what);
}

void draw_keys(bool two) {
  if (!ImGui::BeginTable("keys", two ? 4 : 2)) return;
  for (int i = 0; i < (two ? 2 : 1); ++i) {
    ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthStretch, 0.42F);
    ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthStretch, 0.58F);
  }
  for (const Shortcut& s : shortcuts())
    if (*s.keys != 0) draw_line(s.keys, s.what);
  for (const auto& [keys, what] : mouse) draw_line(keys, what);
  ImGui::EndTable();
}

}  // namespace

void draw_help(UiState& ui) {
  if (!begin_dialog(ui, "Keys and mouse", ui.show_help && !ui.show_notice, 620.0F)) return;
  if (toggle_button(ui, "Close", "help.close", true)) ui.show_help = false;
  flow(button_width("Guided tour"));
  if (named_button(ui, "Guided tour", "help.tour")) {
    ui.show_help = false;
    ui.tour_card = 0;
  }
  flow(button_width("What this is not"));
  if (named_button(ui, "What this is not", "help.notice")) {
    ui.show_help = false;
    ui.show_notice = true;
  }
  ImGui::Spacing();
  draw_keys(ImGui::GetContentRegionAvail().x > 480.0F * ui.scale);
  ImGui::EndPopup();
}

}  // namespace stridelab::view
