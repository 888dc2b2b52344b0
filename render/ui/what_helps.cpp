#include <fmt/format.h>

#include <algorithm>

#include "levers/lever_words.h"
#include "render/ui/panel_parts.h"
#include "report/console_style.h"
#include "report/words.h"

namespace stridelab::view {
namespace {

constexpr std::size_t most_rows = 8;

/// The form becomes the one of a row.
void draw_try(UiState& ui, ViewModel& model, const LeverResult& result, std::size_t row) {
  ImGui::PushID(static_cast<int>(row));
  if (named_button(ui, "Try it", fmt::format("helps.try.{}", row))) model.try_form(result.overrides);
  explain_item("Moves the sliders there; the baseline stays. Undo (Ctrl + Z) brings them back");
  ImGui::PopID();
}

/// What a step does, who pays, how well supported.
void draw_row(UiState& ui, ViewModel& model, const LeverResult& result, std::size_t row) {
  draw_try(ui, model, result, row);
  ImGui::SameLine();
  ImGui::BeginGroup();
  text_line(ImGui::GetColorU32(ImGuiCol_Text),
            fmt::format("\u25bc\u00a0{}: {}", signed_percent(result.percent), result.lever->words));
  text_line(result.pays.empty() ? colour_quiet : colour_warning, capitalised(pays_text(result)));
  for (const std::string& more : {sure_text(result), methods_text(result)})
    if (!more.empty()) text_line(colour_quiet, capitalised(more));
  ImGui::EndGroup();
  name_item(ui, fmt::format("helps.row.{}", row));
}

std::string list(const std::vector<const LeverResult*>& group, bool percent) {
  std::string text;
  for (const LeverResult* result : group)
    text += (text.empty() ? "" : ", ") + result->lever->words +
            (percent ? " " + signed_percent(result->percent) : std::string());
  return text;
}

void draw_rows(UiState& ui, ViewModel& model, const LeverStudy& study) {
  const LeverGroups groups = lever_groups(study);
  for (std::size_t i = 0; i < std::min(groups.lowers.size(), most_rows); ++i) draw_row(ui, model, *groups.lowers[i], i);
  if (study.part < 1.0) return;
  if (groups.lowers.empty())
    text_line(ImGui::GetColorU32(ImGuiCol_Text), "Nothing that was tried lowers it by half a per cent.");
  if (!groups.raises.empty()) text_line(colour_quiet, "Raises it: " + list(groups.raises, true) + ".");
  if (!groups.leaves.empty()) text_line(colour_quiet, "Leaves it as it is: " + list(groups.leaves, false) + ".");
  text_line(colour_quiet, std::string(lever_disclaimer));
}

}  // namespace

void draw_what_helps(UiState& ui, ViewModel& model, const Region& place) {
  const auto answer = model.what_helps(place.key);
  const bool under_way = answer && answer->fault.empty() && answer->study.part < 1.0;
  text_line(colour_b, "What helps here? For this form, " + place.name +
                          (under_way ? fmt::format(": {:.0f} % tried", 100.0 * answer->study.part) : ""));
  name_item(ui, "helps");
  if (!answer) {
    const std::string why = model.message().empty() ? "being worked out" : "no answer: this form cannot be run";
    return text_line(colour_quiet, why);
  }
  if (!answer->fault.empty()) return text_line(colour_warning, answer->fault);
  draw_rows(ui, model, answer->study);
}

}  // namespace stridelab::view
