#pragma once

#include <vector>

#include "training/plan_report.h"
#include "training/run_loads.h"

namespace stridelab {

/// A run with what it asks.
struct LoadedRun {
  PlanRun run;
  const RunLoads* loads = nullptr;  ///< never null
};

using LoadedWeek = std::vector<LoadedRun>;

/// Distances, changes, ratios and runs of the weeks; strength and warnings are left to others.
std::vector<WeekReport> week_reports(const Plan& plan, const std::vector<LoadedWeek>& weeks,
                                     const TrainingRules& rules);

/// One tissue over the plan. `index` is its place in the models; `usual` the loads of the accustomed run.
TissueReport tissue_report(std::size_t index, const Plan& plan, const std::vector<LoadedWeek>& weeks,
                           const RunLoads& usual, const TrainingModels& models);

/// The same weeks with their runs on consecutive days from the first: what rest days between runs are compared with.
std::vector<LoadedWeek> bunched(std::vector<LoadedWeek> weeks);

}  // namespace stridelab
