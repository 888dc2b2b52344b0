#include "cli/activity_command.h"

#include <fmt/format.h>

#include <optional>

#include "activity/activity_page.h"
#include "activity/activity_report.h"
#include "activity/read_activity.h"
#include "activity/recorded_runs.h"
#include "cli/outputs.h"
#include "core/text.h"
#include "report/json_report.h"
#include "scenario/input_files.h"
#include "scenario/overrides.h"
#include "scenario/profile.h"
#include "scenario/scenario_places.h"

namespace stridelab {
namespace {

std::filesystem::path person_of(const ActivityOptions& o) {
  return scenario_path(o.person.empty() ? "easy_run" : o.person);
}

std::optional<CadenceRule> cadence_rule(std::string_view word) {
  if (word == "auto") return CadenceRule::automatic;
  if (word == "one") return CadenceRule::one_foot;
  if (word == "both") return CadenceRule::both_feet;
  return std::nullopt;
}

/// What was asked, read; faults are printed.
struct Question {
  CourseOptions course;
  std::vector<CourseChange> changes;
  bool use_contact_time = false;
};

std::optional<Question> read_question(const ActivityOptions& o, const Console& console) {
  Question q;
  q.use_contact_time = o.use_contact_time;
  bool well = true;
  const auto refuse = [&](const std::string& what) {
    console.err << "error: " << what << "\n";
    well = false;
  };
  if (const auto rule = cadence_rule(o.cadence))
    q.course.cadence = *rule;
  else
    refuse(fmt::format("--cadence {}: auto, one or both", o.cadence));
  if (o.grade_percent && std::abs(*o.grade_percent) > 20.0)
    refuse(fmt::format("--grade {}: within -20 .. 20 %", *o.grade_percent));
  if (o.grade_percent) q.course.slope = 0.01 * *o.grade_percent;
  for (const std::string& text : o.what_ifs) {
    if (auto change = read_course_change(text))
      q.changes.push_back(*std::move(change));
    else
      refuse("--what-if " + change.error());
  }
  return well ? std::optional(std::move(q)) : std::nullopt;
}

/// The grid of loads of the person, or faults on the console.
std::optional<LoadGrid> grid_of(const ActivityOptions& o, const RegionMap& map, const LoadModels& loads,
                                const Engines& engines, const Console& console) {
  Diagnostics faults;
  const auto profile = read_profile_of(o.profile);
  if (!profile) {
    console.err << to_text(profile.error());
    return std::nullopt;
  }
  OpenScenario person = OpenScenario::read(person_of(o), shipped_metrics(), faults);
  person.run_by(*profile);
  const Layer layer = read_overrides(o.overrides, faults);
  if (!faults.empty()) {
    console.err << to_text(faults);
    return std::nullopt;
  }
  return LoadGrid(std::move(person), layer.assignments(), map, loads, engines.stride);
}

tl::expected<ActivityReport, std::string> work_out(const std::string& file, Activity activity, const Question& question,
                                                   const LoadsPerKm& level_run, LoadGrid& grid) {
  auto course = course_of(activity, question.course);
  if (!course) return tl::unexpected(course.error());
  ActivityReport out;
  out.file = file;
  out.activity = std::move(activity);
  out.course = *std::move(course);
  out.level_run = level_run;
  if (const auto ready = grid.prepare(out.course.cells); !ready) return tl::unexpected(to_text(ready.error()));
  if (question.use_contact_time) {
    take_contact_times(out.course, grid);
    if (const auto ready = grid.prepare(out.course.cells); !ready) return tl::unexpected(to_text(ready.error()));
  }
  out.loads = course_loads(out.course.cells, grid);
  for (const CourseChange& change : question.changes) {
    auto cells = changed_course(out.course.cells, change, grid);
    if (const auto ready = grid.prepare(cells); !ready) return tl::unexpected(to_text(ready.error()));
    CourseLoads loads = course_loads(cells, grid);
    out.what_ifs.push_back({change, std::move(cells), std::move(loads)});
  }
  return out;
}

/// The files that are read.
std::vector<std::filesystem::path> read_files(const ActivityOptions& o) {
  auto files = input_files({person_of(o)});
  if (!o.profile.empty()) files.push_back(profile_path(o.profile));
  files.insert(files.end(), o.files.begin(), o.files.end());
  return files;
}

}  // namespace

ExitCode activity_command(const ActivityOptions& given, const Console& console, const Engines& engines) {
  ActivityOptions o = given;
  if (auto files = activity_files(given.files)) {
    o.files = *std::move(files);
  } else {
    console.err << "error: " << printable(files.error()) << "\n";
    return ExitCode::invalid_input;
  }
  const auto question = read_question(o, console);
  if (!question) return ExitCode::usage;
  Outputs outputs(console);
  const std::size_t json = outputs.want("--json", o.json, json_file), csv = outputs.want("--csv", o.csv, csv_file),
                    html = outputs.want("--html", o.html, html_file), plan = outputs.want("--plan", o.plan, toml_file);
  if (const ExitCode refused = outputs.open([&] { return read_files(o); }); refused != ExitCode::done) return refused;
  const auto map = read_region_map();
  const auto loads = read_load_models();
  if (!map) console.err << to_text(map.error());
  if (!loads) console.err << to_text(loads.error());
  if (!map || !loads) return ExitCode::invalid_input;
  auto grid = grid_of(o, *map, *loads, engines, console);
  if (!grid) return ExitCode::invalid_input;
  const auto level_run = grid->level_run();
  if (!level_run) {
    console.err << "error: " << level_run.error() << "\n";
    return ExitCode::no_feasible_gait;
  }
  ExitCode outcome = ExitCode::done;
  std::vector<ActivityReport> reports;
  std::vector<RecordedRun> runs;
  const bool stdout_taken = outputs.takes_stdout();
  for (const std::string& file : o.files) {
    auto activity = read_activity(file);
    auto report = activity ? work_out(file, *std::move(activity), *question, *level_run, *grid)
                           : tl::expected<ActivityReport, std::string>(tl::unexpected(std::string()));
    if (!activity) console.err << to_text(Diagnostics{activity.error()});
    if (activity && !report) console.err << file << ": error: " << report.error() << "\n";
    if (!report) {
      outcome = graver(outcome, ExitCode::invalid_input);
      continue;
    }
    runs.push_back(recorded_run(report->activity, report->course));
    report->person = (o.profile.empty() ? "" : o.profile + ", ") + (o.person.empty() ? "the easy run" : o.person);
    report->with_track = o.with_track;
    (stdout_taken ? console.err : console.out)
        << activity_text(*report, *map, stdout_taken ? console.err_style : console.out_style);
    reports.push_back(*std::move(report));
  }
  if (!o.json.empty()) outputs.append(json, json_text(activity_json(reports, *map)));
  if (!o.csv.empty()) outputs.append(csv, activity_csv(reports, *map));
  if (!o.html.empty()) outputs.append(html, activity_page(reports, *map));
  if (!o.plan.empty()) {
    const auto weeks = plan_of_runs(in_order_once(std::move(runs)));
    if (!weeks) console.err << "error: " << weeks.error() << "\n";
    if (!weeks) return graver(outcome, ExitCode::invalid_input);
    outputs.append(plan, *weeks);
  }
  return graver(outcome, outputs.commit());
}

}  // namespace stridelab
