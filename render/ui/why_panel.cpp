#include "model_files/models_origin.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

std::string heading(const ViewModel& model) {
  static const std::string models =
      models_origin().shipped ? "" : " (models changed, see About)";  // once, not per picture
  return model.change_text() == "nothing" ? "B is A" + models : "B against A" + models + ": " + model.change_text();
}

}  // namespace

float why_height(const ViewModel& model, float width) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const float inside = width - 2.0F * style.WindowPadding.x;
  const auto height = [&](const std::string& text) {
    return ImGui::CalcTextSize(broken_lines(text, inside).c_str()).y + style.ItemSpacing.y;
  };
  return 2.0F * style.WindowPadding.y + height(heading(model)) + height(model.why());
}

void draw_why(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("Why", rect, false);
  if (model.a() != nullptr && model.b() != nullptr) {
    text_line(colour_quiet, heading(model));
    name_item(ui, "why.change");
    text_line(ImGui::GetColorU32(ImGuiCol_Text), model.why());
    name_item(ui, "why");
  }
  ImGui::End();
}

}  // namespace stridelab::view
