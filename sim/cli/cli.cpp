#include "cli/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>

#include "build_info.h"
#include "cli/check_command.h"
#include "cli/compare_command.h"
#include "cli/explain_command.h"
#include "cli/metrics_command.h"
#include "cli/parameters_command.h"
#include "cli/plan_command.h"
#include "cli/run_command.h"
#include "cli/schema_command.h"
#include "cli/validate_command.h"
#include "core/text.h"

namespace stridelab {
namespace {

constexpr std::string_view footer =
    "Examples:\n"
    "  stridelab run scenarios/easy_run.toml\n"
    "  stridelab compare scenarios/easy_run.toml --set-b cadence_percent=10\n"
    "  stridelab run scenarios --out results --quiet\n"
    "  stridelab run scenarios/easy_run.toml --engine forward --csv steps.csv\n\n"
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
  ValidateOptions validate;
  std::vector<std::string> check_paths;
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
  c.add_flag("--all", o.all, "show every number, not only the first ones");
  c.add_flag("--quiet", o.quiet, "say only what failed");
  c.add_flag("--strict", o.strict, "checks that were left out, because --set changed their form, count as failed");
}

void add_compare(CLI::App& app, CompareOptions& o) {
  CLI::App& c = *app.add_subcommand("compare", "compare two runs, per step and per kilometre");
  c.add_option("A", o.a, "scenario file")->required()->type_name("");
  c.add_option("B", o.b, "second scenario file; left out: A with --set-b")->type_name("");
  add_list(c, "--set-a", o.set_a, "change an input of A");
  add_list(c, "--set-b", o.set_b, "change an input of B");
  c.add_option("--engine", o.engine, "stride or forward, for both")->type_name("NAME");
  c.add_option("--duration-s", o.duration_s, "simulated seconds of the forward engine")->type_name("S");
  c.add_option("--json", o.json, "write both runs and all changes (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
  c.add_flag("--all", o.all, "show every number, not only the first ones");
  c.add_option("--markdown", o.markdown, "write a page to send to somebody (- for stdout)")
      ->type_name("FILE|-")
      ->check(not_empty());
}

void add_explain(CLI::App& app, ExplainOptions& o) {
  CLI::App& c = *app.add_subcommand("explain", "what a parameter, a metric, a place or an exercise means");
  c.add_option("NAME", o.words, "a name; left out: list all names")->type_name("");
  c.add_option("--json", o.json, "write it as JSON (- for stdout)")->type_name("FILE|-")->check(not_empty());
}

void add_plan(CLI::App& app, PlanOptions& o) {
  CLI::App& c = *app.add_subcommand("plan", "weeks of training: load, recovery and strength (a teaching model)");
  c.add_option("FILE", o.plan, "plan file, for example scenarios/plans/sudden_increase.plan.toml")
      ->required()
      ->type_name("");
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

void add_commands(CLI::App& app, Options& o) {
  add_run(app, o.run);
  add_compare(app, o.compare);
  add_plan(app, o.plan);
  add_validate(app, o.validate);
  CLI::App& parameters = *app.add_subcommand("parameters", "list every input with unit, range, default and source");
  parameters.add_flag("--json", o.parameters_json, "as JSON");
  CLI::App& metrics = *app.add_subcommand("metrics", "list every result with unit, sign, definition and source");
  metrics.add_flag("--json", o.metrics_json, "as JSON");
  add_explain(app, o.explain);
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
    return "which command? run, compare, validate, plan, parameters, metrics, explain, schema or check";
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
             const Engines& engines) {
  const std::string command = app.get_subcommands().front()->get_name();
  if (command == "run") return to_int(run_command(o.run, console, engines));
  if (command == "plan") return to_int(plan_command(o.plan, console, engines));
  if (command == "validate") return to_int(validate_command(o.validate, console, engines));
  if (command == "parameters") return parameters_command(o.parameters_json, console.out);
  if (command == "metrics") return metrics_command(o.metrics_json, console);
  if (command == "explain") return to_int(explain_command(o.explain, console));
  if (command == "schema") return to_int(schema_command(o.schema, console));
  if (command == "check") return check_command(o.check_paths, console.out, console.err);
  if (o.compare.b.empty() && o.compare.set_b.empty())
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

int run_cli(std::span<const std::string> arguments, const Console& console, const Engines& engines) {
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
  return printed(dispatch(app, options, arguments, console, engines), console);
}

}  // namespace stridelab
