#include "render/ui/panels.h"

#include <algorithm>
#include <array>

#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

struct PanelName {
  Panel panel;
  std::string_view name;
  const char* title;
};
constexpr std::array panel_names{
    PanelName{Panel::trade_off, "trade-off", "Trade-off"}, PanelName{Panel::knee_map, "knee-map", "Knee map"},
    PanelName{Panel::compare, "compare", "Compare"}, PanelName{Panel::about, "about", "About the numbers"}};

/// The window, parted: form left, knee and one more panel right, why above and timeline below the figure.
struct Layout {
  Rect form, knee, more, why, timeline, viewport;
};

Layout layout_of(const UiState& ui, const ViewModel& model, float width, float height) {
  const float side = std::min(350.0F * ui.scale, 0.32F * width), right = std::min(400.0F * ui.scale, 0.34F * width);
  const float x0 = side, x1 = width - right;
  const float top = std::min(why_height(model, x1 - x0), 0.3F * height);
  const float bottom = std::min(104.0F * ui.scale, 0.25F * height);
  const float split = 0.52F * height;
  return {{0.0F, 0.0F, x0, height}, {x1, 0.0F, width, split},          {x1, split, width, height},
          {x0, 0.0F, x1, top},      {x0, height - bottom, x1, height}, {x0, top, x1, height - bottom}};
}

void draw_more(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("More", rect, false);
  for (const PanelName& p : panel_names) {
    if (p.panel != panel_names.front().panel) ImGui::SameLine(0.0F, 4.0F * ui.scale);
    const bool open = ui.panel == p.panel;
    if (open) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive));
    if (named_button(ui, p.title, "tab." + std::string(p.name))) ui.panel = p.panel;
    if (open) ImGui::PopStyleColor();
  }
  ImGui::Separator();
  ImGui::BeginChild(panel_names[static_cast<std::size_t>(ui.panel)].title);
  switch (ui.panel) {
    case Panel::trade_off:
      draw_trade_off(ui, model);
      break;
    case Panel::knee_map:
      draw_knee_map(ui, model);
      break;
    case Panel::compare:
      draw_compare(ui, model);
      break;
    case Panel::about:
      draw_about(ui, model);
      break;
  }
  ImGui::EndChild();
  ImGui::End();
}

}  // namespace

std::string_view to_text(Panel panel) { return panel_names[static_cast<std::size_t>(panel)].name; }

std::optional<Panel> find_panel(std::string_view name) {
  for (const PanelName& p : panel_names)
    if (p.name == name) return p.panel;
  return std::nullopt;
}

void draw_panels(UiState& ui, ViewModel& model) {
  const ImGuiIO& io = ImGui::GetIO();
  ui.widgets.clear();
  model.poll();
  if (model.b() != nullptr) model.playback.advance(static_cast<double>(io.DeltaTime), model.b()->stride().period_s());
  // A minimised window has no size; nothing is drawn into it.
  if (io.DisplaySize.x < 1.0F || io.DisplaySize.y < 1.0F) return;
  const Layout layout = layout_of(ui, model, io.DisplaySize.x, io.DisplaySize.y);
  ui.viewport = layout.viewport;
  draw_form(ui, model, layout.form);
  draw_knee(ui, model, layout.knee);
  draw_more(ui, model, layout.more);
  draw_why(ui, model, layout.why);
  draw_timeline(ui, model, layout.timeline);
  draw_notice(ui);
}

}  // namespace stridelab::view
