#include "cli/shell_words.h"

#include <fmt/format.h>

#include <vector>

#include "catalogue/parameter_table.h"
#include "catalogue/people_units.h"

namespace stridelab {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::string options_of(const CLI::App& command) {
  std::string words;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) words += (words.empty() ? "--" : " --") + name;
  return words;
}

std::string keys() {
  std::string words;
  for (const std::string_view key : all_keys()) words += fmt::format("{}{}=", words.empty() ? "" : " ", key);
  return words;
}

std::string command_names(const CLI::App& app) {
  std::string words;
  for (const CLI::App* command : commands_of(app)) words += (words.empty() ? "" : " ") + command->get_name();
  return words;
}

constexpr std::string_view bash_body = R"sh(    *) ;;
  esac
  case $before in
    --set | --set-a | --set-b)
      COMPREPLY=($(compgen -W "$keys" -- "$current"))
      compopt -o nospace 2>/dev/null
      return ;;
  esac
  if [[ $current == --* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _stridelab stridelab
)sh";

std::string bash_script(const CLI::App& app) {
  std::string text = fmt::format(
      "_stridelab() {{\n"
      "  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} options=\n"
      "  local keys=\"{}\"\n"
      "  COMPREPLY=()\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n"
      "    COMPREPLY=($(compgen -W \"{} --help --version\" -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}} in\n",
      keys(), command_names(app));
  for (const CLI::App* command : commands_of(app))
    text += fmt::format("    {}) options=\"{}\" ;;\n", command->get_name(), options_of(*command));
  return text + std::string(bash_body);
}

/// zsh reads bash's completions, and says so itself.
std::string zsh_script(const CLI::App& app) {
  return "#compdef stridelab\nautoload -U +X bashcompinit && bashcompinit\n" + bash_script(app);
}

/// For single quotes of fish.
std::string fish_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_script(const CLI::App& app) {
  std::string text;
  for (const CLI::App* command : commands_of(app)) {
    text += fmt::format("complete -c stridelab -n __fish_use_subcommand -f -a {} -d {}\n", command->get_name(),
                        fish_text(command->get_description()));
    for (const CLI::Option* option : command->get_options())
      for (const std::string& name : option->get_lnames())
        text += fmt::format("complete -c stridelab -n '__fish_seen_subcommand_from {}' -l {} -d {}\n",
                            command->get_name(), name, fish_text(option->get_description()));
  }
  for (const char* option : {"set", "set-a", "set-b"})
    text += fmt::format("complete -c stridelab -l {} -x -a '{}'\n", option, keys());
  return text;
}

/// Text for roff: a hyphen is a hyphen, and a line that begins with a dot is no request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-' || c == '\\') out += '\\';
    if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
    out += c;
  }
  return out;
}

std::string option_heads(const CLI::Option& option) {
  std::string heads;
  for (const std::string& name : option.get_lnames()) heads += (heads.empty() ? "\\-\\-" : ", \\-\\-") + roff(name);
  if (heads.empty()) heads = roff(option.get_name());
  const std::string type = option.get_type_name();
  return type.empty() ? heads : heads + " " + roff(type);
}

std::string manual_of(const CLI::App& command) {
  std::string text = fmt::format(".SS stridelab {}\n{}\n", roff(command.get_name()), roff(command.get_description()));
  for (const CLI::Option* option : command.get_options())
    text += fmt::format(".TP\n.B {}\n{}\n", option_heads(*option), roff(option->get_description()));
  for (const CLI::App* below : commands_of(command)) text += manual_of(*below);
  return text;
}

std::string manual_of_parameters() {
  std::string text = ".SH PARAMETERS\nIn a scenario file, or after \\-\\-set.\n";
  for (const ParameterInfo& row : parameter_table())
    text +=
        fmt::format(".TP\n.B {}\n[{}] {}: {}\n", roff(row.key), row.table, roff(range_text(row)), roff(row.meaning));
  for (const SpokenInfo& row : spoken_table())
    text +=
        fmt::format(".TP\n.B {}\n[{}] {}: {}\n", roff(row.key), table_of(row.key), roff(row.forms), roff(row.meaning));
  return text;
}

constexpr std::string_view manual_end =
    ".SH EXIT STATUS\n0 all well; 1 a check failed; 2 invalid input; 3 no feasible gait, or a fall; 4 output cannot be "
    "written; 64 wrong usage; 70 internal error.\n"
    ".SH ENVIRONMENT\n.TP\n.B STRIDELAB_MODELS\nthe folder of model files, instead of the one that came with the "
    "program\n"
    ".TP\n.B XDG_DATA_HOME\nstridelab/scenarios and stridelab/profiles below it are found by name; ~/.local/share "
    "without "
    "it\n"
    ".TP\n.B COLUMNS, NO_COLOR\nwidth of what is printed; no colours\n"
    ".SH NOTES\nA teaching model, no measurement of anybody, and no medical advice.\n";

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& shell) {
  if (shell == "fish") return fish_script(app);
  return shell == "zsh" ? zsh_script(app) : bash_script(app);
}

std::string manual_page(const CLI::App& app, const std::string& version) {
  std::string text = fmt::format(
      ".TH STRIDELAB 1 \"\" \"stridelab {}\" \"Stridelab\"\n.SH NAME\nstridelab \\- {}\n.SH SYNOPSIS\n.B stridelab\n.I "
      "COMMAND\n[\n.I OPTION ...\n]\n.SH COMMANDS\n",
      version, roff(app.get_description()));
  for (const CLI::App* command : commands_of(app)) text += manual_of(*command);
  return text + manual_of_parameters() + std::string(manual_end);
}

}  // namespace stridelab
