#include <fmt/format.h>

#include <algorithm>

#include "render/scene/anatomy.h"
#include "render/ui/overlay.h"
#include "render/ui/overlay_parts.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

/// How many words there is room for.
enum class Words { few_in_a_row, few, many };

Words words_of(const UiState& ui) {
  const float width = ui.placed.viewport.width() / ui.scale;
  return width > 540.0F ? Words::many : width >= 420.0F ? Words::few : Words::few_in_a_row;
}

/// One entry of the legend: a sign in its colour, and words; a scale has its colours in a line below.
struct Entry {
  enum class Sign { none, filled, outlined, arrow, print } sign = Sign::none;
  ImU32 colour = 0;
  std::string text;
  std::optional<LoadScale> scale = {};
  std::string high_end = {};  ///< words at the high end of the scale
};

std::string pace_text(const UiState& ui, const ViewModel& model) {
  const ParameterSet& form = model.b()->question.parameters;
  return fmt::format("{}, {:.0f} steps/min", stridelab::pace_text(form.number("speed_m_s"), ui.choices.units),
                     form.number("cadence_spm"));
}

Entry footprint_entry(const UiState& ui, const LoadScale& scale, bool many) {
  std::string end = fmt::format("{:.3g} {}", scale.high, scale.unit);
  if (ui.status.footprint_beyond) end += fmt::format(", here {:.1f}", *ui.status.footprint_beyond);
  return {Entry::Sign::print, packed(scale.colour(0.5 * (scale.low + scale.high))),
          (many ? "footprints: peak " : "prints: ") + scale.quantity, scale, end};
}

std::vector<Entry> entries_of(const UiState& ui, const ViewModel& model) {
  using Sign = Entry::Sign;
  const bool ghost =
      ui.choices.shown.ghost && model.a() != nullptr && model.a()->question.inputs != model.b()->question.inputs;
  const bool many = words_of(ui) == Words::many;  // else few words, so that the figure keeps its feet
  std::vector<Entry> entries{{Sign::filled, colour_b, ghost && many ? "B form, solid" : "B form"}};
  if (ghost) entries.push_back({Sign::outlined, colour_a, many ? "A baseline, see-through" : "A baseline"});
  if (many) entries.push_back({Sign::none, 0, pace_text(ui, model)});
  if (ui.choices.shown.force && !ui.status.force_scale.empty())
    entries.push_back(
        {Sign::arrow, packed(palette::force), (many ? "force of the ground: " : "") + ui.status.force_scale});
  return entries;
}

void draw_sign(ImDrawList& draw, const Entry& entry, ImVec2 at, float size, float scale) {
  const float middle = at.y + 0.5F * size, half = 0.32F * size;
  const ImVec2 min{at.x + 0.5F * size - half, middle - half}, max{at.x + 0.5F * size + half, middle + half};
  switch (entry.sign) {
    case Entry::Sign::filled:
      return draw.AddRectFilled(min, max, entry.colour, 2.0F * scale);
    case Entry::Sign::outlined:
      return draw.AddRect(min, max, entry.colour, 2.0F * scale, 0, 1.5F * scale);
    case Entry::Sign::arrow:
      draw.AddLine({at.x + 0.5F * size, max.y}, {at.x + 0.5F * size, middle}, entry.colour, 2.0F * scale);
      return draw.AddTriangleFilled({min.x, middle}, {max.x, middle}, {at.x + 0.5F * size, min.y}, entry.colour);
    case Entry::Sign::print:
      return draw.AddRectFilled({min.x, middle - 0.5F * half}, {max.x, middle + 0.5F * half}, entry.colour, half);
    case Entry::Sign::none:
      return;
  }
}

/// Sizes of a row, pixels.
struct Row {
  float height, sign, pad, bar;
};

Row row_of(const UiState& ui) {
  const float height = ImGui::GetTextLineHeight() + 2.0F * ui.scale;
  return {height, 1.3F * height, 6.0F * ui.scale, 60.0F * ui.scale};
}

