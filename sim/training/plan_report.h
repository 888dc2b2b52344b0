#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "study/checks.h"
#include "study/solve_cache.h"
#include "training/plan.h"
#include "training/training_models.h"

namespace stridelab {

/// A result over everything that is uncertain: the lowest, that of all middle values, the highest.
struct Band {
  double low = 0.0, mid = 0.0, high = 0.0;
};

/// One week, before any tissue.
struct WeekReport {
  int number = 1;
  double distance_km = 0.0;
  std::optional<double> change_percent;  ///< against the week before, the accustomed one for week 1; none after 0 km
  std::optional<double> rise_percent;    ///< against the harder of the two weeks before: a return from an easier week
                                         ///< is no jump
  int rise_from = 0;                     ///< number of that week; 0 = the accustomed one
  std::optional<double> acute_chronic;   ///< distance / mean of the weeks before, filled up with accustomed weeks
  bool keeps_ten_percent = true;         ///< rise_percent is no more than the rule allows
  int runs = 0;
  int rest_days = 0;                   ///< days without a run
  double steps = 0.0;                  ///< of one leg
  double strength_gain_percent = 0.0;  ///< of the strengthening, at the start of the week
  std::vector<std::string> warnings;   ///< sentences without a capital and a full stop
};

/// One tissue in one week. States are relative to the accustomed week: 1 is its peak, or its mean.
struct TissueWeek {
  Band peak;                   ///< largest state of the week / that of an accustomed week
  Band mean;                   ///< mean state / that of an accustomed week
  Band over_tolerance;         ///< largest of peak / tolerance: what the slow adaptation leaves of it
  double load_percent = 0.0;   ///< weekly load (load x time, or steps x peak) in % of the accustomed week's
  std::optional<double> load;  ///< weekly load of one leg in unit of the impulse metric; none without one
};

/// One tissue over the plan.
struct TissueReport {
  Tissue tissue;
  std::string missing;  ///< why there is nothing; empty when there is
  std::string unit;     ///< of the load
  double usual_load = 0.0;
  std::vector<TissueWeek> weeks;
  Band bunched_peak;  ///< largest peak of the plan if each week's runs came on consecutive days from its first
};

/// One way of running that differs from the usual run.
struct RunKind {
  std::string changes;  ///< "slope_percent = -8"
  double distance_km = 0.0;
  std::vector<std::optional<double>> load_ratio;   ///< per tissue, of the peak, against the usual run
  std::vector<std::optional<Band>> damage_per_km;  ///< per tissue, against the usual run
};

/// `infeasible`: a run has no gait; `invalid`: a model file that a run names has a fault.
enum class PlanStatus { passed, failed, infeasible, invalid };

/// The answer to a plan.
struct PlanReport {
  std::string path, question, scenario;
  PlanStatus status = PlanStatus::passed;
  std::string error;  ///< why there is no answer
  ParameterSet usual_run;
  double accustomed_km = 0.0;
  int accustomed_runs = 1;
  bool accustomed_as_first_week = true;  ///< on the days of week 1; else equal runs on spread days
  double accustomed_steps = 0.0;         ///< of one leg per week
  std::vector<WeekReport> weeks;
  std::vector<TissueReport> tissues;
  std::vector<RunKind> kinds;
  std::optional<Strengthening> strengthening;
  std::optional<Programme> programme;
  TrainingRules rules;
  std::vector<CheckResult> checks;
  std::vector<std::string> notes;
};

/// Works a plan out: loads of every run, weeks, states of the tissues, warnings, checks.
/// progress  called with the part that is done, 0 .. 1; may be empty
PlanReport assess_plan(const Plan& plan, const TrainingModels& models, SolveCache& cache,
                       const std::function<void(double)>& progress = {});

/// What every output of a plan says first.
std::string_view plan_caveat();

/// The largest of a band over the weeks of a tissue, each end by itself; peak of the plan.
Band plan_peak(const TissueReport& tissue);

}  // namespace stridelab
