#include "cli/run_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/outcome.h"
#include "cli/progress.h"
#include "cli/run_outputs.h"
#include "core/text.h"
#include "report/answer.h"
#include "report/console_report.h"
#include "report/drift.h"
#include "scenario/find_scenarios.h"
#include "scenario/profile.h"
#include "scenario/scenario_places.h"
#include "study/comparison.h"
#include "study/run_scenario.h"
#include "study/way_out.h"

namespace stridelab {
namespace {

/// `--engine` and `--duration-s` are `[run]` keys by another name.
std::vector<std::string> all_overrides(const RunOptions& options) {
  std::vector<std::string> all = options.overrides;
  if (!options.engine.empty()) all.push_back("engine=" + options.engine);
  if (!options.duration_s.empty()) all.push_back("duration_s=" + options.duration_s);
  return all;
}

/// Curves go to files alone.
Detail detail_of(const RunOptions& options) {
  return options.json.empty() && options.out_folder.empty() ? Detail::tables : Detail::curves;
}

bool has_unchecked(const RunReport& report) {
  return std::any_of(report.checks.begin(), report.checks.end(),
                     [](const CheckResult& c) { return c.verdict == CheckVerdict::not_checked; });
}

/// What looks like a scenario in a folder and is none; plans are many and usual, and told in a line.
void say_what_is_left_out(const FoundScenarios& found, bool quiet, const Console& console) {
  for (const NotRead& left : found.not_read)
    console.err << "not read: " << printable(left.path.string()) << ": " << left.why << "\n";
  if (quiet || found.plans.empty()) return;
  console.err << fmt::format("not run: {} plan{} of weeks, for example stridelab plan {}\n", found.plans.size(),
                             found.plans.size() == 1 ? "" : "s", printable(found.plans.front().string()));
}

void leave_time_out(RunReport& report) {
  if (report.metrics) report.metrics->set(metric("solve_time_ms"), {std::nullopt, "left out by --no-time", false});
}

/// Runs one scenario after the other; each is shown and written before the next begins, and none is kept.
class FolderRun {
 public:
  FolderRun(const RunOptions& options, const Console& console, const Layer& profile, RunOutputs& outputs,
            RunCache& cache, const RegionMap& regions, Drift* drift)
      : options_(options),
        console_(console),
        profile_(profile),
        outputs_(outputs),
        cache_(cache),
        regions_(regions),
        drift_(drift),
        people_(outputs.takes_stdout() ? console.err : console.out),
        style_(outputs.takes_stdout() ? console.err_style : console.out_style) {
    style_.every_row = options.all;
    style_.units = units_of(options.units);
  }

  ExitCode run(const std::vector<std::filesystem::path>& files) {
    single_ = files.size() == 1;
    outputs_.start();
    if (!options_.quiet && !single_) people_ << "\n";
    Progress progress(console_, files.size());
    for (const std::filesystem::path& file : files) {
      RunReport report = answer(file, progress);
      add_regions(report, regions_);
      progress.wipe();
      take(report);
      progress.step();
      if (!console_.out && !outputs_.has_files()) break;  // nobody reads the rest
    }
    if (!options_.quiet && !single_)
      people_ << (shows_tables() ? tally_text(tally_, style_) : answer_tally_text(tally_, style_));
    if (drift_ != nullptr) {
      people_ << drift_->summary();
      if (drift_->moved()) outcome_ = graver(outcome_, ExitCode::check_failed);
    }
    return graver(outcome_, outputs_.finish());
  }

 private:
  RunReport answer(const std::filesystem::path& file, Progress& progress) {
    const auto scenario = read_scenario_for(&profile_, file, all_overrides(options_));
    const auto within = [&](double part) { progress.within(part); };
    if (!scenario) {
      progress.wipe();
      console_.err << to_text(scenario.error());
      return unreadable_scenario(file.string(), scenario.error());
    }
    RunReport report = run_scenario(*scenario, cache_, ChecksOf::scenario, within, detail_of(options_),
                                    outputs_.frames_of(scenario->path));
    add_way_out(report, {file, profile_, all_overrides(options_)}, cache_);
    if (options_.no_time) leave_time_out(report);
    return report;
  }

  void take(const RunReport& report) {
    people_ << people_text(report) << std::flush;
    outputs_.add(report);
    tally_.add(report);
    if (drift_ != nullptr) people_ << drift_->add(report);
    outcome_ = graver(outcome_, outcome_of(report));
    if (options_.strict && has_unchecked(report)) outcome_ = graver(outcome_, ExitCode::check_failed);
  }

  [[nodiscard]] std::string people_text(const RunReport& report) const {
    if (options_.quiet) return quiet_text(report, style_);
    if (!single_) return shows_tables() ? entry_text(report, style_) : answer_entry_text(report, style_);
    if (!report.is_readable()) return {};
    return shows_tables() ? run_text(report, style_)
                          : answer_text(report, short_why(report.base, report, cache_.models()), style_);
  }
  [[nodiscard]] bool shows_tables() const { return options_.more || options_.all; }

  const RunOptions& options_;
  const Console& console_;
  const Layer& profile_;
  RunOutputs& outputs_;
  RunCache& cache_;
  const RegionMap& regions_;
  Drift* drift_;  ///< null: compared with nothing
  std::ostream& people_;
  ConsoleStyle style_;
  bool single_ = true;
  RunTally tally_;
  ExitCode outcome_ = ExitCode::done;
};

/// The files that are read: scenarios, and the profile.
std::vector<std::filesystem::path> read_files(const FoundScenarios& found, const RunOptions& options) {
  std::vector<std::filesystem::path> files = found.files;
  if (!options.profile.empty()) files.push_back(profile_path(options.profile));
  return files;
}

}  // namespace

ExitCode run_command(const RunOptions& options, const Console& console, const Engines& engines) {
  const auto found = look_for_scenarios(options.paths);
  if (!found) {
    console.err << to_text(found.error());
    return ExitCode::invalid_input;
  }
  RunOutputs outputs(options, console);
  if (const ExitCode refused = outputs.open(read_files(*found, options)); refused != ExitCode::done) return refused;
  say_what_is_left_out(*found, options.quiet, console);
  std::optional<Drift> drift;
  if (!options.against.empty()) {
    auto old = Drift::read(options.against, options.tolerance_percent);
    if (!old) {
      console.err << to_text(old.error());
      return ExitCode::invalid_input;
    }
    drift.emplace(std::move(*old));
  }
  const auto models = read_load_models();
  const auto regions = read_region_map();
  if (!models) console.err << to_text(models.error());
  if (!regions) console.err << to_text(regions.error());
  const auto profile = read_profile_of(options.profile);
  if (!profile) console.err << to_text(profile.error());
  if (!models || !regions || !profile) return ExitCode::invalid_input;
  RunCache cache(*models, engines);
  FolderRun run(options, console, *profile, outputs, cache, *regions, drift ? &*drift : nullptr);
  return run.run(found->files);
}

}  // namespace stridelab
