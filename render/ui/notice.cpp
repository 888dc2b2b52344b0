#include <algorithm>

#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

constexpr const char* words[] = {
    "You see a synthesised stride of an ordinary runner, adapted to the form and body you set. It is not a measurement "
    "of you, and not medical advice.",
    "Trust changes more than levels: published peak kneecap forces in running lie between 3.3 and 6.5 body weights, by "
    "method.",
    "Pain that stays, swells or wakes you belongs in front of a professional."};

void draw_answers(UiState& ui) {
  bool done = false;
  if (toggle_button(ui, "Start", "notice.start", true)) done = true;
  flow(button_width("Show me around"));
  if (named_button(ui, "Show me around", "notice.tour")) {
    done = true;
    ui.choices.tour_card = 0;
  }
  if (!done) return;
  ui.choices.show_notice = false;
  ImGui::CloseCurrentPopup();
}

}  // namespace

void draw_notice(UiState& ui) {
  if (!begin_dialog(ui, "What this is not", ui.choices.show_notice, 460.0F)) return;
  for (const char* text : words) {
    text_line(ImGui::GetColorU32(ImGuiCol_Text), text);
    ImGui::Spacing();
  }
  draw_answers(ui);
  ImGui::EndPopup();
}

}  // namespace stridelab::view
