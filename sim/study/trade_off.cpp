#include "study/trade_off.h"

#include <algorithm>

#include "metrics/stance.h"
#include "study/change.h"

namespace stridelab {
namespace {

TradeOffRow head(const RegionLoad& region) {
  const MetricLoad& load = region.main();
  return {region.region.key,
          region.region.label,
          region.region.name,
          load.metric.name,
          std::string(load.row->unit),
          load.row->decimals,
          load.row->confidence == Confidence::direction,
          {},
          {},
          {}};
}

}  // namespace

std::optional<double> load_per_km(const SolvedForm& solved, std::string_view metric) {
  const MetricRow& row = *stridelab::metric(metric).row;
  const double stride_length_m = solved.parameters.number("stride_length_m");
  if (row.reduction != Reduction::stance_peak || !(stride_length_m > 0.0)) return std::nullopt;
  const StrideRecord& record = solved.run.record;
  const double per_step = stance_integral(record.of(Side::right), row.of, record.period_s,
                                          [](double value) { return std::max(value, 0.0); });
  return per_step * row.as.scale / divisor(row.as.per, record.body) * 1000.0 / stride_length_m;
}

std::vector<TradeOffRow> trade_off(const SolvedForm& a, const SolvedForm& b, LoadPer per) {
  std::vector<TradeOffRow> rows;
  for (std::size_t i = 0; i < std::min(a.regions.size(), b.regions.size()); ++i) {
    const MetricLoad& load_a = a.regions[i].main();
    const MetricLoad& load_b = b.regions[i].main();
    TradeOffRow row = head(b.regions[i]);
    row.a = load_a.value;
    row.b = load_b.value;
    if (per == LoadPer::km) {
      row.a = load_per_km(a, load_a.metric.key);
      row.b = load_per_km(b, load_b.metric.key);
      row.unit += " s/km";
      row.decimals = 0;
    }
    row.change_percent = change_between(*load_b.row, row.a, row.b).change_percent;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace stridelab
