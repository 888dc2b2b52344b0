#include <fmt/format.h>

#include <algorithm>

#include "guidance/explanation.h"
#include "render/ui/panel_parts.h"
#include "report/words.h"

namespace stridelab::view {
namespace {

ImU32 level_colour(LoadLevel level) {
  return level == LoadLevel::high ? colour_warning : level == LoadLevel::usual ? colour_quiet : colour_b;
}

/// The usual band in the middle third, the values of A and B as marks; beyond the ends a mark stays at the end.
void draw_gauge(const UiState& ui, const MetricLoad* a, const MetricLoad& b) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = ImGui::GetTextLineHeight();
  ImGui::Dummy({width, height});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const auto x = [&](double value) {
    const double part = (value - b.metric.low) / (b.metric.high - b.metric.low);
    return corner.x + width * static_cast<float>(std::clamp((part + 1.0) / 3.0, 0.01, 0.99));
  };
  draw.AddLine({corner.x, corner.y + 0.5F * height}, {corner.x + width, corner.y + 0.5F * height}, colour_band);
  draw.AddRectFilled({x(b.metric.low), corner.y + 2.0F}, {x(b.metric.high), corner.y + height - 2.0F}, colour_band);
  const auto mark = [&](const std::optional<double>& value, ImU32 colour) {
    if (value) draw.AddLine({x(*value), corner.y}, {x(*value), corner.y + height}, colour, 3.0F * ui.scale);
  };
  if (a != nullptr) mark(a->value, colour_a);
  mark(b.value, colour_b);
}

std::string load_text(const MetricLoad& load) {
  const int decimals = load.row->decimals;
  return fmt::format("{}: {} {}, usual {:.{}f} .. {:.{}f} ({})", load.metric.name, value_text(load.value, decimals),
                     load.row->unit, load.metric.low, decimals, load.metric.high, decimals, to_text(load.level));
}

void draw_row(UiState& ui, const RegionLoad* a, const RegionLoad& b) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  if (ImGui::Selectable(b.region.label.c_str(), ui.region == b.region.key, ImGuiSelectableFlags_SpanAllColumns))
    ui.region = b.region.key;
  name_item(ui, "knee_map." + b.region.key);
  explain_item(load_text(b.main()));
  ImGui::TableNextColumn();
  draw_gauge(ui, a != nullptr ? &a->main() : nullptr, b.main());
  ImGui::TableNextColumn();
  text_line(level_colour(b.main().level), std::string(to_text(b.main().level)));
}

void draw_texts(const RegionLoad& load) {
  text_line(ImGui::GetColorU32(ImGuiCol_Text), capitalised(load.region.name) + ": " + load.region.where);
  for (const MetricLoad& one : load.loads) text_line(level_colour(one.level), load_text(one));
  const auto& guidance = shipped_guidance();
  if (!guidance) return text_line(colour_warning, to_text(guidance.error()));
  const auto found = explain(load.region.key, *guidance);
  if (!found) return;
  for (const ExplainedPassage& passage : found->passages) {
    ImGui::Spacing();
    text_line(colour_quiet, passage.heading);
    text_line(ImGui::GetColorU32(ImGuiCol_Text), passage.text);
  }
  ImGui::Spacing();
  text_line(colour_quiet, std::string(guidance_disclaimer));
}

}  // namespace

void draw_knee_map(UiState& ui, ViewModel& model) {
  if (model.b() == nullptr) return text_line(colour_quiet, "solving");
  const std::vector<RegionLoad>& b = model.b()->regions;
  text_line(colour_quiet, "grey: " + model.regions().basis);
  if (ImGui::BeginTable("regions", 3)) {
    ImGui::TableSetupColumn("place", ImGuiTableColumnFlags_WidthStretch, 0.36F);
    ImGui::TableSetupColumn("gauge", ImGuiTableColumnFlags_WidthStretch, 0.44F);
    ImGui::TableSetupColumn("level", ImGuiTableColumnFlags_WidthStretch, 0.2F);
    for (std::size_t i = 0; i < b.size(); ++i)
      draw_row(ui, model.a() != nullptr ? &model.a()->regions[i] : nullptr, b[i]);
    ImGui::EndTable();
  }
  ImGui::Separator();
  const auto picked = std::find_if(b.begin(), b.end(), [&](auto& load) { return load.region.key == ui.region; });
  if (picked != b.end()) draw_texts(*picked);
}

}  // namespace stridelab::view
