#include <fmt/format.h>

#include <array>

#include "render/ui/panel_parts.h"
#include "render/ui/plot.h"

namespace stridelab::view {
namespace {

struct KneeCurve {
  const char* curve;
  const char* name;
  const char* title;
  const char* unit;
  int decimals;
  bool stance_only;  ///< a bent leg in the air has no meaningful angle in the front view
};
constexpr std::array knee_curves{
    KneeCurve{"pfj_force_bw", "knee.force", "Kneecap force, body weights", "BW", 2, false},
    KneeCurve{"pfj_stress_mpa", "knee.pressure", "Kneecap pressure, MPa", "MPa", 1, false},
    KneeCurve{"knee_valgus_fppa_deg", "knee.valgus", "Knee falling inward on the ground (valgus, front view), deg",
              "deg", 1, true}};

Plot plot_of(const KneeCurve& row, const ViewModel& model) {
  const ShownRun& b = *model.b();
  Plot plot{row.name, row.title, row.unit, row.decimals, {}, 0.0, 0.0};
  const auto until = [&](const ShownRun& run) {
    return row.stance_only ? run.percent_of_phase(run.events.toe_off) : 100.0;
  };
  if (model.a() != nullptr)
    plot.lines.push_back({&model.a()->curve(row.curve)->values, colour_a, 1.5F, "A", until(*model.a())});
  plot.lines.push_back({&b.curve(row.curve)->values, colour_b, 2.5F, "B", until(b)});
  plot.cursor_percent = b.percent_of_phase(model.playback.phase());
  plot.stance_percent = b.percent_of_phase(b.events.toe_off);
  return plot;
}

void draw_legend(const ViewModel& model) {
  text_line(colour_a, "A baseline");
  ImGui::SameLine();
  text_line(colour_b, model.shows_form()        ? "B form"
                      : model.message().empty() ? "B form, solving"
                                                : "B last form that runs");
  ImGui::SameLine();
  text_line(colour_quiet, "shaded: right foot down");
}

}  // namespace

void draw_knee(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("Knee", rect, !ui.tabbed);
  if (model.b() == nullptr) {
    text_line(colour_quiet, model.message().empty() ? "solving the first stride" : model.message());
    ImGui::End();
    return;
  }
  draw_legend(model);
  const ImVec2 space = ImGui::GetContentRegionAvail();
  const float line = ImGui::GetTextLineHeightWithSpacing() + ImGui::GetStyle().ItemSpacing.y;
  const float height = space.y / static_cast<float>(knee_curves.size()) - line;
  for (const KneeCurve& row : knee_curves)
    if (const auto percent = draw_plot(ui, plot_of(row, model), space.x, height))
      model.playback.scrub(model.b()->phase_of_percent(*percent));
  ImGui::End();
}

}  // namespace stridelab::view
