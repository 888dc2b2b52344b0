#include "cli/folder_run.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>

#include "cli/outcome.h"
#include "report/answer.h"
#include "scenario/profile.h"
#include "study/comparison.h"
#include "study/way_out.h"
#include "sweep/pool.h"

namespace stridelab {
namespace {

/// `--engine` and `--duration-s` are `[run]` keys by another name.
std::vector<std::string> all_overrides(const RunOptions& options) {
  std::vector<std::string> all = options.overrides;
  if (!options.engine.empty()) all.push_back("engine=" + options.engine);
  if (!options.duration_s.empty()) all.push_back("duration_s=" + options.duration_s);
  return all;
}

/// Curves go to files and pictures alone.
Detail detail_of(const RunOptions& options) {
  return options.json.empty() && options.out_folder.empty() && options.plot.empty() ? Detail::tables : Detail::curves;
}

bool has_unchecked(const RunReport& report) {
  return std::any_of(report.checks.begin(), report.checks.end(),
                     [](const CheckResult& c) { return c.verdict == CheckVerdict::not_checked; });
}

void leave_time_out(RunReport& report) {
  if (report.metrics) report.metrics->set(metric("solve_time_ms"), {std::nullopt, "left out by --no-time", false});
}

}  // namespace

FolderRun::FolderRun(const RunOptions& options, const Console& console, const RunModels& models, RunOutputs& outputs,
                     Drift* drift)
    : options_(options),
      console_(console),
      models_(models),
      outputs_(outputs),
      drift_(drift),
      cache_(models.loads, models.engines),
      people_(outputs.takes_stdout() ? console.err : console.out),
      style_(outputs.takes_stdout() ? console.err_style : console.out_style),
      overrides_(all_overrides(options)) {
  style_.every_row = options.all;
  style_.units = units_of(options.units);
}

ExitCode FolderRun::run(const std::vector<std::filesystem::path>& files) {
  single_ = files.size() == 1;
  jobs_ = single_ ? 1 : options_.jobs > 0 ? options_.jobs : all_jobs();
  outputs_.start();
  if (!options_.quiet && !single_) people_ << "\n";
  run_all(files);
  if (!options_.quiet && !single_)
    people_ << (shows_tables() ? tally_text(tally_, style_) : answer_tally_text(tally_, style_));
  if (drift_ != nullptr) {
    people_ << drift_->summary();
    if (drift_->moved()) outcome_ = graver(outcome_, ExitCode::check_failed);
  }
  outcome_ = graver(outcome_, outputs_.plot(drawn_, models_.loads));
  return graver(outcome_, outputs_.finish());
}

void FolderRun::run_all(const std::vector<std::filesystem::path>& files) {
  Progress progress(console_, files.size());
  tbb::enumerable_thread_specific<RunCache> caches([&] { return RunCache(models_.loads, models_.engines); });
  std::size_t next = 0;
  bool is_read = true;
  work_in_order(
      jobs_,
      [&]() -> std::optional<std::filesystem::path> {
        return next < files.size() && is_read ? std::optional(files[next++]) : std::nullopt;
      },
      [&](const std::filesystem::path& file) { return answer(file, caches.local()); },
      [&](const Answer& done) {
        if (!is_read) return;
        const RunReport report = in_turn(done, progress);
        progress.wipe();
        take(report);
        progress.step();
        is_read = console_.out || outputs_.has_files();  // else nobody reads the rest
      });
}

FolderRun::Answer FolderRun::answer(const std::filesystem::path& file, RunCache& cache) const {
  auto scenario = read_scenario_for(&models_.profile, file, overrides_);
  if (!scenario) return {file, std::nullopt, std::nullopt, scenario.error()};
  // Frames go to their file as they come, in the order of the runs; alone, a run says how far it is.
  if (jobs_ == 1 || (scenario->run.is_forward() && outputs_.keeps_frames()))
    return {file, std::nullopt, *std::move(scenario), {}};
  return {file, report_of(*scenario, file, cache, {}, {}), std::nullopt, {}};
}

RunReport FolderRun::in_turn(const Answer& answer, Progress& progress) {
  if (answer.report) return *answer.report;
  if (answer.waits)
    return report_of(
        *answer.waits, answer.file, cache_, [&](double part) { progress.within(part); },
        outputs_.frames_of(answer.waits->path));
  progress.wipe();
  console_.err << to_text(answer.faults);
  return unreadable_scenario(answer.file.string(), answer.faults);
}

RunReport FolderRun::report_of(const Scenario& scenario, const std::filesystem::path& file, RunCache& cache,
                               const std::function<void(double)>& within, const FrameSink& frames) const {
  RunReport report = run_scenario(scenario, cache, ChecksOf::scenario, within, detail_of(options_), frames);
  add_sureness(report, models_.loads,
               single_ ? models_.draws : SureRequest{models_.draws.draws, 1, models_.draws.inputs});
  add_way_out(report, {file, models_.profile, overrides_}, cache);
  if (options_.no_time) leave_time_out(report);
  add_regions(report, models_.regions);
  return report;
}

void FolderRun::take(const RunReport& report) {
  people_ << people_text(report) << std::flush;
  outputs_.add(report);
  if (!options_.plot.empty()) drawn_.push_back(report);
  tally_.add(report);
  if (drift_ != nullptr) people_ << drift_->add(report);
  outcome_ = graver(outcome_, outcome_of(report));
  if (options_.strict && has_unchecked(report)) outcome_ = graver(outcome_, ExitCode::check_failed);
}

std::string FolderRun::people_text(const RunReport& report) const {
  if (options_.quiet) return quiet_text(report, style_);
  if (!single_) return shows_tables() ? entry_text(report, style_) : answer_entry_text(report, style_);
  if (!report.is_readable()) return {};
  return shows_tables() ? run_text(report, style_)
                        : answer_text(report, short_why(report.base, report, models_.loads), style_);
}

}  // namespace stridelab
