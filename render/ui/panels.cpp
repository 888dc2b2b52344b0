#include "render/ui/panels.h"

#include <algorithm>
#include <array>

#include "render/ui/layout.h"
#include "render/ui/overlay.h"
#include "render/ui/panel_parts.h"
#include "render/ui/shortcuts.h"

namespace stridelab::view {
namespace {

struct PanelName {
  Panel panel;
  std::string_view name;
  const char* title;
};
constexpr std::array panel_names{
    PanelName{Panel::trade_off, "trade-off", "Trade-off"}, PanelName{Panel::knee_map, "knee-map", "Knee map"},
    PanelName{Panel::compare, "compare", "Compare"}, PanelName{Panel::about, "about", "About"}};

/// A tab: a button that is filled while its panel is open.
bool draw_tab(UiState& ui, const char* title, const std::string& name, bool open, bool first) {
  if (!first) flow(button_width(title));
  return toggle_button(ui, title, "tab." + name, open);
}

void draw_panel_tabs(UiState& ui, bool first) {
  for (const PanelName& p : panel_names) {
    const bool open = ui.panel == p.panel && (!ui.tabbed || ui.column == Column::more);
    if (draw_tab(ui, p.title, std::string(p.name), open, first)) {
      ui.panel = p.panel;
      ui.column = Column::more;
    }
    first = false;
  }
}

/// The tabs of a narrow window: every panel.
void draw_tabs(UiState& ui, const Layout& layout) {
  begin_panel("Tabs", layout.tabs, false);
  if (draw_tab(ui, "Form", "form", ui.column == Column::form, true)) ui.column = Column::form;
  if (draw_tab(ui, "Knee", "knee", ui.column == Column::knee, false)) ui.column = Column::knee;
  if (layout.why_tab && draw_tab(ui, "Why", "why", ui.column == Column::why, false)) ui.column = Column::why;
  draw_panel_tabs(ui, false);
  measure_height(ui, "tabs");
  ImGui::End();
}

void draw_more(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("More", rect, false);
  if (!ui.tabbed) draw_panel_tabs(ui, true);
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

namespace {

/// In the upper right corner of the picture, where it leaves the figure in sight.
Rect inset_of(const UiState& ui) {
  const Rect& view = ui.viewport;
  const float margin = 8.0F * ui.scale, least = 150.0F * ui.scale;
  if (!ui.shown.close_up || view.width() < 2.8F * least || view.height() < 1.8F * least) return {};
  const float side = std::clamp(0.36F * std::min(view.width(), view.height()), least, 420.0F * ui.scale);
  return {view.x1 - margin - side, view.y0 + margin, view.x1 - margin, view.y0 + margin + side};
}

void keep_areas(UiState& ui, const Layout& layout) {
  ui.viewport = layout.viewport;
  ui.tabbed = layout.tabbed;
  ui.inset = inset_of(ui);
  ui.areas.clear();
  for (const auto& [name, rect] :
       {std::pair{"form", layout.form}, std::pair{"knee", layout.knee}, std::pair{"why", layout.why},
        std::pair{"more", layout.more}, std::pair{"timeline", layout.timeline}, std::pair{"toolbar", layout.toolbar},
        std::pair{"tabs", layout.tabs}})
    if (rect.width() > 0.0F) ui.areas[name] = rect;
}

void push_dense(const UiState& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(6.0F * ui.scale, 4.0F * ui.scale));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(5.0F * ui.scale, 1.0F * ui.scale));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(4.0F * ui.scale, 3.0F * ui.scale));
}

void draw_open_parts(UiState& ui, ViewModel& model, const Layout& layout) {
  if (layout.tabbed) draw_tabs(ui, layout);
  if (layout.form.width() > 0.0F) draw_form(ui, model, layout.form);
  if (layout.knee.width() > 0.0F) draw_knee(ui, model, layout.knee);
  if (layout.more.width() > 0.0F) draw_more(ui, model, layout.more);
  if (layout.why.width() > 0.0F) draw_why(ui, model, layout.why);
  draw_toolbar(ui, model, layout.toolbar);
  draw_timeline(ui, model, layout.timeline);
}

}  // namespace

void draw_panels(UiState& ui, ViewModel& model) {
  const ImGuiIO& io = ImGui::GetIO();
  ui.widgets.clear();
  model.poll();
  if (model.b() != nullptr) model.playback.advance(static_cast<double>(io.DeltaTime), model.b()->stride().period_s());
  // A minimised window has no size; nothing is drawn into it.
  if (io.DisplaySize.x < 1.0F || io.DisplaySize.y < 1.0F) return;
  if (ui.panel != ui.panel_before) ui.column = Column::more;
  ui.panel_before = ui.panel;
  take_shortcuts(ui, model);
  Layout layout;
  layout.viewport = {0.0F, 0.0F, io.DisplaySize.x, io.DisplaySize.y};
  if (ui.panels_open) layout = layout_of(ui, model, io.DisplaySize.x, io.DisplaySize.y);
  keep_areas(ui, layout);
  take_viewport_input(ui);
  draw_legends(ui, model);
  draw_labels(ui);  // after the legends: clear of them
  // In a small window everything stands closer together.
  const bool dense = io.DisplaySize.y < 420.0F * ui.scale || io.DisplaySize.x < 420.0F * ui.scale;
  if (dense) push_dense(ui);
  if (ui.panels_open) draw_open_parts(ui, model, layout);
  if (dense) ImGui::PopStyleVar(3);
  draw_toast(ui);
  draw_tour(ui);
  draw_help(ui);
  draw_notice(ui);
}

}  // namespace stridelab::view
