#include "cli/run_command.h"

#include <algorithm>

#include "cli/outcome.h"
#include "cli/outputs.h"
#include "cli/progress.h"
#include "report/answer.h"
#include "report/console_report.h"
#include "report/csv_report.h"
#include "report/frames_csv.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "scenario/profile.h"
#include "scenario/scenario_places.h"
#include "study/comparison.h"
#include "study/run_scenario.h"

namespace stridelab {
namespace {

/// `--engine` and `--duration-s` are `[run]` keys by another name.
std::vector<std::string> all_overrides(const RunOptions& options) {
  std::vector<std::string> all = options.overrides;
  if (!options.engine.empty()) all.push_back("engine=" + options.engine);
  if (!options.duration_s.empty()) all.push_back("duration_s=" + options.duration_s);
  return all;
}

constexpr double frame_interval_s = 0.005;

/// Frames go to a file of their own, so stdout gets none.
bool keeps_frames(const RunOptions& options) { return !options.csv.empty() && options.csv != "-"; }

/// Curves go to files alone.
Detail detail_of(const RunOptions& options) {
  return options.json.empty() && options.out_folder.empty() ? Detail::tables : Detail::curves;
}

RunReport answer(const std::filesystem::path& file, const Layer& profile, const RunOptions& options, RunCache& cache,
                 const Console& console, Progress& progress) {
  const auto scenario = read_scenario_for(&profile, file, all_overrides(options));
  const auto within = [&](double part) { progress.within(part); };
  if (scenario) return run_scenario(*scenario, cache, ChecksOf::scenario, within, detail_of(options));
  console.err << to_text(scenario.error());
  return unreadable_scenario(file.string(), scenario.error());
}

std::string people_text(const std::vector<RunReport>& reports, const RunOptions& options, const LoadModels& models,
                        ConsoleStyle style) {
  style.every_row = options.all;
  style.units = units_of(options.units);
  if (options.quiet) return quiet_text(reports, style);
  if (!options.more && !options.all) {
    if (reports.size() > 1) return answers_text(reports, style);
    const RunReport& report = reports.front();
    return report.is_readable() ? answer_text(report, short_why(report.base, report, models), style) : std::string();
  }
  if (reports.size() > 1) return runs_text(reports, style);
  return reports.front().is_readable() ? run_text(reports.front(), style) : std::string();
}

void write_outputs(const RunOptions& options, const std::vector<RunReport>& reports, Outputs& outputs) {
  const bool folder = !options.out_folder.empty();
  if (folder || !options.json.empty()) {
    const std::string json = json_text(report_to_json(reports));
    outputs.write(options.json, json);
    if (folder) outputs.write_in(options.out_folder, "report.json", json);
  }
  outputs.write(options.csv, csv_text(reports));
  if (const std::string frames = keeps_frames(options) ? frames_csv_text(reports) : ""; !frames.empty())
    outputs.write(frames_csv_path(options.csv), frames);
  outputs.write(options.junit, junit_text(reports));
  if (!folder) return;
  outputs.write_in(options.out_folder, "report.csv", csv_text(reports));
  outputs.write_in(options.out_folder, "curves.csv", curves_csv_text(reports));
  outputs.write_in(options.out_folder, "junit.xml", junit_text(reports));
}

}  // namespace

ExitCode run_command(const RunOptions& options, const Console& console, const Engines& engines) {
  const auto files = find_scenarios(options.paths);
  const auto models = read_load_models();
  const auto regions = read_region_map();
  if (!files) console.err << to_text(files.error());
  if (!models) console.err << to_text(models.error());
  if (!regions) console.err << to_text(regions.error());
  const auto profile =
      options.profile.empty() ? tl::expected<Layer, Diagnostics>(Layer{}) : read_profile(profile_path(options.profile));
  if (!profile) console.err << to_text(profile.error());
  if (!files || !models || !regions || !profile) return ExitCode::invalid_input;
  RunCache cache(*models, engines, keeps_frames(options) ? frame_interval_s : 0.0);
  std::vector<RunReport> reports;
  ExitCode outcome = ExitCode::done;
  {
    Progress progress(console, files->size());
    for (const std::filesystem::path& file : *files) {
      reports.push_back(answer(file, *profile, options, cache, console, progress));
      add_regions(reports.back(), *regions);
      outcome = graver(outcome, outcome_of(reports.back()));
      progress.step();
    }
  }
  const bool stdout_taken = options.json == "-" || options.csv == "-" || options.junit == "-";
  (stdout_taken ? console.err : console.out)
      << people_text(reports, options, *models, stdout_taken ? console.err_style : console.out_style);
  Outputs outputs(console);
  write_outputs(options, reports, outputs);
  return graver(outcome, outputs.outcome());
}

}  // namespace stridelab
