#pragma once

#include <string>
#include <vector>

#include "metrics/metrics.h"

namespace stridelab {

/// Spread of a metric over the averaged steps of one leg.
struct MetricSpread {
  double sd = 0.0;  ///< sample standard deviation (n - 1); 0 for one step
  int n_steps = 0;  ///< steps that have this metric
};

/// One step of one leg, from its contact to its next one.
struct StepResult {
  int index = 0;  ///< in order of contact, both legs counted
  Side side = Side::right;
  double contact_s = 0.0;           ///< time of the contact (vertical force rises through 50 N)
  std::string left_out;             ///< why this step is not averaged, empty when it is
  std::vector<MetricValue> values;  ///< of this leg, in the order of metric_table()
};

}  // namespace stridelab
