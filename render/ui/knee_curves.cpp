#include "render/ui/knee_curves.h"

#include <fmt/format.h>

#include <algorithm>

#include "metrics/curves.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

constexpr ImU32 colour_live = IM_COL32(150, 205, 235, 70);

double until(const KneeCurve& row, const ShownRun& run) {
  return row.stance_only ? run.percent_of_phase(run.events.toe_off) : 100.0;
}

/// Thin lines of the strides that the forward run has made with this form.
void add_live(Plot& plot, const KneeCurve& row, const ViewModel& model) {
  const auto& table = curve_table();
  const auto found = std::find_if(table.begin(), table.end(), [&](auto& curve) { return curve.name == row.curve; });
  const auto column = static_cast<std::size_t>(std::distance(table.begin(), found));
  for (const LiveStride& stride : model.live.last_strides())
    if (column < stride.values.size())
      plot.lines.push_back({&stride.values[column], colour_live, 1.0F, "", until(row, *model.b())});
}

KneeCurve knee_curve_of(const Quantity& q) {
  return {q.curve, fmt::format("{}, {}", q.label, q.shown.unit), q.shown.unit, q.shown.decimals, q.stance_only};
}

}  // namespace

const std::vector<KneeCurve>& knee_curves() {
  static const std::vector<KneeCurve> curves = [] {
    std::vector<KneeCurve> all{knee_curve_of(info(quantity("pfj_force_n"))),
                               knee_curve_of(info(quantity("pfj_stress_mpa")))};
    for (const Quantity& q : quantity_table)
      if (!q.curve.empty() && q.curve != all[0].curve && q.curve != all[1].curve) all.push_back(knee_curve_of(q));
    return all;
  }();
  return curves;
}

const KneeCurve& knee_curve(std::string_view curve) {
  const auto found =
      std::find_if(knee_curves().begin(), knee_curves().end(), [&](auto& row) { return row.curve == curve; });
  return found != knee_curves().end() ? *found : knee_curves().front();
}

Plot plot_of(const KneeCurve& row, const ViewModel& model) {
  const ShownRun& b = *model.b();
  const BandAnswer measured = measured_band(row.curve, b.question.parameters);
  Plot plot;
  plot.unit = row.unit;
  plot.decimals = row.decimals;
  plot.band = measured.band;
  add_live(plot, row, model);
  for (std::size_t i = 0; i < model.beside().size(); ++i) {
    const ShownRun& run = *model.beside()[i];
    plot.lines.push_back({&run.curve(row.curve)->values, colours_beside[i], 1.5F, names_beside[i], until(row, run)});
  }
  if (model.a() != nullptr)
    plot.lines.push_back({&model.a()->curve(row.curve)->values, colour_a, 1.5F, "A", until(row, *model.a())});
  plot.lines.push_back({&b.curve(row.curve)->values, colour_b, 2.5F, "B", until(row, b)});
  plot.cursor_percent = b.percent_of_phase(model.playback.phase());
  plot.stance_percent = b.percent_of_phase(b.events.toe_off);
  return plot;
}

}  // namespace stridelab::view
