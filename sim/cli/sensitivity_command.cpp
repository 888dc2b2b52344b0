#include "cli/sensitivity_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/outputs.h"
#include "cli/progress.h"
#include "cli/sensitivity_output.h"
#include "core/text.h"
#include "scenario/profile.h"
#include "study/run_scenario.h"
#include "sweep/pool.h"
#include "uncertainty/draws.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 3> usual_metrics{"pfj_force_peak_bw", "pfj_stress_peak_mpa",
                                                        "achilles_force_peak_bw"};
constexpr std::array<std::string_view, 3> tables{"body", "form", "models"};

struct SensitivityOutputs {
  SensitivityOutputs(const SensitivityOptions& o, const Console& console)
      : all(console),
        csv(all.want("--csv", o.csv, csv_file)),
        json(all.want("--json", o.json, json_file)),
        svg(all.want("--svg", o.svg, svg_file_kind)) {}
  Outputs all;
  std::size_t csv, json, svg;
  inline static const FileKind svg_file_kind{"SVG", {".svg"}};
};

/// The metrics that are asked for; what is none is said, and then there are none.
std::vector<std::string> metrics_of(const SensitivityOptions& o, const Console& console) {
  if (o.metrics.empty()) return {usual_metrics.begin(), usual_metrics.end()};
  for (const std::string& key : o.metrics)
    if (!find_metric(key) || key == "solve_time_ms") {
      const std::string near = nearest_metric(key);
      console.err << fmt::format("error: unknown metric {}{}\n", printable(key),
                                 near.empty() ? "" : fmt::format("\n  did you mean {}?", near));
      return {};
    }
  return o.metrics;
}

/// The inputs of these tables; a kneecap method that somebody asks for is kept. What is wrong is said.
std::optional<std::vector<UncertainInput>> inputs_of(const SensitivityOptions& o, const std::vector<RunReport>& forms,
                                                     const Console& console) {
  for (const std::string& name : o.over)
    if (std::ranges::find(tables, name) == tables.end()) {
      console.err << fmt::format("error: --over {} is none of {}\n", printable(name), or_list(tables));
      return std::nullopt;
    }
  auto inputs = read_uncertain_inputs();
  const auto runners = read_runner_inputs();
  if (!inputs) console.err << to_text(inputs.error());
  if (!runners) console.err << to_text(runners.error());
  if (!inputs || !runners) return std::nullopt;
  inputs->insert(inputs->end(), runners->begin(), runners->end());
  const bool held = std::ranges::any_of(forms, asks_for_method);
  std::erase_if(*inputs, [&](const UncertainInput& input) {
    return (!o.over.empty() && std::ranges::find(o.over, table_of_input(input)) == o.over.end()) ||
           (held && chooses_method(input));
  });
  return *std::move(inputs);
}

void write_all(const SensitivityOptions& o, const Sensitivity& found, bool of_change, const Console& console,
               SensitivityOutputs& outputs) {
  const bool stdout_taken = outputs.all.takes_stdout();
  (stdout_taken ? console.err : console.out)
      << sensitivity_text(found, of_change, stdout_taken ? console.err_style : console.out_style);
  if (!o.csv.empty()) outputs.all.append(outputs.csv, sensitivity_csv(found));
  if (!o.json.empty()) outputs.all.append(outputs.json, sensitivity_json(found, of_change));
  if (!o.svg.empty()) outputs.all.append(outputs.svg, sensitivity_svg(found, of_change));
}

/// The forms, run; empty where one cannot be, which is said.
std::vector<RunReport> runs_of(const SensitivityOptions& options, const std::vector<WrittenForm>& forms,
                               const LoadModels& models, const Console& console, const Engines& engines) {
  const auto profile = read_profile_of(options.profile);
  const auto regions = read_region_map();
  if (!profile) console.err << to_text(profile.error());
  if (!regions) console.err << to_text(regions.error());
  if (!profile || !regions) return {};
  const std::vector<Scenario> scenarios = read_forms(forms, options, *profile, console);
  if (scenarios.size() < forms.size()) return {};
  RunCache cache(models, engines);
  return run_forms({forms, scenarios, *profile, ChecksOf::nobody, Detail::tables}, options, *regions, cache, console);
}

}  // namespace

ExitCode sensitivity_command(const SensitivityOptions& options, const Console& console, const Engines& engines) {
  SensitivityOutputs outputs(options, console);
  const std::vector<WrittenForm> forms = written_forms(options);
  if (const ExitCode refused = outputs.all.open([&] { return read_files(forms, options); }); refused != ExitCode::done)
    return refused;
  const std::vector<std::string> metrics = metrics_of(options, console);
  const auto models = read_load_models();
  if (!models) console.err << to_text(models.error());
  if (metrics.empty() || !models) return ExitCode::invalid_input;
  const std::vector<RunReport> runs = runs_of(options, forms, *models, console, engines);
  if (runs.empty()) return ExitCode::invalid_input;
  for (const RunReport& run : runs)
    if (!run.stride) {
      console.err << fmt::format("error: {}: {}\n", printable(run.scenario),
                                 run.error.empty() ? "indices are of strides, not of forward runs" : run.error);
      return run.error.empty() ? ExitCode::invalid_input : ExitCode::no_feasible_gait;
    }
  auto inputs = inputs_of(options, runs, console);
  if (!inputs) return ExitCode::invalid_input;
  const bool of_change = runs.size() > 1;
  Progress progress(console, 1);
  const int jobs = options.jobs > 0 ? options.jobs : all_jobs();
  const Sensitivity found = sensitivity(runs[0], of_change ? &runs[1] : nullptr, *models, *std::move(inputs), metrics,
                                        {options.samples, jobs, [&](double part) { progress.within(part); }});
  progress.wipe();
  write_all(options, found, of_change, console, outputs);
  return outputs.all.commit();
}

}  // namespace stridelab
