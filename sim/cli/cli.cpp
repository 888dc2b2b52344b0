#include "cli/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>

#include "build_info.h"
#include "cli/command_options.h"
#include "cli/profile_from_command.h"
#include "cli/shell_words.h"
#include "core/text.h"

namespace stridelab {
namespace {

constexpr std::string_view footer =
    "Examples:\n"
    "  stridelab run forefoot --set pace=5:30/km\n"
    "  stridelab explain front --levers easy_run\n"
    "  stridelab compare easy_run --set-b cadence_percent=10\n"
    "  stridelab compare easy_run quick_steps forefoot\n"
    "  stridelab report quick_steps --html page.html\n"
    "  stridelab run scenarios --out results --quiet\n\n"
    "Exit codes: 0 all well, 1 a check failed, 2 invalid input, 3 no feasible gait or a fall,\n"
    "4 output cannot be written, 64 wrong usage, 70 internal error, 141 whoever read stdout closed it.\n"
    "Of several scenarios the first that occurs in the order 70, 4, 2, 3, 1.\n\n"
    "STRIDELAB_MODELS=DIR  read the model files from that folder and no other.\n"
    "Metrics of one value per leg are the right leg's; KEY_left and KEY_right name a side (checks, JSON).\n"
    "Files that this program writes and reads are described by stridelab schema.";

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
  if (arguments.empty()) return "which command? " + commands_of(app);
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

int dispatch(const CLI::App& app, const CommandOptions& o, std::span<const std::string> arguments,
             const Console& console, const Engines& engines, Team* team) {
  const std::string command = app.get_subcommands().front()->get_name();
  if (command == "run") return to_int(run_command(o.run, console, engines));
  if (command == "sweep") return to_int(sweep_command(o.sweep, console, engines, team));
  if (command == "sensitivity" && o.sensitivity.forms.size() > 2)
    return usage_error(app, "sensitivity takes a form, or two for their change", arguments, console);
  if (command == "sensitivity") return to_int(sensitivity_command(o.sensitivity, console, engines));
  if (command == "dakota") return to_int(dakota_command(o.dakota, console, engines));
  if (command == "report" && o.report.forms.size() > 4)
    return usage_error(app, "report shows four forms at most", arguments, console);
  if (command == "report" && o.report.html.empty() && o.report.pdf.empty() && o.report.plot.empty())
    return usage_error(app, "report needs --html, --pdf or --plot FILE", arguments, console);
  if (command == "report") return to_int(report_command(o.report, console, engines));
  if (command == "plan" && o.plan.plan.empty() == o.plan.weeks.empty())
    return usage_error(app, "plan needs a file, or --weeks (not both)", arguments, console);
  if (command == "plan") return to_int(plan_command(o.plan, console, engines));
  if (command == "activity") return to_int(activity_command(o.activity, console, engines));
  if (command == "lesson") return to_int(lesson_command(o.lesson, console, engines));
  if (command == "advise") return to_int(advise_command(o.advise, console, engines));
  if (command == "claims") return to_int(claims_command(o.claims, console, engines));
  if (command == "validate") return to_int(validate_command(o.validate, console, engines));
  if (command == "parameters") return parameters_command(o.parameters_json, console.out);
  if (command == "metrics") return metrics_command(o.metrics_json, console);
  if (command == "completion" || command == "manual") {
    console.out << (command == "manual" ? manual_page(app, std::string(build_info::version))
                                        : completion_script(app, o.shell));
    return to_int(ExitCode::done);
  }
  if (command == "profile" && !o.profile.from.empty()) return to_int(profile_from_command(o.profile, console));
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

/// `--uncertainty` without a number is asked for as often as a number is not told: what follows may be a scenario.
std::vector<std::string> with_usual_draws(const std::vector<std::string>& arguments) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    all.push_back(arguments[i]);
    if (arguments[i] != "--uncertainty") continue;
    const bool has_number = i + 1 < arguments.size() && !arguments[i + 1].empty() &&
                            arguments[i + 1].find_first_not_of("0123456789") == std::string::npos;
    if (!has_number) all.push_back(std::to_string(usual_draws));
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
  CommandOptions options;
  add_commands(app, options);
  try {
    std::vector<std::string> all = with_usual_draws(with_every_set(arguments));
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
