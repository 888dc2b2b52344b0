#include "render/ui/panels.h"

#include <algorithm>

#include "render/ui/layout.h"
#include "render/ui/overlay.h"
#include "render/ui/panel_parts.h"
#include "render/ui/panel_table.h"
#include "render/ui/shortcuts.h"

namespace stridelab::view {
namespace {

/// A tab: a button that is filled while its panel is open.
bool draw_tab(UiState& ui, const char* title, const std::string& name, bool open, bool first) {
  if (!first) flow(button_width(title));
  return toggle_button(ui, title, "tab." + name, open);
}

void draw_panel_tabs(UiState& ui, bool first) {
  for (const PanelRow& row : panel_table()) {
    const bool open = ui.choices.panel == row.name && (!ui.placed.tabbed || ui.choices.column == Column::more);
    if (draw_tab(ui, row.title, std::string(row.name), open, first)) ui.choices.open(row.name);
    first = false;
  }
}

/// The tabs of a narrow window: every panel.
void draw_tabs(UiState& ui, const Layout& layout) {
  begin_panel("Tabs", layout.tabs, false);
  if (draw_tab(ui, "Form", "form", ui.choices.column == Column::form, true)) ui.choices.column = Column::form;
  if (draw_tab(ui, "Knee", "knee", ui.choices.column == Column::knee, false)) ui.choices.column = Column::knee;
  if (layout.why_tab && draw_tab(ui, "Why", "why", ui.choices.column == Column::why, false))
    ui.choices.column = Column::why;
  draw_panel_tabs(ui, false);
  measure_height(ui, "tabs");
  ImGui::End();
}

void draw_more(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("More", rect, false);
  if (!ui.placed.tabbed) draw_panel_tabs(ui, true);
  const PanelRow& row = row_of(ui.choices.panel);
  ImGui::BeginChild(row.title);
  row.draw(ui, model);
  ImGui::EndChild();
  ImGui::End();
}

/// In the upper right corner of the picture, where it leaves the figure in sight.
Rect inset_of(const UiState& ui) {
  const Rect& view = ui.placed.viewport;
  const float margin = 8.0F * ui.scale, least = 150.0F * ui.scale;
  if (!ui.choices.shown.close_up || ui.choices.teach || view.width() < 2.8F * least || view.height() < 1.8F * least)
    return {};
  const float side = std::clamp(0.36F * std::min(view.width(), view.height()), least, 420.0F * ui.scale);
  return {view.x1 - margin - side, view.y0 + margin, view.x1 - margin, view.y0 + margin + side};
}

void keep_areas(UiState& ui, const Layout& layout) {
  ui.placed.viewport = layout.viewport;
  ui.placed.tabbed = layout.tabbed;
  ui.placed.inset = inset_of(ui);
  ui.placed.areas.clear();
  for (const auto& [name, rect] :
       {std::pair{"form", layout.form}, std::pair{"knee", layout.knee}, std::pair{"why", layout.why},
        std::pair{"more", layout.more}, std::pair{"timeline", layout.timeline}, std::pair{"toolbar", layout.toolbar},
        std::pair{"tabs", layout.tabs}, std::pair{"teach", layout.teach}})
    if (rect.width() > 0.0F) ui.placed.areas[name] = rect;
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
  if (layout.teach.width() > 0.0F) draw_teach(ui, model, layout.teach);
  if (layout.toolbar.width() > 0.0F) draw_toolbar(ui, model, layout.toolbar);
  draw_timeline(ui, model, layout.timeline);
}

}  // namespace

void draw_panels(UiState& ui, ViewModel& model) {
  const ImGuiIO& io = ImGui::GetIO();
  ui.placed.widgets.clear();
  // A minimised window has no size; nothing is drawn into it.
  if (io.DisplaySize.x < 1.0F || io.DisplaySize.y < 1.0F) return;
  if (ui.choices.panel != ui.memory.panel_before) ui.choices.column = Column::more;
  ui.memory.panel_before = ui.choices.panel;
  take_shortcuts(ui, model);
  Layout layout;
  layout.viewport = {0.0F, 0.0F, io.DisplaySize.x, io.DisplaySize.y};
  if (ui.choices.panels_open) layout = layout_of(ui, model, io.DisplaySize.x, io.DisplaySize.y);
  keep_areas(ui, layout);
  take_viewport_input(ui, model);
  draw_legends(ui, model);
  draw_labels(ui);  // after the legends: clear of them
  // In a small window everything stands closer together.
  const bool dense = io.DisplaySize.y < 420.0F * ui.scale || io.DisplaySize.x < 420.0F * ui.scale;
  if (dense) push_dense(ui);
  if (ui.choices.panels_open) draw_open_parts(ui, model, layout);
  if (dense) ImGui::PopStyleVar(3);
  draw_tour(ui);
  draw_help(ui);
  draw_file_dialogs(ui, model);
  draw_notice(ui);
  draw_toast(ui);
}

}  // namespace stridelab::view
