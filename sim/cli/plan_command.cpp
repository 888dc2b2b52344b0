#include "cli/plan_command.h"

#include "cli/outputs.h"
#include "cli/progress.h"
#include "report/json_report.h"
#include "training/plan_output.h"

namespace stridelab {
namespace {

ExitCode outcome_of(const PlanReport& report) {
  switch (report.status) {
    case PlanStatus::passed:
      return ExitCode::done;
    case PlanStatus::failed:
      return ExitCode::check_failed;
    case PlanStatus::infeasible:
      return ExitCode::no_feasible_gait;
    case PlanStatus::invalid:
      return ExitCode::invalid_input;
  }
  return ExitCode::internal_error;
}

PlanReport work_out(const Plan& plan, const TrainingModels& models, const LoadModels& loads, const Console& console,
                    const Engines& engines) {
  SolveCache cache(loads, engines.stride);
  Progress progress(console, 1);
  return assess_plan(plan, models, cache, [&](double part) { progress.within(part); });
}

}  // namespace

ExitCode plan_command(const PlanOptions& options, const Console& console, const Engines& engines) {
  const auto models = read_training_models();
  const auto loads = read_load_models();
  if (!models) console.err << to_text(models.error());
  if (!loads) console.err << to_text(loads.error());
  if (!models || !loads) return ExitCode::invalid_input;
  const auto plan = read_plan(options.plan, *models);
  if (!plan) {
    console.err << to_text(plan.error());
    return ExitCode::invalid_input;
  }
  const PlanReport report = work_out(*plan, *models, *loads, console, engines);
  const bool stdout_taken = options.json == "-" || options.csv == "-";
  (stdout_taken ? console.err : console.out) << plan_text(report, stdout_taken ? console.err_style : console.out_style);
  Outputs outputs(console);
  if (!options.json.empty()) outputs.write(options.json, json_text(plan_json(report)));
  if (!options.csv.empty()) outputs.write(options.csv, plan_csv(report));
  return graver(outcome_of(report), outputs.outcome());
}

}  // namespace stridelab
