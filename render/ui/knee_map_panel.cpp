#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "guidance/explanation.h"
#include "render/ui/leg_figure.h"
#include "render/ui/load_look.h"
#include "render/ui/panel_parts.h"
#include "report/words.h"
#include "study/run_conditions.h"

namespace stridelab::view {
namespace {

const RegionLoad* picked_in(const std::vector<RegionLoad>& loads, const std::string& region) {
  const auto found = std::find_if(loads.begin(), loads.end(), [&](auto& load) { return load.region.key == region; });
  return found != loads.end() ? &*found : nullptr;
}

/// The usual range in the middle third, the values of A and B as marks; beyond the ends a mark stays at the end.
void draw_gauge(ImDrawList& draw, const MetricLoad* a, const MetricLoad& b, const Rect& place, float scale) {
  const auto x = [&](double value) {
    const double part = (value - b.usual.low) / (b.usual.high - b.usual.low);
    return place.x0 + place.width() * static_cast<float>(std::clamp((part + 1.0) / 3.0, 0.01, 0.99));
  };
  const float middle = 0.5F * (place.y0 + place.y1);
  draw.AddLine({place.x0, middle}, {place.x1, middle}, colour_band, scale);
  draw.AddRectFilled({x(b.usual.low), place.y0 + 3.0F * scale}, {x(b.usual.high), place.y1 - 3.0F * scale}, colour_band,
                     2.0F * scale);
  const auto mark = [&](const std::optional<double>& value, ImU32 colour) {
    if (value) draw.AddLine({x(*value), place.y0}, {x(*value), place.y1}, colour, 2.5F * scale);
  };
  if (a != nullptr) mark(a->value, colour_a);
  mark(b.value, colour_b);
}

/// One region of the list: level, name, and a gauge where there is room for it.
void draw_row(UiState& ui, const RegionLoad* a, const RegionLoad& b, float label_width) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = ImGui::GetTextLineHeight() + 2.0F * ui.scale;
  if (ImGui::Selectable(("##" + b.region.key).c_str(), ui.choices.region == b.region.key, 0, {0.0F, height}))
    ui.choices.region = b.region.key;
  name_item(ui, "knee_map." + b.region.key);
  explain_item(load_text(b.main(), ""));
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float sign = 1.3F * ImGui::GetFontSize();
  draw.AddText(corner, level_colour(b.main().level), level_sign(b.main().level));
  draw.AddText({corner.x + sign, corner.y}, ImGui::GetColorU32(ImGuiCol_Text), b.region.label.c_str());
  const Rect gauge{corner.x + sign + label_width + 8.0F * ui.scale, corner.y, corner.x + width, corner.y + height};
  if (gauge.width() > 40.0F * ui.scale)
    draw_gauge(draw, a != nullptr ? &a->main() : nullptr, b.main(), gauge, ui.scale);
}

void draw_list(UiState& ui, const std::vector<RegionLoad>* a, const std::vector<RegionLoad>& b) {
  float label_width = 0.0F;
  for (const RegionLoad& load : b)
    label_width = std::max(label_width, ImGui::CalcTextSize(load.region.label.c_str()).x);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 2.0F * ui.scale});
  for (const RegionLoad& load : b)
    draw_row(ui, a != nullptr ? picked_in(*a, load.region.key) : nullptr, load, label_width);
  ImGui::PopStyleVar();
}

void draw_loads(const RegionLoad* a, const RegionLoad& load) {
  text_line(ImGui::GetColorU32(ImGuiCol_Text), capitalised(load.region.name) + ": " + load.region.where);
  for (std::size_t i = 0; i < load.loads.size(); ++i) {
    const MetricLoad& one = load.loads[i];
    const bool other = a != nullptr && i < a->loads.size() && a->loads[i].value != one.value;
    text_line(level_colour(one.level),
              fmt::format("{} {}{}", level_sign(one.level), load_text(one, ""),
                          other ? fmt::format(" (A\u00a0{})", value_text(a->loads[i].value, one.row->decimals)) : ""));
  }
}

