#include "cli/command_options.h"

#include <fmt/format.h>

namespace stridelab {
namespace {

/// A name of a file cannot be empty: it would be taken for an option that was not given.
CLI::Validator not_empty() {
  return {[](const std::string& text) { return text.empty() ? std::string("is empty") : std::string(); }, "", ""};
}

/// "0.5%" or "0.5", in per cent.
CLI::Validator percent() {
  return {[](std::string& text) {
            if (text.ends_with('%')) text.pop_back();
            return std::string();
          },
          "", ""};
}

/// An option that may be repeated and takes one value each time (so that a path may follow it).
void add_list(CLI::App& command, const std::string& name, std::vector<std::string>& target, const std::string& what) {
  command.add_option(name, target, what)->allow_extra_args(false)->type_name("KEY=VALUE");
}

void add_units(CLI::App& command, std::string& units) {
  command.add_option("--units", units, "metric or imperial: pace, height, mass and distance as printed")
      ->check(CLI::IsMember({"metric", "imperial"}))
      ->type_name("NAME");
}

/// How much is printed, and in which units.
template <typename PrintOptions>
void add_print(CLI::App& command, PrintOptions& o) {
  command.add_flag("--more", o.more, "show the tables of the field, the checks and how the numbers came about");
  command.add_flag("--all", o.all, "the same with every number");
  add_units(command, o.units);
}

void add_profile(CLI::App& command, std::string& profile) {
  command.add_option("--profile", profile, "the runner: body, strength, shoe, pace (stridelab profile new)")
      ->type_name("FILE");
}

/// How often the constants of the model are drawn. The number may be left out: with_usual_draws() has put it in.
void add_uncertainty(CLI::App& c, int& draws) {
  c.add_option_function<int>(
       "--uncertainty", [&draws](const int& n) { draws = n; },
       fmt::format("how sure: 5 to 95 % of N draws of the model's constants, the same for both sides of a change, and "
                   "what makes most of it (N left out: {}; 0: not at all; {})",
                   usual_draws, draws == 0 ? "without it none" : "without it the same"))
      ->type_name("[N]")
      ->check(CLI::Range(0, 65536));
  c.add_flag_callback(
      "--no-uncertainty", [&draws] { draws = 0; }, "the same as --uncertainty 0");
}

/// Curves as a picture.
void add_plot(CLI::App& c, std::string& plot) {
  c.add_option("--plot", plot, "the curves of up to four forms as a picture, .svg, or .png by Chromium")
      ->type_name("FILE")
      ->check(not_empty());
}

void add_run(CLI::App& app, RunOptions& o) {
  CLI::App& c = *app.add_subcommand("run", "run scenarios: what happens at the knee, and do the checks hold");
  c.add_option("PATH", o.paths, "scenario files, or folders of them")->required()->type_name("");
  add_list(c, "--set", o.overrides, "change an input, for example --set cadence_percent=10");
  c.add_option("--engine", o.engine, "stride or forward")->type_name("NAME")->check(not_empty());
  c.add_option("--duration-s", o.duration_s, "simulated seconds of the forward engine")
      ->type_name("S")
      ->check(not_empty());
  c.add_option("--out", o.out_folder, "write report.json, report.csv, curves.csv and junit.xml there")
      ->type_name("DIR")
      ->check(not_empty());
  c.add_option("--json", o.json, "write the JSON report (- for stdout)")->type_name("FILE|-")->check(not_empty());
  c.add_option("--csv", o.csv,
               "write one row per scenario and step; of forward runs also every frame, to FILE_frames.csv")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--junit", o.junit, "write JUnit XML for CI")->type_name("FILE|-")->check(not_empty());
  c.add_option("--against", o.against, "list what moved against an earlier --json report; exit 1 if anything did")
      ->type_name("OLD.json")
      ->check(not_empty());
  c.add_option("--tolerance", o.tolerance_percent, "with --against: what may move, in per cent of the old value")
      ->type_name("P%")
      ->transform(percent())
      ->check(CLI::NonNegativeNumber);
  c.add_option("--jobs", o.jobs, "threads for several scenarios and for draws; left out: all cores")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  c.add_flag("--no-time", o.no_time, "leave times out: the same run gives the same files");
  add_print(c, o);
  add_profile(c, o.profile);
  add_uncertainty(c, o.uncertainty);
  add_plot(c, o.plot);
  c.add_flag("--quiet", o.quiet, "say only what failed");
  c.add_flag("--strict", o.strict, "checks that were left out, because --set changed their form, count as failed");
}

/// The forms that stand beside each other.
void add_forms(CLI::App& c, FormOptions& o, const std::string& what) {
  c.add_option("FORM", o.forms, what)->required()->type_name("");
  add_list(c, "--set", o.set, "change an input of all");
  add_list(c, "--set-a", o.set_a, "change an input of A");
  add_list(c, "--set-b", o.set_b, "change an input of B");
  c.add_option("--engine", o.engine, "stride or forward, for all")->type_name("NAME");
  c.add_option("--duration-s", o.duration_s, "simulated seconds of the forward engine")->type_name("S");
}

void add_compare(CLI::App& app, CompareOptions& o) {
  CLI::App& c = *app.add_subcommand("compare", "compare runs: two, or any number against the first");
  add_forms(c, o, "scenario files A, B, C, ...; A alone: against A with --set-b");
  c.add_option("--json", o.json, "write both runs and all changes (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  add_print(c, o);
  add_profile(c, o.profile);
  add_uncertainty(c, o.uncertainty);
  c.add_option("--markdown", o.markdown, "write a page to send to somebody (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  add_plot(c, o.plot);
}

void add_report(CLI::App& app, ReportOptions& o) {
  CLI::App& c =
      *app.add_subcommand("report", "write a page to hand out: one run, a run beside its base, or up to four");
  add_forms(c, o, "scenario files; one alone is shown beside its base");
  c.add_option("--html", o.html, "a page that needs no network (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--pdf", o.pdf, "the same for paper; needs Chromium")->type_name("FILE")->check(not_empty());
  add_plot(c, o.plot);
  add_uncertainty(c, o.uncertainty);
  c.add_option("--for", o.client, "whose page it is: said at its head")->type_name("NAME");
  c.add_option("--note", o.note, "a sentence under the question")->type_name("TEXT");
  c.add_option("--advice", o.place, "exercises and warning signs of a place of the leg (front, outer, ...)")
      ->type_name("PLACE");
  add_profile(c, o.profile);
  add_units(c, o.units);
}

void add_sensitivity(CLI::App& app, SensitivityOptions& o) {
  CLI::App& c = *app.add_subcommand("sensitivity", "what makes results, or their change, differ: Sobol indices");
  add_forms(c, o, "scenario A, and B for changes; A alone with --set-b: its change");
  c.add_option("--metrics", o.metrics, "results (left out: kneecap force and pressure, Achilles force)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("KEY,...");
  c.add_option("--over", o.over, "inputs of body, form, models (left out: all)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("TABLE,...");
  c.add_option("--n", o.samples,
               fmt::format("base samples, each of as many runs as inputs and two more (left out: {})", usual_samples))
      ->type_name("N")
      ->check(CLI::Range(2, 65536));
  c.add_option("--jobs", o.jobs, "threads; left out: all cores")->type_name("N")->check(CLI::Range(1, 1024));
  c.add_option("--csv", o.csv, "write one row per result and input (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--json", o.json, "write it as JSON (- for stdout)")->type_name("FILE|-")->check(not_empty());
  c.add_option("--svg", o.svg, "bars of the largest")->type_name("FILE")->check(not_empty());
  add_profile(c, o.profile);
}

void add_advise(CLI::App& app, AdviseOptions& o) {
  CLI::App& c = *app.add_subcommand("advise", "the least change of a form that reaches a goal");
  c.add_option("FORM", o.form, "a scenario (left out: easy_run)")->type_name("");
  c.add_option("--goal", o.goal, "what must change, for example pfj_force_peak_bw=-15%")
      ->required()
      ->type_name("METRIC=CHANGE%");
  c.add_option("--limit", o.limits, "what must not, for example achilles_force_peak_bw=+5%")
      ->allow_extra_args(false)
      ->type_name("METRIC=CHANGE%");
  c.add_option("--vary", o.vary, "inputs that may move (left out: cadence, strike, lean, step width)")
      ->delimiter(',')
      ->type_name("KEY,...");
  c.add_option("--pareto", o.pareto, "what the goal costs this result: the forms that cannot be better at both")
      ->type_name("METRIC")
      ->check(not_empty());
  c.add_option("--svg", o.svg, "those as a picture")->type_name("FILE")->check(not_empty());
  add_list(c, "--set", o.set, "change an input of the form");
  c.add_option("--json", o.json, "write it as JSON (- for stdout)")->type_name("FILE|-")->check(not_empty());
  add_profile(c, o.profile);
  add_units(c, o.units);
}

void add_lesson(CLI::App& app, LessonOptions& o) {
  CLI::App& c = *app.add_subcommand("lesson", "ten minutes for a class: a question, a guess, the answer, why");
  c.add_option("NAME", o.key, "a lesson (left out: list them)")->type_name("");
  c.add_flag("--answer", o.answer, "with the answer, why and what is next");
  c.add_option("--html", o.html, "a page for a class, its answer folded away (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--scenarios", o.folder, "the folder of the scenarios (left out: the shipped one)")->type_name("DIR");
}

void add_explain(CLI::App& app, ExplainOptions& o) {
  CLI::App& c = *app.add_subcommand("explain", "what a parameter, a metric, a place or an exercise means");
  c.add_option("NAME", o.words, "a name, or what people say (\"runner's knee\"); left out: list all names")
      ->type_name("");
  c.add_option_function<std::vector<std::string>>(
       "--levers",
       [&o](const std::vector<std::string>& given) {
         o.levers = true;
         if (!given.empty() && !given.front().empty() && given.front() != "{}") o.form = given.front();
       },
       "of a place: rank what lowers its load for a form (left out: the easy run)")
      ->expected(0, 1)
      ->type_name("[FORM]");
  add_list(c, "--set", o.set, "change an input of that form");
  add_profile(c, o.profile);
  add_units(c, o.units);
  c.add_option("--json", o.json, "write it as JSON (- for stdout)")->type_name("FILE|-")->check(not_empty());
}

void add_profile_command(CLI::App& app, ProfileOptions& o) {
  CLI::App& c = *app.add_subcommand("profile", "describe a runner once, for --profile");
  c.require_subcommand(1);
  CLI::App& n = *c.add_subcommand("new", "write a profile; asks for what is not given");
  n.add_option("FILE", o.file, "where to: anna.toml, or a name for your own folder")->required()->type_name("");
  n.add_option("--pace", o.pace, "easy pace, 5:30/km or 8:50/mi")->type_name("PACE");
  n.add_option("--cadence", o.cadence, "steps per minute, both feet")->type_name("SPM");
  n.add_option("--mass", o.mass, "62kg or 137lb")->type_name("MASS");
  n.add_option("--height", o.height, "1.68m or 5ft6")->type_name("HEIGHT");
  n.add_option("--sex", o.sex, "female or male")->type_name("SEX");
  n.add_option("--weekly-km", o.weekly_km, "kilometres a week")->type_name("KM");
  CLI::App& f =
      *c.add_subcommand("from", "a profile of recorded runs: speed, cadence and contact time with their spread");
  f.add_option("FILE", o.from, "files of a watch (FIT, TCX, GPX), or folders of them")->required()->type_name("");
  f.add_option("--to", o.to, "where to: anna.toml, or a name for your own folder; left out: it is shown")
      ->type_name("FILE")
      ->check(not_empty());
}

void add_plan(CLI::App& app, PlanOptions& o) {
  CLI::App& c = *app.add_subcommand("plan", "weeks of training: load, recovery and strength (a teaching model)");
  c.add_option("FILE", o.plan, "plan file, for example scenarios/plans/sudden_increase.plan.toml")->type_name("");
  c.add_option("--weeks", o.weeks, "without a file: the kilometres of each week, 30,30,45")->type_name("KM,KM,...");
  c.add_option("--runs", o.runs, "of --weeks: runs of equal length in each week")->type_name("N");
  c.add_option("--accustomed", o.accustomed, "of --weeks: kilometres a week before; left out: those of the first week")
      ->type_name("KM");
  c.add_option("--json", o.json, "write weeks and tissues (- for stdout)")->type_name("FILE|-")->check(not_empty());
  c.add_option("--csv", o.csv, "write one row per week (- for stdout)")->type_name("FILE|-")->check(not_empty());
}

void add_validate(CLI::App& app, ValidateOptions& o) {
  CLI::App& c =
      *app.add_subcommand("validate", "how well both engines agree with measured runners and published effects");
  c.add_flag("--more", o.more, "show every curve and every effect");
  c.add_flag("--calibration", o.calibration,
             "do published changes lie in the model's own intervals, and in what one study would find (a minute)");
  c.add_option("--json", o.json, "write all figures and samples (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--markdown", o.markdown, "write the page sim/VALIDATION.md is (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--html", o.html, "the same for a browser, with the curves drawn (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--write-expected", o.write_expected,
               "write what was found as the new expectation instead of comparing with the stored one")
      ->type_name("FILE|-")
      ->check(not_empty());
}

void add_activity(CLI::App& app, ActivityOptions& o) {
  CLI::App& c = *app.add_subcommand("activity", "a recorded run (FIT, TCX, GPX): the kneecap's load along its course");
  c.add_option("FILE", o.files, "files of a watch, a phone or a treadmill, also as .gz, or folders of them")
      ->required()
      ->type_name("");
  c.add_option("--form", o.person, "how the runner runs, as a scenario; left out: easy_run")->type_name("FORM");
  add_profile(c, o.profile);
  add_list(c, "--set", o.overrides, "change an input of the runner, for example --set mass_kg=62");
  c.add_option("--what-if", o.what_ifs,
               "the same course with cadence_percent=5, pace=+20s/km or walk=downhill; may be repeated")
      ->allow_extra_args(false)
      ->type_name("CHANGE");
  c.add_option("--cadence", o.cadence, "how cadence was recorded: auto, one (foot) or both")->type_name("RULE");
  c.add_option("--grade", o.grade_percent, "slope of the whole course in per cent: a treadmill's")
      ->type_name("PERCENT");
  c.add_option("--json", o.json, "write everything (- for stdout)")->type_name("FILE|-")->check(not_empty());
  c.add_option("--csv", o.csv, "write one row per stretch of 50 m (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--html", o.html, "write a page with the course and its load (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--plan", o.plan,
               "write a plan whose accustomed weeks are these runs, for stridelab plan (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_flag("--use-contact-time", o.use_contact_time,
             "let the recorded contact time enter the strides instead of the model's own");
  c.add_flag("--with-track", o.with_track, "write coordinates into the JSON; without it they leave memory nowhere");
}

void add_row_base(CLI::App& c, RowBaseOptions& o) {
  c.add_option("--base", o.base, "scenario that rows differ from; left out: the defaults")->type_name("FILE");
  add_list(c, "--set", o.overrides, "change an input of the base");
  c.add_option("--engine", o.engine, "stride or forward")->type_name("NAME");
  c.add_option("--test-function", o.test_function, "answer by a known function instead: ishigami (x1, x2, x3 -> y)")
      ->type_name("NAME");
}

void add_sweep(CLI::App& app, SweepOptions& o) {
  CLI::App& c = *app.add_subcommand("sweep", "answer a design of what-ifs, or a table of them, row by row");
  c.add_option("DESIGN", o.design, "design file, for example scenarios/sweeps/cadence_and_lean.design.toml")
      ->type_name("");
  c.add_option("--rows", o.rows, "a CSV of inputs instead (- for stdin): one row in, one row out, in order")
      ->type_name("FILE|-");
  add_row_base(c, o.base);
  c.add_option("--metrics", o.metrics, "results to keep of --rows; left out: the first ones")->type_name("KEY,KEY");
  c.add_option("--jobs", o.jobs, "threads; left out: all cores")->type_name("N");
  c.add_option("--store", o.store, "keep the rows in an SQLite file")->type_name("FILE");
  c.add_flag("--resume", o.resume, "go on with a store that is there");
  c.add_option("--shard", o.shard, "answer part i of n, for job arrays")->type_name("i/n");
  c.add_option("--merge", o.merge, "take over the rows of this store first")
      ->allow_extra_args(false)
      ->type_name("FILE");
  c.add_option("--csv", o.csv, "write all rows (- for stdout)")->type_name("FILE|-");
}

void add_dakota(CLI::App& app, DakotaOptions& o) {
  CLI::App& c = *app.add_subcommand("dakota", "answer one evaluation of Dakota");
  c.add_option("PARAMETERS", o.parameters, "file that Dakota wrote")->required()->type_name("");
  c.add_option("RESULTS", o.results, "file that Dakota reads")->required()->type_name("");
  add_row_base(c, o.base);
}

}  // namespace

void add_commands(CLI::App& app, CommandOptions& o) {
  add_run(app, o.run);
  add_compare(app, o.compare);
  add_report(app, o.report);
  add_advise(app, o.advise);
  add_lesson(app, o.lesson);
  add_sensitivity(app, o.sensitivity);
  add_sweep(app, o.sweep);
  add_dakota(app, o.dakota);
  add_plan(app, o.plan);
  add_validate(app, o.validate);
  CLI::App& claims = *app.add_subcommand("claims", "ask the model about what people are told, claim by claim");
  claims.add_option("FOLDER", o.claims.folder, "of the scenarios that the claims name (left out: the shipped ones)")
      ->type_name("");
  claims.add_option("--json", o.claims.json, "write them as JSON (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  claims.add_option("--markdown", o.claims.markdown, "write the page scenarios/CLAIMS.md is (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  add_activity(app, o.activity);
  add_profile_command(app, o.profile);
  CLI::App& parameters = *app.add_subcommand("parameters", "list every input with unit, range, default and source");
  parameters.add_flag("--json", o.parameters_json, "as JSON");
  CLI::App& metrics = *app.add_subcommand("metrics", "list every result with unit, sign, definition and source");
  metrics.add_flag("--json", o.metrics_json, "as JSON");
  add_explain(app, o.explain);
  CLI::App& completion = *app.add_subcommand("completion", "print a completion script for a shell");
  completion.add_option("SHELL", o.shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->type_name("");
  app.add_subcommand("manual", "print the manual page (roff)");
  CLI::App& schema = *app.add_subcommand("schema", "the JSON schema of what a command writes");
  schema.add_option("NAME", o.schema, "its name; left out: list all names")->type_name("");
  CLI::App& check =
      *app.add_subcommand("check", "read scenarios and plans and say what is wrong with them, without running");
  check.add_option("PATH", o.check_paths, "scenario and plan files, or folders of them")->required()->type_name("");
}

}  // namespace stridelab
