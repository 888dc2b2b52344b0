#pragma once

#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "study/run_cache.h"
#include "validation/validation.h"

namespace stridelab {

/// One run that a validation needs.
struct ReferenceRun {
  RunInputs inputs;
  EngineIndex engine = EngineIndex::stride;
  bool signals = false;  ///< its signals are compared, not its metrics alone
};

/// What came of it: metrics, or why there are none.
struct ReferenceRunResult {
  std::optional<MetricValues> metrics;
  std::optional<SignalStride> signals;
  std::string missing;
};

/// How all of them are run.
struct ReferenceRunSettings {
  const LoadModels& models;
  const Engines& engines;
  const ValidationConditions& conditions;
  SignalNames names;
};

/// Runs them side by side; results in the order of the runs, whatever the number of threads.
std::vector<ReferenceRunResult> run_all(const std::vector<ReferenceRun>& runs, const ReferenceRunSettings& settings,
                                        const std::function<void(double)>& progress);

}  // namespace stridelab
