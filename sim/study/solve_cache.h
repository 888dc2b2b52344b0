#pragma once

#include <memory>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "metrics/metrics.h"
#include "study/engines.h"

namespace stridelab {

/// One solved run with everything that is computed from it.
struct SolvedRun {
  PlannedStride plan;
  StrideRecord record;
  MetricValues metrics;
};

using SolveResult = tl::expected<std::shared_ptr<const SolvedRun>, Infeasible>;

/// Solves one run, with `solve_time_ms` of the time it took.
SolveResult solve_run(const RunInputs& inputs, const StrideSolver& solver, const LoadModels& models);

/// Solves runs and remembers the last 64: a base that ten scenarios share is solved once.
class SolveCache {
 public:
  SolveCache(const LoadModels& models, StrideSolver solver);

  /// The run of these inputs, with `solve_time_ms` of the time it was really solved. Valid until 64 others were asked for.
  const SolveResult& solve(const RunInputs& inputs);

  [[nodiscard]] const LoadModels& models() const { return models_; }

 private:
  LoadModels models_;
  StrideSolver solver_;
  std::vector<std::pair<RunInputs, std::unique_ptr<SolveResult>>> known_;  ///< the newest first
};

}  // namespace stridelab
