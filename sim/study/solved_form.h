#pragma once

#include "regions/region_load.h"
#include "study/solve_cache.h"

namespace stridelab {

/// A form and the stride that was solved for it: what the reasons of a change are read from. Refers to values that must
/// outlive it.
struct SolvedForm {
  const ParameterSet& parameters;
  const RunInputs& inputs;
  const SolvedRun& run;
  const std::vector<RegionLoad>& regions;  ///< of one map for all forms that are compared

  [[nodiscard]] const MetricValues& metrics() const { return run.metrics; }
};

}  // namespace stridelab
