#include <fmt/format.h>

#include <algorithm>

#include "guidance/guidance.h"
#include "model_files/models_origin.h"
#include "render/ui/panel_parts.h"
#include "report/shown_rows.h"
#include "report/words.h"

namespace stridelab::view {
namespace {

/// A name and what it says, beside it.
void fact(const char* name, std::string_view text) {
  if (text.empty()) return;
  text_line(colour_quiet, name);
  ImGui::SameLine(6.0F * ImGui::GetFontSize());
  text_line(ImGui::GetColorU32(ImGuiCol_Text), std::string(text));
}

void pick_metric(UiState& ui) {
  ImGui::SetNextItemWidth(-1.0F);
  const bool open =
      ImGui::BeginCombo("##metric", find_metric(ui.choices.metric)->row->label.data(), ImGuiComboFlags_HeightLarge);
  name_item(ui, "about.metric");
  if (!open) return;
  for (const MetricRow& row : metric_table()) {
    const std::string key(row.key);
    if (ImGui::Selectable(fmt::format("{}##{}", row.label, key).c_str(), key == ui.choices.metric))
      ui.choices.metric = key;
    name_item(ui, "about.metric." + key);
  }
  ImGui::EndCombo();
}

std::string shown_value(const MetricRow& row, const ShownRun& run) {
  const MetricValue& value = run.metrics().of(*find_metric(row.key));
  return value.value ? fmt::format("{} {}", value_text(value.value, row.decimals), row.unit)
                     : "none: " + value.missing_reason;
}

void draw_metric(const MetricRow& row, const ShownRun* a, const ShownRun& b) {
  fact("value B", shown_value(row, b));
  if (a != nullptr) fact("value A", shown_value(row, *a));
  fact("unit", row.unit);
  const auto& guidance = shipped_guidance();
  const MetricNotes* notes = guidance ? guidance->metric(row.key) : nullptr;
  if (notes != nullptr) fact("meaning", notes->meaning);
  fact("sign", row.sign);
  fact("how", row.definition);
  fact("source", row.source);
  fact("trust", to_text(row.confidence));
  if (notes == nullptr) return text_line(colour_warning, to_text(guidance.error()));
  fact("reading", notes->reading);
  fact("valid", notes->validity);
}

/// How well this stride holds: what nobody supplies, and that it runs at the speed that was asked for.
void draw_quality(const ShownRun& run) {
  const auto value = [&](std::string_view key) {
    const MetricRow& row = *find_metric(key)->row;
    return fmt::format("{} {}", value_text(run.metrics().value(key), row.decimals + 1), row.unit);
  };
  text_line(ImGui::GetColorU32(ImGuiCol_Text), "How well this stride holds");
  fact("residual",
       fmt::format("force {}, moment {}: what the stride would need from nowhere, at most",
                   value("residual_force_peak_percent_bw"), value("residual_moment_peak_percent_bw_height")));
  fact("speed",
       fmt::format("{} achieved, {:.3f} m/s asked", value("speed_m_s"), run.question.parameters.number("speed_m_s")));
  if (const auto took_ms = run.metrics().value("solve_time_ms"))
    fact("engine", fmt::format("stride: synthesised in {:.0f} ms{}", *took_ms,
                               run.preview ? "; a preview, loads within 0.5 % of the final answer" : ""));
}

/// The forward run beside it, once there is one.
void draw_live(const ViewModel& model) {
  if (!model.live.fault().empty()) return fact("live", model.live.fault());
  if (model.live.frame() == nullptr) return;
  const LiveStatus& status = model.live.status();
  const std::string state = !status.fall.empty() ? status.fall : status.paused ? "paused" : "running";
  fact("live", fmt::format("forward: {}, {:.1f} s simulated, {:.2f} of real time", state, status.time_s,
                           status.achieved_speed));
}

void draw_notes(const ShownRun& run) {
  for (const std::string& note : run.question.parameters.notes()) text_line(colour_warning, "note: " + note);
  for (const std::string& note : run.metrics().notes) text_line(colour_warning, "note: " + note);
  if (const std::string models = models_origin().note(); !models.empty()) text_line(colour_warning, "note: " + models);
  if (const std::string edges = window_edge_sentence(run.metrics(), run.regions, false); !edges.empty())
    text_line(colour_quiet, capitalised(edges) + ".");
  text_line(colour_quiet,
            "The stride engine adapts the mean of 26 runners to these inputs: a synthesised stride, "
            "symmetric, not a measurement of you. Changes are surer than levels.");
}

}  // namespace

void draw_about(UiState& ui, ViewModel& model) {
  if (model.b() == nullptr) return text_line(colour_quiet, "solving");
  if (!find_metric(ui.choices.metric)) ui.choices.metric = "pfj_force_peak_bw";
  pick_metric(ui);
  draw_metric(*find_metric(ui.choices.metric)->row, model.a(), *model.b());
  ImGui::Separator();
  draw_quality(*model.b());
  draw_live(model);
  ImGui::Separator();
  draw_notes(*model.b());
}

}  // namespace stridelab::view
