#include <fmt/format.h>

#include <array>
#include <cmath>

#include "catalogue/people_units.h"
#include "render/ui/knee_curves.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

/// A number that is read from the back of a room, with what it is below it.
struct Large {
  std::string number, words;
  ImU32 colour;
};

std::string with_change(const std::string& number, const std::optional<double>& percent) {
  if (!percent || std::abs(*percent) < 0.05) return number;
  return number + fmt::format("  {} {:+.0f} %", *percent > 0.0 ? "\u25b2" : "\u25bc", *percent);
}

/// The place that pays most for the change; none: nothing gets more.
const TradeOffRow* largest_price(const std::vector<TradeOffRow>& rows) {
  const TradeOffRow* most = nullptr;
  for (const TradeOffRow& row : rows)
    if (row.change_percent.value_or(0.0) > 0.5 && (most == nullptr || *row.change_percent > *most->change_percent))
      most = &row;
  return most;
}

std::optional<double> kneecap_change(const ViewModel& model) {
  const auto a = model.a()->metrics().value("pfj_force_peak_bw"), b = model.b()->metrics().value("pfj_force_peak_bw");
  return a && b && *a > 0.0 ? std::optional(100.0 * (*b / *a - 1.0)) : std::nullopt;
}

std::array<Large, 3> numbers_of(const UiState& ui, const ViewModel& model) {
  const ShownRun& b = *model.b();
  const ParameterSet& form = b.question.parameters;
  const auto force = b.metrics().value("pfj_force_peak_bw");
  const TradeOffRow* price = largest_price(model.trade_off(LoadPer::step));
  return {{{with_change(value_text(force, 1) + " BW", kneecap_change(model)), "peak force at the kneecap", colour_b},
           {fmt::format("{:.0f} steps/min", form.number("cadence_spm")),
            "at " + pace_text(form.number("speed_m_s"), ui.choices.units), ImGui::GetColorU32(ImGuiCol_Text)},
           {price == nullptr ? "nobody" : fmt::format("{} +{:.0f} %", price->label, *price->change_percent),
            "pays most for the change", price == nullptr ? colour_quiet : colour_warning}}};
}

void draw_number(const Large& large, float scale) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x, wish = 2.6F * ImGui::GetFontSize();
  const float width = ImGui::CalcTextSize(large.number.c_str()).x * wish / ImGui::GetFontSize();
  const float size = width > room ? wish * room / width : wish;
  ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), size, at, large.colour, large.number.c_str());
  ImGui::Dummy({room, size});
  ImGui::SetWindowFontScale(1.3F);
  text_line(colour_quiet, large.words);
  ImGui::SetWindowFontScale(1.0F);
  ImGui::Dummy({1.0F, 6.0F * scale});
}

}  // namespace

void draw_teach(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("Teach", rect, false);
  if (model.a() == nullptr || model.b() == nullptr) {
    text_line(colour_quiet, "solving");
    return ImGui::End();
  }
  int i = 0;
  for (const Large& large : numbers_of(ui, model)) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    draw_number(large, ui.scale);
    const ImVec2 to = ImGui::GetCursorScreenPos();
    ui.placed.widgets[fmt::format("teach.number.{}", i++)] = {from.x, from.y, rect.x1, to.y};
  }
  Plot plot = plot_of(knee_curves()[0], model);
  plot.name = "teach.curve";
  plot.title = knee_curves()[0].title;
  plot.x_marks = true;
  for (PlotLine& line : plot.lines) line.width *= 1.8F;
  const ImVec2 space = ImGui::GetContentRegionAvail();
  const PlotTouch touch = draw_plot(ui, plot, space.x, std::max(space.y - plot_extra_height(ui, plot), 40.0F));
  if (touch.cursor) model.playback.scrub(model.b()->phase_of_percent(*touch.cursor));
  ImGui::End();
}

}  // namespace stridelab::view