void draw_passages(const Explanation& found) {
  if (!found.meaning.empty()) text_line(ImGui::GetColorU32(ImGuiCol_Text), found.meaning);
  for (const ExplainedPassage& passage : found.passages) {
    ImGui::Spacing();
    if (!passage.heading.empty()) text_line(colour_quiet, passage.heading);
    text_line(ImGui::GetColorU32(ImGuiCol_Text), passage.text);
  }
}

/// A piece of advice by its title; opened, all that there is to say.
void draw_link(UiState& ui, const ExplainedLink& link, const Guidance& guidance) {
  const bool open = ImGui::TreeNodeEx(link.key.c_str(), ImGuiTreeNodeFlags_NoTreePushOnOpen, "%s", link.title.c_str());
  name_item(ui, "knee_map.advice." + link.key);
  if (!open) return;
  ImGui::Indent();
  if (const auto found = explain(link.key, guidance)) {
    draw_passages(*found);
    for (const ExplainedFact& fact : found->facts) text_line(colour_quiet, capitalised(fact.name) + ": " + fact.value);
  }
  ImGui::Unindent();
}

/// What `stridelab explain PLACE` says, without the loads: those stand above.
void draw_explanation(UiState& ui, const std::string& region) {
  const auto& guidance = shipped_guidance();
  if (!guidance) return text_line(colour_warning, to_text(guidance.error()));
  const auto found = explain(region, *guidance);
  if (!found) return;
  draw_passages(*found);
  for (const ExplainedLinks& group : found->related) {
    if (!group.links.empty() && find_metric(group.links.front().key)) continue;
    ImGui::Spacing();
    text_line(colour_quiet, group.heading);
    for (const ExplainedLink& link : group.links)
      if (!link.title.empty()) draw_link(ui, link, *guidance);
  }
  ImGui::Spacing();
  text_line(colour_quiet, std::string(guidance_disclaimer));
}

}  // namespace

void draw_knee_map(UiState& ui, ViewModel& model) {
  if (model.b() == nullptr) return text_line(colour_quiet, "solving");
  const std::vector<RegionLoad>& b = model.b()->regions;
  const std::vector<RegionLoad>* a = model.a() != nullptr ? &model.a()->regions : nullptr;
  const float rows = static_cast<float>(b.size()) * (ImGui::GetTextLineHeight() + 4.0F * ui.scale);
  const float width = ImGui::GetContentRegionAvail().x, height = std::max(rows, 170.0F * ui.scale);
  const float figure = std::min(0.53F * width, 1.6F * height);
  draw_leg_figure(ui, b, figure, height);
  ImGui::SameLine();
  ImGui::BeginGroup();
  draw_list(ui, a, b);
  ImGui::EndGroup();
  if (named_button(ui, "What helps here?", "knee_map.helps")) ui.memory.go_to_help = true;
  explain_item("What lowers the load of the picked place most, for this form, and who pays");
  text_line(colour_quiet, "\u25b2 above, \u25cf inside, \u25bc below the usual band");
  const std::string basis = model.regions().basis_for(run_conditions(model.b()->question.inputs, false));
  explain_item(capitalised(basis));
  ImGui::Separator();
  if (const RegionLoad* picked = picked_in(b, ui.choices.region)) {
    if (std::exchange(ui.memory.go_to_help, false)) ImGui::SetScrollHereY(0.0F);
    draw_loads(a != nullptr ? picked_in(*a, ui.choices.region) : nullptr, *picked);
    ImGui::Separator();
    draw_what_helps(ui, model, picked->region);
    ImGui::Separator();
    draw_explanation(ui, picked->region.key);
  }
  text_line(colour_quiet, "Usual: " + basis);
}

}  // namespace stridelab::view