float text_width(const std::string& text) { return ImGui::CalcTextSize(text.c_str()).x; }

std::string low_end(const LoadScale& scale) { return fmt::format("{:.3g}", scale.low); }

glm::vec2 size_of(const Entry& entry, const Row& row) {
  if (!entry.scale) return {row.sign + text_width(entry.text), row.height};
  const float bar = text_width(low_end(*entry.scale)) + row.bar + 2.0F * row.pad + text_width(entry.high_end);
  return {row.sign + std::max(text_width(entry.text), bar), 2.0F * row.height};
}

/// The colours between their ends: "2 [bar] 8 BW".
void draw_ends(ImDrawList& draw, const Entry& entry, ImVec2 at, const Row& row) {
  const std::string low = low_end(*entry.scale);
  const float x = at.x + text_width(low) + row.pad, text = ImGui::GetTextLineHeight();
  draw.AddText(at, colour_chip_text, low.c_str());
  draw_ramp(draw, *entry.scale, {x, at.y + 0.25F * text, x + row.bar, at.y + 0.85F * text});
  draw.AddText({x + row.bar + row.pad, at.y}, colour_chip_text, entry.high_end.c_str());
}

void draw_entry(ImDrawList& draw, const Entry& entry, ImVec2 at, const Row& row, float scale) {
  draw_sign(draw, entry, at, row.height, scale);
  draw.AddText({at.x + row.sign, at.y}, colour_chip_text, entry.text.c_str());
  if (entry.scale) draw_ends(draw, entry, {at.x + row.sign, at.y + row.height}, row);
}

/// Entries below each other, or side by side while a row has room for them.
struct Arrangement {
  std::vector<glm::vec2> at;  ///< upper left corners
  glm::vec2 size{0.0F};
};

/// Of the first entries, as many as fit into a part of the picture: those that matter most come first.
Arrangement arrange(const std::vector<Entry>& entries, const Row& row, glm::vec2 room, bool in_a_row) {
  Arrangement made;
  glm::vec2 pen{0.0F};
  float row_height = 0.0F;
  for (const Entry& entry : entries) {
    const glm::vec2 size = size_of(entry, row);
    if (!made.at.empty() && (!in_a_row || pen.x + size.x > room.x)) {
      pen = {0.0F, pen.y + row_height};
      row_height = 0.0F;
    }
    if (pen.x + size.x > room.x || pen.y + size.y > room.y) break;
    made.at.push_back(pen);
    made.size = glm::max(made.size, pen + size);
    row_height = std::max(row_height, size.y);
    pen.x += size.x + 2.0F * row.pad;
  }
  return made;
}

enum class Corner { lower_left, lower_right };

/// A legend before it is drawn; empty where there is no room.
struct Chip {
  Arrangement inside;
  Rect rect;
};

/// As many of the entries as there is room for.
Chip lay_chip(const UiState& ui, const std::vector<Entry>& entries, Corner corner) {
  const Row row = row_of(ui);
  const Rect& view = ui.placed.viewport;
  const bool in_a_row = words_of(ui) == Words::few_in_a_row;
  // In a small picture the feet are near its edge: one row there, more where the picture is high.
  const glm::vec2 room{view.width() - 5.0F * row.pad, (in_a_row ? 0.12F : 0.4F) * view.height() - 2.0F * row.pad};
  Chip chip{arrange(entries, row, room, in_a_row), {}};
  if (chip.inside.at.empty()) return chip;
  const glm::vec2 size = chip.inside.size + glm::vec2(3.0F * row.pad, 2.0F * row.pad);
  const float x0 = corner == Corner::lower_left ? view.x0 + row.pad : view.x1 - row.pad - size.x;
  chip.rect = {x0, view.y1 - row.pad - size.y, x0 + size.x, view.y1 - row.pad};
  return chip;
}

