#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

/// The scale of the bars: the largest change, in steps that do not jump while a slider moves.
double full_scale_percent(const std::vector<TradeOffRow>& rows) {
  double most = 0.0;
  for (const TradeOffRow& row : rows) most = std::max(most, std::abs(row.change_percent.value_or(0.0)));
  for (const double step : {5.0, 10.0, 20.0, 50.0, 100.0, 200.0})
    if (most <= step) return step;
  return most;
}

/// A bar from the middle: right and orange is more load than A, left and blue less.
void draw_bar(const TradeOffRow& row, double full_percent, float width, float height) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::Dummy({width, height});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle = corner.x + 0.5F * width;
  const double change = row.change_percent.value_or(0.0);
  const float end = middle + 0.5F * width * static_cast<float>(std::clamp(change / full_percent, -1.0, 1.0));
  draw.AddRectFilled({std::min(middle, end), corner.y + 3.0F}, {std::max(middle, end), corner.y + height - 3.0F},
                     change > 0.0 ? colour_a : colour_b);
  draw.AddLine({middle, corner.y}, {middle, corner.y + height}, colour_quiet);
}

void draw_row(UiState& ui, const TradeOffRow& row, double full_percent) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  text_line(ImGui::GetColorU32(ImGuiCol_Text), row.label);
  name_item(ui, "trade_off." + row.region);
  explain_item(fmt::format("{}\nA {} {}\nB {} {}{}", row.load, value_text(row.a, row.decimals), row.unit,
                           value_text(row.b, row.decimals), row.unit,
                           row.size_uncertain ? "\ndirection known, size uncertain" : ""));
  ImGui::TableNextColumn();
  draw_bar(row, full_percent, ImGui::GetContentRegionAvail().x, ImGui::GetTextLineHeight());
  ImGui::TableNextColumn();
  const std::string text = percent_text(row.change_percent) + (row.size_uncertain ? " ~" : "");
  text_line(ImGui::GetColorU32(ImGuiCol_Text), text);
}

}  // namespace

void draw_trade_off(UiState& ui, ViewModel& model) {
  if (ImGui::RadioButton("peak of a step", ui.per == LoadPer::step)) ui.per = LoadPer::step;
  name_item(ui, "trade_off.per_step");
  ImGui::SameLine();
  if (ImGui::RadioButton("load x time, per km", ui.per == LoadPer::km)) ui.per = LoadPer::km;
  name_item(ui, "trade_off.per_km");
  const std::vector<TradeOffRow>& rows = model.trade_off(ui.per);
  if (rows.empty()) {
    text_line(colour_quiet, "solving");
    return;
  }
  const double full = full_scale_percent(rows);
  text_line(colour_quiet, fmt::format("B against A; half a bar is {:.0f} %", full));
  if (!ImGui::BeginTable("rows", 3)) return;
  ImGui::TableSetupColumn("place", ImGuiTableColumnFlags_WidthStretch, 0.34F);
  ImGui::TableSetupColumn("bar", ImGuiTableColumnFlags_WidthStretch, 0.42F);
  ImGui::TableSetupColumn("change", ImGuiTableColumnFlags_WidthStretch, 0.24F);
  for (const TradeOffRow& row : rows) draw_row(ui, row, full);
  ImGui::EndTable();
}

}  // namespace stridelab::view
