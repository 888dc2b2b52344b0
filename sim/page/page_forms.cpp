#include "page/page_forms.h"

#include <algorithm>
#include <array>

#include "catalogue/quantity_table.h"
#include "metrics/curves.h"
#include "study/measured_band.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 4> colours{"a", "b", "c", "d"};
constexpr std::array<std::string_view, 6> shown_curves{
    "pfj_force_bw", "vgrf_bw", "knee_flexion_deg", "knee_valgus_fppa_deg", "achilles_force_bw", "hip_adduction_deg"};

std::vector<Curve> curves_of(const EngineRun& run, const LoadModels& models) {
  if (run.stride) return compute_curves(run.stride->plan.source, models, run.stride->record);
  return run.forward ? run.forward->curves : std::vector<Curve>{};
}

const CurveRow& row_of(std::string_view name) { return *std::ranges::find(curve_table(), name, &CurveRow::name); }

std::vector<double> percents() {
  std::vector<double> x;
  for (int i = 0; i < curve_samples; ++i) x.push_back(100.0 * i / (curve_samples - 1));
  return x;
}

/// Before it the foot is on the ground: the last sample with a force on it.
std::size_t samples_of_stance(const std::vector<Curve>& curves) {
  const auto force = std::ranges::find(curves, std::string_view("vgrf_bw"), &Curve::name);
  std::size_t last = 0;
  while (last + 1 < force->values.size() && (last == 0 || force->values[last] > 0.05)) ++last;
  return last;
}

/// A line means nothing to people where its quantity does: the line of the knee has no sense with the leg folded in the air.
ChartLine line_of(const PageForm& form, const Curve& curve, const std::vector<Curve>& all) {
  ChartLine line{form.css, percents(), curve.values};
  if (curve.name != "knee_valgus_fppa_deg") return line;
  line.x.resize(samples_of_stance(all));
  line.y.resize(line.x.size());
  return line;
}

ChartBand drawn(const MeasuredBand& band) {
  ChartBand out;
  for (std::size_t i = 0; i < band.percent.size(); ++i) {
    out.x.push_back(band.percent[i]);
    out.low.push_back(band.mean[i] - band.sd[i]);
    out.high.push_back(band.mean[i] + band.sd[i]);
  }
  return out;
}

}  // namespace

std::vector<PageForm> page_forms(const std::vector<RunReport>& forms) {
  const RunReport& first = forms.front();
  const bool beside_base =
      forms.size() == 1 && first.metrics && first.base.metrics && !(first.parameters == first.base.parameters);
  if (beside_base) return {{"Before", colours[0], "", &first.base}, {"Now", colours[1], first.question, &first}};
  if (forms.size() == 1) return {{"This run", colours[1], first.question, &first}};
  std::vector<PageForm> out;
  for (std::size_t i = 0; i < std::min(forms.size(), colours.size()); ++i)
    out.push_back({std::string(1, static_cast<char>('A' + i)), colours[i], forms[i].question, &forms[i]});
  return out;
}

std::vector<PageChart> page_charts(const std::vector<PageForm>& forms, const LoadModels& models) {
  std::vector<std::vector<Curve>> all;
  for (const PageForm& form : forms) all.push_back(curves_of(*form.run, models));
  std::vector<PageChart> out;
  for (const std::string_view name : shown_curves) {
    const CurveRow& row = row_of(name);
    PageChart one;
    one.chart.title = info(row.of).label;
    one.chart.unit = row.shown.unit;
    one.chart.x_label = "% of the stride, from right foot contact";
    for (std::size_t i = 0; i < forms.size(); ++i)
      if (const auto curve = std::ranges::find(all[i], name, &Curve::name); curve != all[i].end())
        one.chart.lines.push_back(line_of(forms[i], *curve, all[i]));
    const BandAnswer band = measured_band(name, forms.front().run->parameters);
    if (band.band != nullptr) {
      one.chart.bands.push_back(drawn(*band.band));
      one.band_note = band.note;
    }
    if (!one.chart.lines.empty()) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace stridelab
