#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "catalogue/parameter_builder.h"
#include "core/diagnostics.h"
#include "scenario/scenario.h"
#include "training/training_models.h"

namespace stridelab {

/// One run of a week.
struct PlanRun {
  int day = 1;  ///< 1 .. 7
  double distance_km = 0.0;
  std::vector<Assignment> changes;  ///< against the usual run, as a scenario changes its base
  double running_min = 0.0;         ///< of intervals: minutes that are run; the distance follows from the speed
  bool goes_on = false;             ///< a further part of the run before it, on the same day
};

struct PlanWeek {
  std::vector<PlanRun> runs;  ///< in the order of the file
};

/// `[strengthening]`
struct Strengthening {
  std::string strength;  ///< a strength parameter of models/training/strengthening.toml
  double sessions_per_week = 3.0;
  int from_week = 1;
  int weeks = 6;
};

/// A training plan, read and resolved.
struct Plan {
  std::string path;      ///< as the caller gave it
  std::string question;  ///< empty if the file asks none
  std::string scenario;  ///< the scenario file it names; empty without one
  ParameterBuilder usual_run;
  double accustomed_km = 30.0;  ///< weekly distance before the plan
  int accustomed_runs = 1;      ///< and in how many runs
  /// How the accustomed distance lies on the seven days, mean 1: as in the first week, or equal runs on spread days
  /// where the plan says `accustomed_runs` or its first week has no run.
  std::vector<double> accustomed_day;
  bool accustomed_as_first_week = true;
  std::vector<PlanWeek> weeks;
  std::optional<Strengthening> strengthening;
  std::vector<Check> checks;  ///< kind `value` only; metric is one of plan_quantities()
};

/// Reads a plan file with its scenario.
///
/// path    a TOML file, as the user wrote it; `scenario` is a path relative to its folder
/// errors  every fault of the plan and of its scenario in one pass, each in line order; never throws
tl::expected<Plan, Diagnostics> read_plan(const std::filesystem::path& path, const TrainingModels& models);

/// The same of a text that is in no file; `name` stands for it in faults.
tl::expected<Plan, Diagnostics> read_plan_text(const std::string& name, const std::string& text,
                                               const TrainingModels& models);

/// The names a check of a plan may use: distance_peak_km, distance_total_km, increase_peak_percent, acute_chronic_peak,
/// and for each tissue TISSUE_state_peak_low, _mid, _high and TISSUE_load_peak_percent.
std::vector<std::string> plan_quantities(const TrainingModels& models);

}  // namespace stridelab
