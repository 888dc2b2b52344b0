#include "catalogue/metric_table.h"
#include "scenario/scenario.h"

namespace stridelab {

MetricNames shipped_metrics() {
  return {[](std::string_view key) { return find_metric(key).has_value(); },
          [](std::string_view key) { return nearest_metric(key); },
          [](std::string_view key) { return find_metric(key)->row->zero == Zero::convention; }};
}

}  // namespace stridelab
