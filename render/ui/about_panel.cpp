#include <fmt/format.h>

#include "render/ui/panel_parts.h"
#include "report/words.h"

namespace stridelab::view {
namespace {

void fact(const char* name, std::string_view text) {
  if (text.empty()) return;
  text_line(colour_quiet, name);
  ImGui::SameLine(6.0F * ImGui::GetFontSize());
  text_line(ImGui::GetColorU32(ImGuiCol_Text), std::string(text));
}

void pick_metric(UiState& ui) {
  ImGui::SetNextItemWidth(-1.0F);
  const bool open =
      ImGui::BeginCombo("##metric", find_metric(ui.metric)->row->label.data(), ImGuiComboFlags_HeightLarge);
  name_item(ui, "about.metric");
  if (!open) return;
  for (const MetricRow& row : metric_table()) {
    const std::string key(row.key);
    if (ImGui::Selectable(fmt::format("{}##{}", row.label, key).c_str(), key == ui.metric)) ui.metric = key;
    name_item(ui, "about.metric." + key);
  }
  ImGui::EndCombo();
}

void draw_metric(const MetricRow& row, const ShownRun& run) {
  const MetricValue& value = run.metrics().of(*find_metric(row.key));
  fact("value", value.value ? fmt::format("{} {}", value_text(value.value, row.decimals), row.unit)
                            : "none: " + value.missing_reason);
  fact("meaning", row.meaning);
  fact("sign", row.sign);
  fact("how", row.definition);
  fact("source", row.source);
  fact("trust", to_text(row.confidence));
}

/// How well this stride holds: what nobody supplies, and that it runs at the speed that was asked for.
void draw_quality(const ShownRun& run) {
  for (const std::string_view key :
       {"residual_force_peak_percent_bw", "residual_moment_peak_percent_bw_height", "speed_m_s"}) {
    const MetricRow& row = *find_metric(key)->row;
    text_line(colour_quiet,
              fmt::format("{}: {} {}", row.label, value_text(run.metrics().value(key), row.decimals + 1), row.unit));
  }
  if (const auto took_ms = run.metrics().value("solve_time_ms"))
    text_line(colour_quiet, fmt::format("solved in {:.0f} ms{}", *took_ms, run.preview ? ", a preview" : ""));
}

}  // namespace

void draw_about(UiState& ui, ViewModel& model) {
  if (model.b() == nullptr) return text_line(colour_quiet, "solving");
  if (!find_metric(ui.metric)) ui.metric = "pfj_force_peak_bw";
  const ShownRun& run = *model.b();
  pick_metric(ui);
  draw_metric(*find_metric(ui.metric)->row, run);
  ImGui::Separator();
  draw_quality(run);
  for (const std::string& note : run.question.parameters.notes()) text_line(colour_warning, "note: " + note);
  for (const std::string& note : run.metrics().notes) text_line(colour_warning, "note: " + note);
  text_line(colour_quiet,
            "The stride engine adapts the mean of 26 runners to these inputs: a synthesised stride, "
            "symmetric, not a measurement of you. Changes are surer than levels.");
}

}  // namespace stridelab::view
