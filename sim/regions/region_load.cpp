#include "regions/region_load.h"

namespace stridelab {

std::string_view to_text(LoadLevel level) {
  switch (level) {
    case LoadLevel::low:
      return "low";
    case LoadLevel::usual:
      return "usual";
    case LoadLevel::high:
      return "high";
    case LoadLevel::unknown:
      return "unknown";
  }
  return "";
}

LoadLevel level_of(const UsualRange& usual, std::optional<double> value) {
  if (!value) return LoadLevel::unknown;
  return *value < usual.low ? LoadLevel::low : *value > usual.high ? LoadLevel::high : LoadLevel::usual;
}

std::vector<RegionLoad> region_loads(const RegionMap& map, const MetricValues& metrics,
                                     const RunConditions& conditions) {
  std::vector<RegionLoad> regions;
  for (const Region& region : map.regions) {
    RegionLoad out{region, {}};
    for (const RegionMetric& metric : region.metrics) {
      const MetricName name = *find_metric(metric.key);
      const std::optional<double> value = metrics.of(name).value;
      const UsualRange usual = map.usual.of(metric.key, conditions);
      out.loads.push_back({metric, name.row, value, usual, level_of(usual, value)});
    }
    regions.push_back(std::move(out));
  }
  return regions;
}

}  // namespace stridelab
