#include <algorithm>

#include "model_files/models_origin.h"
#include "render/ui/panel_parts.h"
#include "report/words.h"

namespace stridelab::view {
namespace {

std::string heading(const UiState& ui, const ViewModel& model) {
  if (model.fallen()) return "The runner fell";
  static const std::string models =
      models_origin().shipped ? "" : " (models changed, see About)";  // once, not per picture
  if (model.a() == nullptr || model.b() == nullptr) return "";
  return model.change_text() == "nothing"
             ? "B is A" + models
             : "B against A" + models + ": " +
                   what_changed(model.a()->question.parameters, model.b()->question.parameters, ui.choices.units);
}

/// A fall goes before what the forms would do: the figure lies there.
std::string words(const ViewModel& model) {
  if (!model.fallen()) return model.why();
  return capitalised(model.live.status().fall) +
         ". Press Play or Restart to let the runner get up, or change the form; Stride shows the form as it is meant.";
}

}  // namespace

float why_height(UiState& ui, const ViewModel& model, float width) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const float inside = width - 2.0F * style.WindowPadding.x;
  const auto height = [&](const std::string& text) {
    return ImGui::CalcTextSize(broken_lines(text, inside).c_str()).y + style.ItemSpacing.y;
  };
  const float needed = 2.0F * style.WindowPadding.y + height(heading(ui, model)) + height(words(model));
  // The figure below stays where it is when the words get fewer.
  if (ui.memory.why_width != width) ui.memory.why_height = 0.0F;
  ui.memory.why_width = width;
  return ui.memory.why_height = std::max(ui.memory.why_height, needed);
}

void draw_why(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("Why", rect, false);
  if (model.a() != nullptr && model.b() != nullptr) {
    text_line(model.fallen() ? colour_warning : colour_quiet, heading(ui, model));
    name_item(ui, "why.change");
    text_line(ImGui::GetColorU32(ImGuiCol_Text), words(model));
    name_item(ui, "why");
  }
  ImGui::End();
}

}  // namespace stridelab::view
