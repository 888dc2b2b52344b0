#pragma once

#include <optional>

#include "catalogue/metric_table.h"

namespace stridelab {

/// How a metric differs between two runs.
struct Change {
  std::optional<double> a, b;            ///< in the unit of the metric
  std::optional<double> change;          ///< b - a, in the unit of the metric
  std::optional<double> change_percent;  ///< 100 (|b| - |a|) / |a|: of magnitudes, so that more braking is positive
};

/// Change from a to b. Empty parts where a value is missing; the percentage is also empty where `a` is near zero (less
/// than the last digit people see of this metric), the sign flips, or the metric is an angle whose zero is a convention: a
/// ratio would say nothing there.
/// errors  none (pure function)
Change change_between(const MetricRow& row, std::optional<double> a, std::optional<double> b);

}  // namespace stridelab
