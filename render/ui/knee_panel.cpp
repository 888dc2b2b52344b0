#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/ui/knee_curves.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

/// One of the plots, from the top; the lower ones have a choice for a title.
struct Row {
  const KneeCurve* curve;
  std::size_t choice;  ///< of ui.choices.chosen_curves; two or more: not to be chosen
};

std::vector<Row> rows_of(const UiState& ui, float height) {
  std::vector<Row> rows{{&knee_curves()[0], 2}, {&knee_curves()[1], 2}, {&knee_curve(ui.choices.chosen_curves[0]), 0}};
  const float enough_for_four = 560.0F * ui.scale;
  if (height > enough_for_four) rows.push_back({&knee_curve(ui.choices.chosen_curves[1]), 1});
  return rows;
}

std::string state_text(const ViewModel& model) {
  return model.shows_form() ? "B form" : model.message().empty() ? "B form, solving" : "B last form that runs";
}

void draw_legend(const ViewModel& model) {
  text_line(colour_b, state_text(model));
  ImGui::SameLine();
  text_line(colour_a, "A baseline");
  const auto word = [](const char* text) {
    ImGui::SameLine();
    if (ImGui::CalcTextSize(text).x > ImGui::GetContentRegionAvail().x) ImGui::NewLine();
    text_line(colour_quiet, text);
  };
  if (!model.live.last_strides().empty()) word("thin: last steps of the live run");
  word("shaded: right foot down");
}

void choose(UiState& ui, std::size_t choice, float width) {
  const KneeCurve& now = knee_curve(ui.choices.chosen_curves[choice]);
  const std::string name = fmt::format("knee.choice.{}", choice);
  ImGui::SetNextItemWidth(width);
  const bool open = ImGui::BeginCombo(("##" + name).c_str(), now.title.c_str(), ImGuiComboFlags_HeightLarge);
  name_item(ui, name);
  if (!open) return explain_item("Which curve this plot shows");
  for (const KneeCurve& row : knee_curves()) {
    if (&row == &knee_curves()[0] || &row == &knee_curves()[1]) continue;
    if (ImGui::Selectable(row.title.c_str(), &row == &now)) ui.choices.chosen_curves[choice] = row.curve;
    name_item(ui, name + "." + std::string(row.curve));
  }
  ImGui::EndCombo();
}

/// Clicked again close to a pin, it goes.
void toggle_pin(UiState& ui, std::string_view curve, double percent) {
  constexpr double close_percent = 2.5;
  const auto removed = std::erase_if(ui.choices.pins, [&](const Pin& pin) {
    return pin.curve == curve && std::abs(pin.percent - percent) < close_percent;
  });
  if (removed == 0) ui.choices.pins.push_back({std::string(curve), percent});
}

void take_touch(UiState& ui, ViewModel& model, const KneeCurve& row, const PlotTouch& touch) {
  if (touch.cursor) model.playback.scrub(model.b()->phase_of_percent(*touch.cursor));
  if (touch.pin) toggle_pin(ui, row.curve, *touch.pin);
}

/// The plot of a row, named, titled and pinned.
Plot shown_plot(const UiState& ui, const ViewModel& model, const Row& row, bool last) {
  Plot plot = plot_of(*row.curve, model);
  plot.name = row.curve == &knee_curves()[0]   ? "knee.force"
              : row.curve == &knee_curves()[1] ? "knee.pressure"
                                               : fmt::format("knee.chosen.{}", row.choice);
  if (row.choice > 1) plot.title = row.curve->title;
  if (row.choice > 1) plot.note = measured_band(row.curve->curve, model.b()->question.parameters).note;
  for (const Pin& pin : ui.choices.pins)
    if (pin.curve == row.curve->curve) plot.pins.push_back(pin.percent);
  plot.x_marks = last;
  return plot;
}

/// The title without its unit or sign: "Knee bend".
std::string_view name_of(const KneeCurve& curve) {
  const std::string_view title = curve.title;
  return title.substr(0, std::min(title.find(','), title.find(" (")));
}

/// Whose band it is, or why there is none, for the plots a person chose.
std::string foot_of(const ViewModel& model, const std::vector<Row>& rows) {
  std::string text;
  for (const Row& row : rows) {
    if (row.choice > 1) continue;
    std::string note = measured_band(row.curve->curve, model.b()->question.parameters).note;
    if (rows.size() > 3) note = fmt::format("{}, {}", name_of(*row.curve), note);
    if (text.find(note) == std::string::npos) text += (text.empty() ? "" : "\n") + note;
  }
  return text;
}

void draw_rows(UiState& ui, ViewModel& model, const std::vector<Row>& rows, float height) {
  std::vector<Plot> plots;
  for (const Row& row : rows) plots.push_back(shown_plot(ui, model, row, &row == &rows.back()));
  float extra = 0.0F;
  for (std::size_t i = 0; i < rows.size(); ++i)
    extra += plot_extra_height(ui, plots[i]) + (rows[i].choice > 1 ? 0.0F : ImGui::GetFrameHeightWithSpacing());
  const float each = (height - extra) / static_cast<float>(rows.size());
  const float width = ImGui::GetContentRegionAvail().x;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].choice < 2) choose(ui, rows[i].choice, width);
    take_touch(ui, model, *rows[i].curve, draw_plot(ui, plots[i], width, each));
  }
}

}  // namespace

void draw_knee(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("Knee", rect);
  if (model.b() == nullptr) {
    text_line(colour_quiet, model.message().empty() ? "solving the first stride" : model.message());
    ImGui::End();
    return;
  }
  draw_legend(model);
  const std::vector<Row> rows = rows_of(ui, rect.height());
  const ImVec2 space = ImGui::GetContentRegionAvail();
  const std::string foot = broken_lines(foot_of(model, rows), space.x);
  const float foot_height = ImGui::CalcTextSize(foot.c_str()).y + ImGui::GetStyle().ItemSpacing.y;
  draw_rows(ui, model, rows, space.y - foot_height);
  text_line(colour_quiet, foot);
  name_item(ui, "knee.band");
  ImGui::End();
}

}  // namespace stridelab::view
