#include <fmt/format.h>

#include "render/ui/panel_parts.h"
#include "report/shown_rows.h"
#include "report/words.h"
#include "whatif/change.h"

namespace stridelab::view {
namespace {

void cell(ImU32 colour, const std::string& text) {
  ImGui::TableNextColumn();
  text_line(colour, text);
}

void draw_row(UiState& ui, const MetricRow& row, const ShownRun& a, const ShownRun& b) {
  const Change change = change_between(row, a.metrics().value(row.key), b.metrics().value(row.key));
  ImGui::TableNextRow();
  cell(ImGui::GetColorU32(ImGuiCol_Text), marked_label(row));
  name_item(ui, "compare." + std::string(row.key));
  explain_item(capitalised(std::string(row.meaning)));
  cell(colour_a, value_text(change.a, row.decimals));
  cell(colour_b, value_text(change.b, row.decimals) + " " + std::string(row.unit));
  cell(colour_quiet, percent_text(change.change_percent));
}

}  // namespace

void draw_compare(UiState& ui, ViewModel& model) {
  if (named_button(ui, "Freeze B as A", "compare.freeze")) model.freeze();
  ImGui::SameLine();
  if (named_button(ui, "Swap", "compare.swap")) model.swap();
  ImGui::SameLine();
  if (named_button(ui, "A = scenario", "compare.reset")) model.reset_baseline();
  const ShownRun *a = model.a(), *b = model.b();
  if (a == nullptr || b == nullptr) return text_line(colour_quiet, "solving");
  text_line(colour_a, "A " + conditions(a->question.parameters));
  text_line(colour_b, "B " + differences(a->question.parameters, b->question.parameters));
  ImGui::Checkbox("all numbers", &ui.all_metrics);
  name_item(ui, "compare.all");
  if (!ImGui::BeginTable("metrics", 4, ImGuiTableFlags_RowBg)) return;
  ImGui::TableSetupColumn("metric", ImGuiTableColumnFlags_WidthStretch, 0.42F);
  ImGui::TableSetupColumn("A", ImGuiTableColumnFlags_WidthStretch, 0.15F);
  ImGui::TableSetupColumn("B", ImGuiTableColumnFlags_WidthStretch, 0.25F);
  ImGui::TableSetupColumn("change", ImGuiTableColumnFlags_WidthStretch, 0.18F);
  for (const MetricRow& row : metric_table())
    if ((ui.all_metrics || row.shown == Shown::first) && row.key != "solve_time_ms") draw_row(ui, row, *a, *b);
  ImGui::EndTable();
  text_line(colour_quiet, std::string(mark_meaning()));
}

}  // namespace stridelab::view
