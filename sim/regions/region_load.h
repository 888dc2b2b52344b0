#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "metrics/metrics.h"
#include "regions/region_map.h"

namespace stridelab {

/// How a load lies to its usual range. `unknown` where there is no value.
enum class LoadLevel { low, usual, high, unknown };

/// "low", "usual", "high", "unknown".
std::string_view to_text(LoadLevel level);

/// The level of a value in the unit of the range; an end of the range is still usual.
LoadLevel level_of(const UsualRange& usual, std::optional<double> value);

/// One load of a region in one run.
struct MetricLoad {
  RegionMetric metric;
  const MetricRow* row = nullptr;  ///< of that metric
  std::optional<double> value;     ///< right leg, in the unit of the row
  UsualRange usual = {};           ///< of runs of this kind
  LoadLevel level = LoadLevel::unknown;
};

/// One region of one run; never without loads.
struct RegionLoad {
  Region region;
  std::vector<MetricLoad> loads;  ///< in the order of the region's metrics

  [[nodiscard]] const MetricLoad& main() const { return loads.front(); }
};

/// The loads of every region, in the order of the map, beside what is usual for runs of that kind.
/// errors  none (pure function); every key of the map must be of metric_table(), which its reader ensures
std::vector<RegionLoad> region_loads(const RegionMap& map, const MetricValues& metrics,
                                     const RunConditions& conditions);

}  // namespace stridelab
