#include "render/ui/layout.h"

#include <algorithm>

#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

/// What a part needed in the last picture, at most so many pixels.
float needed(const UiState& ui, std::string_view part, float first_guess, float most) {
  const auto found = ui.memory.heights.find(part);
  return std::min(found == ui.memory.heights.end() ? first_guess * ui.scale : found->second, most);
}

float between(float value, float lo, float hi) { return std::min(std::max(value, lo), hi); }

/// The figure with what belongs to it, from top to bottom.
void stack_middle(Layout& layout, UiState& ui, const ViewModel& model, const Rect& rect, bool with_why,
                  bool with_timeline) {
  float top = rect.y0 + needed(ui, "toolbar", 34.0F, 0.3F * rect.height());
  layout.toolbar = {rect.x0, rect.y0, rect.x1, top};
  if (with_why) {
    const float height = std::min(why_height(ui, model, rect.width()), 0.3F * rect.height());
    layout.why = {rect.x0, top, rect.x1, top + height};
    top += height;
  }
  const float bottom = rect.y1 - (with_timeline ? needed(ui, "timeline", 72.0F, 0.35F * rect.height()) : 0.0F);
  layout.viewport = {rect.x0, top, rect.x1, bottom};
  if (with_timeline) layout.timeline = {rect.x0, bottom, rect.x1, rect.y1};
}

Layout wide(UiState& ui, const ViewModel& model, float width, float height) {
  Layout layout;
  const float x0 = between(0.25F * width, 290.0F * ui.scale, 420.0F * ui.scale);
  const float x1 = width - between(0.3F * width, 340.0F * ui.scale, 560.0F * ui.scale);
  const float split = 0.54F * height;
  layout.form = {0.0F, 0.0F, x0, height};
  layout.knee = {x1, 0.0F, width, split};
  layout.more = {x1, split, width, height};
  stack_middle(layout, ui, model, {x0, 0.0F, x1, height}, true, true);
  return layout;
}

/// Tabs, and below them the panel that is open.
void stack_column(Layout& layout, const UiState& ui, const Rect& rect) {
  const float top = rect.y0 + needed(ui, "tabs", 60.0F, 0.5F * rect.height());
  layout.tabs = {rect.x0, rect.y0, rect.x1, top};
  const Rect panel{rect.x0, top, rect.x1, rect.y1};
  layout.why_tab = layout.why.width() <= 0.0F;
  const Column open = ui.choices.column == Column::why && !layout.why_tab ? Column::form : ui.choices.column;
  (open == Column::form   ? layout.form
   : open == Column::knee ? layout.knee
   : open == Column::why  ? layout.why
                          : layout.more) = panel;
}

Layout narrow(UiState& ui, const ViewModel& model, float width, float height) {
  Layout layout;
  layout.tabbed = true;
  const float bottom = height - needed(ui, "timeline", 72.0F, 0.35F * height);
  const float x0 = between(0.5F * width, 150.0F * ui.scale, 330.0F * ui.scale);
  layout.timeline = {0.0F, bottom, width, height};
  const bool with_why = width - x0 >= 420.0F * ui.scale && height >= 440.0F * ui.scale;
  stack_middle(layout, ui, model, {x0, 0.0F, width, bottom}, with_why, false);
  stack_column(layout, ui, {0.0F, 0.0F, x0, bottom});
  return layout;
}

Layout portrait(UiState& ui, const ViewModel& model, float width, float height) {
  Layout layout;
  layout.tabbed = true;
  const float split = 0.55F * height;
  stack_middle(layout, ui, model, {0.0F, 0.0F, width, split}, false, true);
  stack_column(layout, ui, {0.0F, split, width, height});
  return layout;
}

/// The figure as large as can be, and what is read from the back of a room.
Layout teaching(UiState& ui, float width, float height) {
  Layout layout;
  const float bottom = height - needed(ui, "timeline", 72.0F, 0.35F * height);
  layout.timeline = {0.0F, bottom, width, height};
  if (width > height) {
    const float x = 0.58F * width;
    layout.viewport = {0.0F, 0.0F, x, bottom};
    layout.teach = {x, 0.0F, width, bottom};
  } else {
    const float y = 0.5F * bottom;
    layout.viewport = {0.0F, 0.0F, width, y};
    layout.teach = {0.0F, y, width, bottom};
  }
  return layout;
}

}  // namespace

Layout layout_of(UiState& ui, const ViewModel& model, float width, float height) {
  const float w = width / ui.scale, h = height / ui.scale;
  if (ui.choices.teach) return teaching(ui, width, height);
  if (w >= 1000.0F && h >= 480.0F) return wide(ui, model, width, height);
  if (w < 620.0F && h > 1.1F * w) return portrait(ui, model, width, height);
  return narrow(ui, model, width, height);
}

}  // namespace stridelab::view