void draw_entries(ImDrawList& draw, UiState& ui, const char* name, const std::vector<Entry>& entries,
                  const Chip& chip) {
  if (chip.inside.at.empty()) return;
  const Row row = row_of(ui);
  draw_chip(draw, chip.rect, ui.scale);
  const glm::vec2 corner{chip.rect.x0 + row.pad, chip.rect.y0 + row.pad};
  for (std::size_t i = 0; i < chip.inside.at.size(); ++i) {
    const glm::vec2 at = corner + chip.inside.at[i];
    draw_entry(draw, entries[i], {at.x, at.y}, row, ui.scale);
  }
  ui.placed.widgets[name] = chip.rect;
}

/// A colour scale with its title on a chip, its lower left corner given; empty where it does not fit.
Rect draw_scale(ImDrawList& draw, const UiState& ui, const LoadScale& scale, ImVec2 lower_left) {
  const float pad = 6.0F * ui.scale, line = ImGui::GetTextLineHeight();
  const std::string title = fmt::format("{}, {}", scale.quantity, scale.unit);
  const float width = std::max(ImGui::CalcTextSize(title.c_str()).x, 130.0F * ui.scale);
  const float height = line + 2.0F * ui.scale + colour_bar_height(ui.scale);
  const Rect chip{lower_left.x, lower_left.y - height - 2.0F * pad, lower_left.x + width + 2.0F * pad, lower_left.y};
  if (chip.x1 > ui.placed.viewport.x1 || chip.y0 < ui.placed.viewport.y0 + 0.3F * ui.placed.viewport.height())
    return {};
  draw_chip(draw, chip, ui.scale);
  draw.AddText({chip.x0 + pad, chip.y0 + pad}, colour_chip_text, title.c_str());
  draw_colour_bar(draw, scale, {chip.x0 + pad, chip.y0 + pad + line + 2.0F * ui.scale}, width, ui.scale);
  return chip;
}

void draw_muscle_scale(ImDrawList& draw, UiState& ui, const Rect& legend) {
  const Rect muscles = draw_scale(draw, ui, activation_scale(), {legend.x0, legend.y0 - 4.0F * ui.scale});
  if (muscles.width() > 0.0F) ui.placed.widgets["legend.muscles"] = muscles;
}

bool hits_a_widget(const UiState& ui, const Rect& rect) {
  return std::any_of(ui.placed.widgets.begin(), ui.placed.widgets.end(),
                     [&](const auto& w) { return overlaps(w.second, rect); });
}

/// The footprints have the right corner, since the older ones lie in the left one; with the others in a row of words, and
/// where the close-up reaches down to them.
void draw_lower_edge(ImDrawList& draw, UiState& ui, const ViewModel& model) {
  std::vector<Entry> entries = entries_of(ui, model);
  if (ui.choices.shown.footprints && ui.status.footprint_scale) {
    const std::vector<Entry> prints{footprint_entry(ui, *ui.status.footprint_scale, words_of(ui) == Words::many)};
    const Chip right = lay_chip(ui, prints, Corner::lower_right);
    if (words_of(ui) == Words::few_in_a_row || hits_a_widget(ui, right.rect))
      entries.push_back(prints.front());
    else
      draw_entries(draw, ui, "legend.footprints", prints, right);
  }
  const Chip left = lay_chip(ui, entries, Corner::lower_left);
  draw_entries(draw, ui, "legend", entries, left);
  if (ui.choices.shown.anatomy && !left.inside.at.empty()) draw_muscle_scale(draw, ui, left.rect);
}

}  // namespace

void draw_legends(UiState& ui, const ViewModel& model) {
  if (model.b() == nullptr) return;
  ImDrawList& draw = begin_overlay(ui, "##legends");
  // Its frame and its colours belong to the close-up whatever is written elsewhere.
  if (ui.placed.inset.width() > 0.0F && ui.placed.inset.height() > 0.0F)
    ui.placed.widgets["legend.close_up"] = draw_close_up_frame(draw, ui);
  if (ui.choices.shown.labels && roomy(ui)) draw_lower_edge(draw, ui, model);
  end_overlay();
}

}  // namespace stridelab::view
