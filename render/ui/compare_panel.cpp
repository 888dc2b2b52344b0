#include <fmt/format.h>

#include <algorithm>

#include "guidance/guidance.h"
#include "render/ui/panel_parts.h"
#include "report/shown_rows.h"
#include "report/words.h"
#include "study/change.h"

namespace stridelab::view {
namespace {

/// A cell whose text ends at its right edge, so that decimals stand below each other.
void right_cell(ImU32 colour, const std::string& text) {
  ImGui::TableNextColumn();
  const float room = ImGui::GetContentRegionAvail().x, width = ImGui::CalcTextSize(text.c_str()).x;
  if (width < room) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + room - width);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
}

std::string signed_text(const std::optional<double>& value, int decimals) {
  return value ? fmt::format("{:+.{}f}", *value, decimals) : "-";
}

/// Wide enough, the table has a column for B - A in the unit of the row.
bool has_difference(const UiState& ui) { return ImGui::GetContentRegionAvail().x > 440.0F * ui.scale; }

std::string meaning_of(const MetricRow& row) {
  const auto& guidance = shipped_guidance();
  return guidance ? capitalised(guidance->metric(row.key)->meaning) : to_text(guidance.error());
}

void draw_row(UiState& ui, const ViewModel& model, const MetricRow& row, bool difference) {
  const ShownRun &a = *model.a(), &b = *model.b();
  const Change change = change_between(row, a.metrics().value(row.key), b.metrics().value(row.key));
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  text_line(ImGui::GetColorU32(ImGuiCol_Text), fmt::format("{}, {}", marked_label(row), row.unit));
  name_item(ui, "compare." + std::string(row.key));
  explain_item(fmt::format("{}\nB - A: {} {}", meaning_of(row), signed_text(change.change, row.decimals), row.unit));
  right_cell(colour_a, value_text(change.a, row.decimals));
  for (std::size_t i = 0; i < model.beside().size(); ++i)
    right_cell(colours_beside[i], value_text(model.beside()[i]->metrics().value(row.key), row.decimals));
  right_cell(colour_b, value_text(change.b, row.decimals));
  if (difference) right_cell(ImGui::GetColorU32(ImGuiCol_Text), signed_text(change.change, row.decimals));
  right_cell(ImGui::GetColorU32(ImGuiCol_Text),
             change.change_percent ? fmt::format("{:+.1f}", *change.change_percent) : "-");
}

void draw_buttons(UiState& ui, ViewModel& model) {
  if (named_button(ui, "Freeze B as A", "compare.freeze")) model.freeze();
  explain_item("Keeps the form under the sliders as the baseline");
  flow(button_width("Swap"));
  if (named_button(ui, "Swap", "compare.swap")) model.swap();
  explain_item("A and B change places, with their sliders");
  flow(button_width("A = scenario"));
  if (named_button(ui, "A = scenario", "compare.reset")) model.reset_baseline();
  explain_item("The baseline becomes the scenario without changes");
  flow(button_width("Keep beside"));
  if (named_button(ui, "Keep beside", "compare.keep")) model.keep_beside();
  explain_item("B stays in curves and table while you try others: up to four forms");
  flow(button_width("all numbers"));
  if (toggle_button(ui, "all numbers", "compare.all", ui.choices.all_metrics))
    ui.choices.all_metrics = !ui.choices.all_metrics;
}

/// The forms that are kept: a click brings one under the sliders, a cross takes it away.
void draw_chips(UiState& ui, ViewModel& model) {
  for (std::size_t i = 0; i < model.beside().size(); ++i) {
    const ShownRun& run = *model.beside()[i];
    const std::string differs = differences(model.a()->question.parameters, run.question.parameters, ui.choices.units);
    ImGui::PushID(static_cast<int>(i));
    ImGui::PushStyleColor(ImGuiCol_Text, colours_beside[i]);
    const bool taken = named_button(ui, names_beside[i], fmt::format("compare.chip.{}", i));
    ImGui::PopStyleColor();
    explain_item("Brings this form under the sliders");
    ImGui::SameLine();
    const bool dropped = named_button(ui, "\u00d7", fmt::format("compare.drop.{}", i));
    explain_item("Takes it out of the comparison");
    ImGui::SameLine();
    text_line(colours_beside[i], differs);
    ImGui::PopID();
    if (taken) return model.take_beside(i);
    if (dropped) return model.drop_beside(i);
  }
}

/// Which forms stand in the columns.
void draw_names(const UiState& ui, const ShownRun& a, const ShownRun& b) {
  text_line(colour_a, "A  " + conditions(a.question.parameters, ui.choices.units));
  const std::string differs = differences(a.question.parameters, b.question.parameters, ui.choices.units);
  text_line(colour_b, differs == "nothing" || differs.empty() ? "B  the same form" : "B  " + differs);
}

void set_up_columns(std::size_t beside, bool difference) {
  const float number = ImGui::CalcTextSize("-1000.0").x;
  ImGui::TableSetupColumn("metric", ImGuiTableColumnFlags_WidthStretch);
  const int columns = 3 + static_cast<int>(beside) + (difference ? 1 : 0);
  for (int i = 0; i < columns; ++i) ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, number);
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  right_cell(colour_a, "A");
  for (std::size_t i = 0; i < beside; ++i) right_cell(colours_beside[i], names_beside[i]);
  right_cell(colour_b, "B");
  if (difference) right_cell(colour_quiet, "B - A");
  right_cell(colour_quiet, "%");
}

}  // namespace

void draw_compare(UiState& ui, ViewModel& model) {
  draw_buttons(ui, model);
  const ShownRun *a = model.a(), *b = model.b();
  if (a == nullptr || b == nullptr) return text_line(colour_quiet, "solving");
  draw_names(ui, *a, *b);
  draw_chips(ui, model);
  const std::size_t beside = model.beside().size();
  const bool difference = has_difference(ui) && beside == 0;
  if (!ImGui::BeginTable("metrics", 4 + static_cast<int>(beside) + (difference ? 1 : 0), ImGuiTableFlags_RowBg)) return;
  set_up_columns(beside, difference);
  MetricGroup group = MetricGroup::quality;
  for (const MetricRow& row : metric_table()) {
    if ((!ui.choices.all_metrics && row.shown != Shown::first) || row.key == "solve_time_ms") continue;
    if (ui.choices.all_metrics && row.group != group) {
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      text_line(colour_quiet, capitalised(std::string(group_heading(row.group))));
    }
    group = row.group;
    draw_row(ui, model, row, difference);
  }
  ImGui::EndTable();
  text_line(colour_quiet, std::string(mark_meaning()));
}

}  // namespace stridelab::view
