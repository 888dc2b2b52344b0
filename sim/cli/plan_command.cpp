#include "cli/plan_command.h"

#include <filesystem>
#include <vector>

#include "cli/input_files.h"
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

/// The plan, the scenario it names with its bases, and models/.
std::vector<std::filesystem::path> plan_inputs(const std::string& plan) {
  std::vector<std::filesystem::path> scenarios;
  if (const auto models = read_training_models())
    if (const auto read = read_plan(plan, *models); read && !read->scenario.empty())
      scenarios.push_back(std::filesystem::path(plan).parent_path() / read->scenario);
  std::vector<std::filesystem::path> files = input_files(scenarios);
  files.emplace_back(plan);
  return files;
}

PlanReport work_out(const Plan& plan, const TrainingModels& models, const LoadModels& loads, const Console& console,
                    const Engines& engines) {
  SolveCache cache(loads, engines.stride);
  Progress progress(console, 1);
  return assess_plan(plan, models, cache, [&](double part) { progress.within(part); });
}

}  // namespace

ExitCode plan_command(const PlanOptions& options, const Console& console, const Engines& engines) {
  Outputs outputs(console);
  const std::size_t json = outputs.want("--json", options.json, json_file);
  const std::size_t csv = outputs.want("--csv", options.csv, csv_file);
  if (const ExitCode refused = outputs.open([&] { return plan_inputs(options.plan); }); refused != ExitCode::done)
    return refused;
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
  const bool stdout_taken = outputs.takes_stdout();
  (stdout_taken ? console.err : console.out) << plan_text(report, stdout_taken ? console.err_style : console.out_style);
  if (!options.json.empty()) outputs.append(json, json_text(plan_json(report)));
  if (!options.csv.empty()) outputs.append(csv, plan_csv(report));
  return graver(outcome_of(report), outputs.commit());
}

}  // namespace stridelab
