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

LoadLevel level_of(const RegionMetric& metric, std::optional<double> value) {
  if (!value) return LoadLevel::unknown;
  return *value < metric.low ? LoadLevel::low : *value > metric.high ? LoadLevel::high : LoadLevel::usual;
}

std::vector<RegionLoad> region_loads(const RegionMap& map, const MetricValues& metrics) {
  std::vector<RegionLoad> regions;
  for (const Region& region : map.regions) {
    RegionLoad out{region, {}};
    for (const RegionMetric& metric : region.metrics) {
      const MetricName name = *find_metric(metric.key);
      const std::optional<double> value = metrics.of(name).value;
      out.loads.push_back({metric, name.row, value, level_of(metric, value)});
    }
    regions.push_back(std::move(out));
  }
  return regions;
}

}  // namespace stridelab
