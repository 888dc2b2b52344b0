#include "cli/compare_command.h"

#include "cli/outputs.h"
#include "report/console_report.h"
#include "report/json_report.h"
#include "report/markdown_report.h"

namespace stridelab {
namespace {

ExitCode outcome_of(const RunReport& report) {
  if (report.status == RunStatus::error) return ExitCode::no_feasible_gait;
  return report.status == RunStatus::failed ? ExitCode::check_failed : ExitCode::done;
}

RunReport solve_side(const Scenario& scenario, const std::vector<std::string>& overrides, SolveCache& cache) {
  return run_scenario(scenario, cache, overrides.empty() ? ChecksOf::scenario : ChecksOf::nobody);
}

std::vector<std::string> overrides_of_b(const CompareOptions& options) {
  std::vector<std::string> all;
  if (options.b.empty()) all = options.set_a;
  all.insert(all.end(), options.set_b.begin(), options.set_b.end());
  return all;
}

ExitCode report_both(const CompareOptions& options, const RunReport& a, const RunReport& b, const Console& console) {
  const bool stdout_taken = options.json == "-" || options.markdown == "-";
  (stdout_taken ? console.err : console.out)
      << comparison_text(a, b, stdout_taken ? console.err_style : console.out_style);
  Outputs outputs(console);
  if (!options.json.empty()) outputs.write(options.json, json_text(comparison_to_json(a, b)));
  if (!options.markdown.empty()) outputs.write(options.markdown, comparison_markdown(a, b));
  return graver(graver(outcome_of(a), outcome_of(b)), outputs.outcome());
}

}  // namespace

ExitCode compare_command(const CompareOptions& options, const Console& console, const StrideSolver& solver) {
  const std::vector<std::string> set_b = overrides_of_b(options);
  const auto a = read_scenario(options.a, options.set_a);
  const auto b = read_scenario(options.b.empty() ? options.a : options.b, set_b);
  const auto models = read_load_models();
  if (!a) console.err << to_text(a.error());
  // The same faulty file twice would say everything twice.
  if (!b && (a || !options.b.empty())) console.err << to_text(b.error());
  if (!models) console.err << to_text(models.error());
  if (!a || !b || !models) return ExitCode::invalid_input;
  SolveCache cache(*models, solver);
  const RunReport run_a = solve_side(*a, options.set_a, cache);
  const RunReport run_b = solve_side(*b, set_b, cache);
  return report_both(options, run_a, run_b, console);
}

}  // namespace stridelab
