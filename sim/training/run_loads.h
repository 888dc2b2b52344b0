#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "study/solve_cache.h"
#include "training/plan.h"
#include "training/training_models.h"

namespace stridelab {

/// What one tissue feels of a run, right leg. In the unit of its metric.
struct TissueLoad {
  std::optional<double> peak;            ///< largest of a step
  std::optional<double> impulse_per_km;  ///< load x time; empty where the tissue has no such metric
  std::string missing;                   ///< why there is no peak
};

/// What one run asks of one leg.
struct RunLoads {
  double steps_per_km = 0.0;        ///< of one leg
  std::vector<TissueLoad> tissues;  ///< in the order of the models
  std::vector<std::string> notes;   ///< of the engine
};

/// A way to run, resolved with its shoe and surface: what people read and what the engine takes.
struct OutfittedRun {
  ParameterSet parameters;
  RunInputs inputs;
};

/// A run of a plan: the usual run, with the strength gained so far, with the changes of the run.
///
/// gain_percent  of the plan's strengthening; the result is held at the largest strength the table allows
/// errors        faults of the model files the parameters name
tl::expected<OutfittedRun, Diagnostics> outfit_run(const Plan& plan, double gain_percent,
                                                   const std::vector<Assignment>& changes);

/// Loads of one way to run, by the stride engine. A metric that this version does not have is missing, not an error.
/// errors  the form has no feasible gait
tl::expected<RunLoads, Infeasible> loads_of_run(const OutfittedRun& run, const TrainingModels& models,
                                                SolveCache& cache);

}  // namespace stridelab
