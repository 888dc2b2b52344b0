#include "cli/plan_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "cli/outputs.h"
#include "cli/progress.h"
#include "report/json_report.h"
#include "scenario/input_files.h"
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
  if (plan.empty()) return model_files();  // weeks of the command line
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

std::vector<std::string_view> parts_of(std::string_view list) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t comma = std::min(list.find(','), list.size());
    parts.push_back(list.substr(0, comma));
    if (comma == list.size()) return parts;
    list.remove_prefix(comma + 1);
  }
}

/// The plan as a file would say it: one reader, one set of faults.
std::string written_out(const PlanOptions& options) {
  const auto weeks = parts_of(options.weeks);
  const std::string runs = options.runs.empty() ? "3" : options.runs;
  std::string text = fmt::format("question = \"Weeks of {} km: what do the tissues notice?\"\n", options.weeks);
  const std::string_view before = options.accustomed.empty() ? weeks.front() : std::string_view(options.accustomed);
  text += fmt::format("accustomed_runs = {}\n[training]\nweekly_distance_km = {}\n", runs, before);
  for (const std::string_view week : weeks) text += fmt::format("[[week]]\nkm = {}\nequal_runs = {}\n", week, runs);
  return text;
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
  const auto plan = options.weeks.empty() ? read_plan(options.plan, *models)
                                          : read_plan_text("--weeks", written_out(options), *models);
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
