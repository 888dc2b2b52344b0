#include <fmt/format.h>

#include <algorithm>

#include "render/scene/anatomy.h"
#include "render/ui/overlay.h"
#include "render/ui/overlay_parts.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

/// One line of the legend: a sign in its colour, and words.
struct LegendLine {
  enum class Sign { none, filled, outlined, arrow } sign = Sign::none;
  ImU32 colour = 0;
  std::string text;
};

std::string pace_text(const ViewModel& model) {
  const ParameterSet& form = model.b()->question.parameters;
  return fmt::format("{:.2f} m/s, {:.0f} steps/min", form.number("speed_m_s"), form.number("cadence_spm"));
}

std::vector<LegendLine> lines_of(const UiState& ui, const ViewModel& model) {
  using Sign = LegendLine::Sign;
  const bool ghost = ui.shown.ghost && model.a() != nullptr && model.a()->question.inputs != model.b()->question.inputs;
  const bool wide = ui.viewport.width() > 540.0F * ui.scale;  // else few words, so that the figure keeps its feet
  std::vector<LegendLine> lines{{Sign::filled, colour_b, ghost && wide ? "B form, solid" : "B form"}};
  if (ghost) lines.push_back({Sign::outlined, colour_a, wide ? "A baseline, see-through" : "A baseline"});
  if (wide) lines.push_back({Sign::none, 0, pace_text(model)});
  if (ui.shown.force && !ui.force_scale.empty())
    lines.push_back({Sign::arrow, packed(palette::force), (wide ? "force of the ground: " : "") + ui.force_scale});
  return lines;
}

void draw_sign(ImDrawList& draw, const LegendLine& line, ImVec2 at, float size, float scale) {
  const float middle = at.y + 0.5F * size, half = 0.32F * size;
  const ImVec2 min{at.x + 0.5F * size - half, middle - half}, max{at.x + 0.5F * size + half, middle + half};
  switch (line.sign) {
    case LegendLine::Sign::filled:
      return draw.AddRectFilled(min, max, line.colour, 2.0F * scale);
    case LegendLine::Sign::outlined:
      return draw.AddRect(min, max, line.colour, 2.0F * scale, 0, 1.5F * scale);
    case LegendLine::Sign::arrow:
      draw.AddLine({at.x + 0.5F * size, max.y}, {at.x + 0.5F * size, middle}, line.colour, 2.0F * scale);
      return draw.AddTriangleFilled({min.x, middle}, {max.x, middle}, {at.x + 0.5F * size, min.y}, line.colour);
    case LegendLine::Sign::none:
      return;
  }
}

/// In the lower left corner of the picture. A line that does not fit into the picture is left out, the last ones first.
Rect draw_lines(ImDrawList& draw, const UiState& ui, const std::vector<LegendLine>& lines) {
  const float pad = 6.0F * ui.scale, row = ImGui::GetTextLineHeight() + 2.0F * ui.scale, sign = 1.3F * row;
  const Rect& view = ui.viewport;
  std::size_t count = 0;
  float width = 0.0F;
  for (const LegendLine& line : lines) {
    const float needed = ImGui::CalcTextSize(line.text.c_str()).x + sign + 3.0F * pad;
    const float height = row * static_cast<float>(count + 1) + 2.0F * pad;
    if (needed > view.width() - 2.0F * pad || height > 0.4F * view.height()) break;
    width = std::max(width, needed);
    ++count;
  }
  if (count == 0) return {};
  const float height = row * static_cast<float>(count) + 2.0F * pad;
  const Rect chip{view.x0 + pad, view.y1 - pad - height, view.x0 + pad + width, view.y1 - pad};
  draw_chip(draw, chip, ui.scale);
  for (std::size_t i = 0; i < count; ++i) {
    const ImVec2 at{chip.x0 + pad, chip.y0 + pad + row * static_cast<float>(i)};
    draw_sign(draw, lines[i], at, row, ui.scale);
    draw.AddText({at.x + sign, at.y}, colour_chip_text, lines[i].text.c_str());
  }
  return chip;
}

/// A colour scale with its title on a chip, its lower left corner given; empty where it does not fit.
Rect draw_scale(ImDrawList& draw, const UiState& ui, const LoadScale& scale, ImVec2 lower_left) {
  const float pad = 6.0F * ui.scale, line = ImGui::GetTextLineHeight();
  const std::string title = fmt::format("{}, {}", scale.quantity, scale.unit);
  const float width = std::max(ImGui::CalcTextSize(title.c_str()).x, 130.0F * ui.scale);
  const float height = line + 2.0F * ui.scale + colour_bar_height(ui.scale);
  const Rect chip{lower_left.x, lower_left.y - height - 2.0F * pad, lower_left.x + width + 2.0F * pad, lower_left.y};
  if (chip.x1 > ui.viewport.x1 || chip.y0 < ui.viewport.y0 + 0.3F * ui.viewport.height()) return {};
  draw_chip(draw, chip, ui.scale);
  draw.AddText({chip.x0 + pad, chip.y0 + pad}, colour_chip_text, title.c_str());
  draw_colour_bar(draw, scale, {chip.x0 + pad, chip.y0 + pad + line + 2.0F * ui.scale}, width, ui.scale);
  return chip;
}

/// Frame of the close-up; its title and colours below it, or inside at its lower edge where no room is left.
Rect draw_close_up(ImDrawList& draw, const UiState& ui) {
  const Rect& in = ui.inset;
  const float pad = 5.0F * ui.scale, width = in.width() - 2.0F * pad;
  draw.AddRect({in.x0, in.y0}, {in.x1, in.y1}, colour_chip, 3.0F * ui.scale, 0, 4.0F * ui.scale);
  draw.AddRect({in.x0, in.y0}, {in.x1, in.y1}, colour_quiet, 3.0F * ui.scale, 0, 1.5F * ui.scale);
  const std::string title = broken_lines("kneecap, pressure on the groove", width);
  const float title_height = ImGui::CalcTextSize(title.c_str()).y;
  const float bar_height = ui.close_up_scale ? colour_bar_height(ui.scale) + pad : 0.0F;
  const float needed = title_height + bar_height + 2.0F * pad;
  const bool below = in.y1 + needed <= ui.viewport.y1;
  const float top = below ? in.y1 : in.y1 - needed;
  draw_chip(draw, {in.x0, top, in.x1, top + needed}, ui.scale);
  draw.AddText({in.x0 + pad, top + pad}, colour_chip_text, title.c_str());
  if (ui.close_up_scale)
    draw_colour_bar(draw, *ui.close_up_scale, {in.x0 + pad, top + title_height + 2.0F * pad}, width, ui.scale);
  return {in.x0, in.y0, in.x1, std::max(in.y1, top + needed)};
}

}  // namespace

void draw_legends(UiState& ui, const ViewModel& model) {
  if (model.b() == nullptr || !ui.shown.labels) return;
  ImDrawList& draw = begin_overlay(ui, "##legends");
  const Rect lines = draw_lines(draw, ui, lines_of(ui, model));
  if (lines.width() > 0.0F) ui.widgets["legend"] = lines;
  if (ui.shown.anatomy && lines.width() > 0.0F) {
    const Rect muscles = draw_scale(draw, ui, activation_scale(), {lines.x0, lines.y0 - 4.0F * ui.scale});
    if (muscles.width() > 0.0F) ui.widgets["legend.muscles"] = muscles;
  }
  if (ui.inset.width() > 0.0F && ui.inset.height() > 0.0F) ui.widgets["legend.close_up"] = draw_close_up(draw, ui);
  end_overlay();
}

}  // namespace stridelab::view
