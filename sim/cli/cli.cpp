#include "cli/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>

#include "build_info.h"
#include "cli/activity_command.h"
#include "cli/check_command.h"
#include "cli/compare_command.h"
#include "cli/dakota_command.h"
#include "cli/explain_command.h"
#include "cli/levers_command.h"
#include "cli/metrics_command.h"
#include "cli/parameters_command.h"
#include "cli/plan_command.h"
#include "cli/profile_command.h"
#include "cli/run_command.h"
#include "cli/schema_command.h"
#include "cli/shell_words.h"
#include "cli/sweep_command.h"
#include "cli/validate_command.h"
#include "core/text.h"

namespace stridelab {
namespace {

constexpr std::string_view footer =
    "Examples:\n"
    "  stridelab run forefoot --set pace=5:30/km\n"
    "  stridelab explain front --levers easy_run\n"
    "  stridelab compare easy_run --set-b cadence_percent=10\n"
    "  stridelab compare easy_run quick_steps forefoot\n"
    "  stridelab run scenarios --out results --quiet\n\n"
    "Exit codes: 0 all well, 1 a check failed, 2 invalid input, 3 no feasible gait or a fall,\n"
    "4 output cannot be written, 64 wrong usage, 70 internal error, 141 whoever read stdout closed it.\n"
    "Of several scenarios the first that occurs in the order 70, 4, 2, 3, 1.\n\n"
    "STRIDELAB_MODELS=DIR  read the model files from that folder and no other.\n"
    "Metrics of one value per leg are the right leg's; KEY_left and KEY_right name a side (checks, JSON).\n"
    "Files that this program writes and reads are described by stridelab schema.";

/// The options of every command, filled by the parser.
struct Options {
  RunOptions run;
  CompareOptions compare;
  PlanOptions plan;
  ExplainOptions explain;
  ProfileOptions profile;
  ValidateOptions validate;
  ActivityOptions activity;
  SweepOptions sweep;
  DakotaOptions dakota;
  std::vector<std::string> check_paths;
  std::string shell;
  std::string schema;
  bool parameters_json = false;
  bool metrics_json = false;
};

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
  c.add_flag("--no-time", o.no_time, "leave times out: the same run gives the same files");
  add_print(c, o);
  add_profile(c, o.profile);
  c.add_flag("--quiet", o.quiet, "say only what failed");
  c.add_flag("--strict", o.strict, "checks that were left out, because --set changed their form, count as failed");
}

void add_compare(CLI::App& app, CompareOptions& o) {
  CLI::App& c = *app.add_subcommand("compare", "compare runs: two, or any number against the first");
  c.add_option("FORM", o.forms, "scenario files A, B, C, ...; A alone: against A with --set-b")
      ->required()
      ->type_name("");
  add_list(c, "--set", o.set, "change an input of all");
  add_list(c, "--set-a", o.set_a, "change an input of A");
  add_list(c, "--set-b", o.set_b, "change an input of B");
  c.add_option("--engine", o.engine, "stride or forward, for both")->type_name("NAME");
  c.add_option("--duration-s", o.duration_s, "simulated seconds of the forward engine")->type_name("S");
  c.add_option("--json", o.json, "write both runs and all changes (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  add_print(c, o);
  add_profile(c, o.profile);
  c.add_option("--markdown", o.markdown, "write a page to send to somebody (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
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
  c.add_option("--json", o.json, "write all figures and samples (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--markdown", o.markdown, "write the page sim/VALIDATION.md is (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_option("--write-expected", o.write_expected,
               "write what was found as the new expectation instead of comparing with the stored one")
      ->type_name("FILE|-")
      ->check(not_empty());
}

void add_activity(CLI::App& app, ActivityOptions& o) {
  CLI::App& c = *app.add_subcommand("activity", "a recorded run (FIT, TCX, GPX): the kneecap's load along its course");
  c.add_option("FILE", o.files, "files of a watch, a phone or a treadmill, also as .gz")->required()->type_name("");
  c.add_option("--form", o.person, "the runner, as a scenario; left out: scenarios/easy_run.toml")->type_name("FILE");
  add_list(c, "--set", o.overrides, "change an input of the runner, for example --set mass_kg=62");
  c.add_option("--what-if", o.what_ifs,
               "the same course with cadence_percent=5, pace=+20s/km or walk=downhill; may be repeated")
      ->allow_extra_args(false)
      ->type_name("CHANGE");
  c.add_option("--cadence", o.cadence, "how cadence was recorded: auto, one (foot) or both")->type_name("RULE");
  c.add_option("--grade", o.grade_percent, "slope of the whole course in per cent: a treadmill's")
      ->type_name("PERCENT");
  c.add_option("--json", o.json, "write everything (- for stdout)")->type_name("FILE|-");
  c.add_option("--csv", o.csv, "write one row per stretch of 50 m (- for stdout)")->type_name("FILE|-");
  c.add_option("--html", o.html, "write a page with the course and its load (- for stdout)")->type_name("FILE|-");
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

void add_commands(CLI::App& app, Options& o) {
  add_run(app, o.run);
  add_compare(app, o.compare);
  add_sweep(app, o.sweep);
  add_dakota(app, o.dakota);
  add_plan(app, o.plan);
  add_validate(app, o.validate);
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

/// The command of that name, or null.
const CLI::App* command_named(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    if (command->get_name() == name) return command;
  return nullptr;
}

/// "run, compare, ... or check".
std::string commands_of(const CLI::App& app) {
  const auto all = app.get_subcommands([](const CLI::App*) { return true; });
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i)
    text += (i == 0 ? "" : i + 1 == all.size() ? " or " : ", ") + all[i]->get_name();
  return text;
}

/// Every word the program (or one command of it) understands.
std::vector<std::string> known_words(const CLI::App& scope) {
  std::vector<std::string> known;
  for (const CLI::App* command : scope.get_subcommands([](const CLI::App*) { return true; }))
    known.push_back(command->get_name());
  for (const CLI::Option* option : scope.get_options())
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  return known;
}

/// "did you mean ...?" for the first word of the command line that nothing knows.
std::string suggestion(const CLI::App& app, std::span<const std::string> arguments) {
  const CLI::App* command = arguments.empty() ? nullptr : command_named(app, arguments.front());
  const std::vector<std::string> known = known_words(command != nullptr ? *command : app);
  const std::vector<std::string_view> names(known.begin(), known.end());
  for (const std::string& argument : arguments) {
    const std::string word = argument.substr(0, argument.find('='));
    const bool is_candidate = word.starts_with("--") || command == nullptr;
    if (!is_candidate || std::find(known.begin(), known.end(), word) != known.end()) continue;
    if (const auto near = nearest_spelling(word, names)) return fmt::format("did you mean '{}'?", *near);
  }
  return {};
}

/// What is wrong, in words: the parser calls a misspelt command a missing one.
std::string complaint(const CLI::App& app, const CLI::ParseError& error, std::span<const std::string> arguments) {
  if (arguments.empty())
    return "which command? " + commands_of(app);
  const std::string& first = arguments.front();
  const bool is_command = !first.starts_with("-") && command_named(app, first) == nullptr;
  return is_command ? fmt::format("there is no command '{}'", first) : error.what();
}

int usage_error(const CLI::App& app, const std::string& message, std::span<const std::string> arguments,
                const Console& console) {
  console.err << "error: " << printable(message) << "\n";
  if (const std::string hint = suggestion(app, arguments); !hint.empty()) console.err << "  " << hint << "\n";
  const bool has_command = !app.get_subcommands().empty();
  console.err << fmt::format("  see: stridelab {}--help\n",
                             has_command ? app.get_subcommands().front()->get_name() + " " : "");
  return to_int(ExitCode::usage);
}

int dispatch(const CLI::App& app, const Options& o, std::span<const std::string> arguments, const Console& console,
             const Engines& engines, Team* team) {
  const std::string command = app.get_subcommands().front()->get_name();
  if (command == "run") return to_int(run_command(o.run, console, engines));
  if (command == "sweep") return to_int(sweep_command(o.sweep, console, engines, team));
  if (command == "dakota") return to_int(dakota_command(o.dakota, console, engines));
  if (command == "plan" && o.plan.plan.empty() == o.plan.weeks.empty())
    return usage_error(app, "plan needs a file, or --weeks (not both)", arguments, console);
  if (command == "plan") return to_int(plan_command(o.plan, console, engines));
  if (command == "activity") return to_int(activity_command(o.activity, console, engines));
  if (command == "validate") return to_int(validate_command(o.validate, console, engines));
  if (command == "parameters") return parameters_command(o.parameters_json, console.out);
  if (command == "metrics") return metrics_command(o.metrics_json, console);
  if (command == "completion" || command == "manual") {
    console.out << (command == "manual" ? manual_page(app, std::string(build_info::version))
                                        : completion_script(app, o.shell));
    return to_int(ExitCode::done);
  }
  if (command == "profile") return to_int(profile_command(o.profile, std::cin, console));
  if (command == "explain" && o.explain.levers) return to_int(levers_command(o.explain, console, engines));
  if (command == "explain") return to_int(explain_command(o.explain, console));
  if (command == "schema") return to_int(schema_command(o.schema, console));
  if (command == "check") return check_command(o.check_paths, console.out, console.err);
  if (o.compare.forms.size() == 1 && o.compare.set_b.empty())
    return usage_error(app, "compare needs a second scenario, or --set-b key=value", arguments, console);
  return to_int(compare_command(o.compare, console, engines));
}

/// `--set a=1 b=2`: what follows a setting and is one too, and no file, is a setting as well.
std::vector<std::string> with_every_set(std::span<const std::string> arguments) {
  std::vector<std::string> all;
  std::string option;  // the last --set, --set-a or --set-b, as long as settings follow
  bool has_value = false;
  for (const std::string& argument : arguments) {
    const bool is_set = argument == "--set" || argument == "--set-a" || argument == "--set-b";
    const std::size_t equals = argument.find('=');
    const bool is_setting = equals != std::string::npos && equals > 0 &&
                            argument.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == equals &&
                            !std::filesystem::exists(argument);
    if (is_set) {
      option = argument;
      has_value = false;
    } else if (!option.empty() && !has_value) {
      has_value = true;
    } else if (is_setting && has_value) {
      all.push_back(option);
    } else {
      option.clear();
      has_value = false;
    }
    all.push_back(argument);
  }
  return all;
}

/// The outcome, unless stdout could not take all of it.
int printed(int outcome, const Console& console) {
  console.out.flush();
  if (console.out) return outcome;
  if (console.reader_left && console.reader_left()) return to_int(ExitCode::reader_left);
  console.err << "error: cannot write to stdout\n";
  return to_int(ExitCode::unwritable_output);
}

}  // namespace

int run_cli(std::span<const std::string> arguments, const Console& console, const Engines& engines, Team* team) {
  CLI::App app("What happens at the knee when a runner changes form.", "stridelab");
  app.set_version_flag("--version", fmt::format("stridelab {} ({})", build_info::version, build_info::git));
  app.require_subcommand(1);
  app.footer(std::string(footer));
  Options options;
  add_commands(app, options);
  try {
    std::vector<std::string> all = with_every_set(arguments);
    std::reverse(all.begin(), all.end());  // CLI11 takes them from the back
    app.parse(std::move(all));
  } catch (const CLI::Success& request) {  // --help, --version
    return printed(app.exit(request, console.out, console.err), console);
  } catch (const CLI::ParseError& error) {
    return usage_error(app, complaint(app, error, arguments), arguments, console);
  }
  return printed(dispatch(app, options, arguments, console, engines, team), console);
}

}  // namespace stridelab
