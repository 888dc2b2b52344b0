#pragma once

#include <optional>
#include <string>
#include <vector>

#include "metrics/metrics.h"
#include "scenario/scenario.h"

namespace stridelab {

/// A check with what was found.
struct CheckResult {
  Check check;
  std::optional<double> value;  ///< the metric, its change, or its change in percent, by check.kind
  bool passed = false;          ///< false as well when there is no value
  std::string missing_reason;   ///< why there is no value
};

/// "%" for a check on the percentage, else the unit of the metric.
std::string_view check_unit(const Check& check);

/// Compares one check with a run. `base` may be null when no check looks at changes.
CheckResult evaluate_check(const Check& check, const MetricValues& run, const MetricValues* base);

/// True when a check of the scenario looks at a change, so that its base has to be solved too.
bool needs_base(const Scenario& scenario);

}  // namespace stridelab
