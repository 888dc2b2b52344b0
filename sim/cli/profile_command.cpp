#include "cli/profile_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/outputs.h"
#include "core/data_folder.h"
#include "core/text.h"
#include "scenario/layer.h"

namespace stridelab {
namespace fs = std::filesystem;
namespace {

/// One number of a profile: which key, what is asked, what an empty answer means.
struct Question {
  std::string_view table, key, text, otherwise;
  std::string ProfileOptions::*given;
};

constexpr std::array questions{
    Question{"form", "pace", "Your easy pace, for example 5:30/km or 8:50/mi", "5:03/km", &ProfileOptions::pace},
    Question{"form", "cadence_spm", "Steps per minute, both feet (empty: what people prefer at that pace)", "",
             &ProfileOptions::cadence},
    Question{"body", "mass", "Your weight, for example 62 kg or 137 lb", "70 kg", &ProfileOptions::mass},
    Question{"body", "height", "Your height, for example 1.68 m or 5ft6", "1.75 m", &ProfileOptions::height},
    Question{"body", "sex", "female or male", "male", &ProfileOptions::sex},
    Question{"training", "weekly_distance_km", "Kilometres a week you are used to (empty: 30)", "",
             &ProfileOptions::weekly_km},
};

GivenValue value_of(std::string_view key, const std::string& answer) {
  const ParameterInfo* info = find_parameter(key);
  if (info == nullptr || info->kind != ParameterKind::number)
    return {GivenValue::Kind::text, 0.0, false, answer, "\"" + answer + "\""};
  try {
    std::size_t used = 0;
    const double number = std::stod(answer, &used);
    if (used == answer.size()) return {GivenValue::Kind::number, number, false, {}, answer};
  } catch (const std::exception&) {  // no number at all: said as the fault of a text
  }
  return {GivenValue::Kind::text, 0.0, false, answer, "\"" + answer + "\""};
}

/// What is wrong with an answer; none for an empty one.
std::optional<Fault> fault_of(const Question& question, const std::string& answer) {
  if (answer.empty()) return std::nullopt;
  Layer layer;
  return take(layer, question.table, question.key, value_of(question.key, answer), {});
}

/// The answer as a line of the file: text in quotes.
std::string line_of(const Question& question, const std::string& answer) {
  const bool number = value_of(question.key, answer).kind == GivenValue::Kind::number;
  return fmt::format("{} = {}\n", question.key, number ? answer : "\"" + answer + "\"");
}

/// Asks until the answer is good; empty at the end of the input.
std::string asked(const Question& question, std::istream& in, const Console& console) {
  std::string answer;
  while (true) {
    console.err << question.text;
    if (!question.otherwise.empty()) console.err << " [" << question.otherwise << "]";
    console.err << ": " << std::flush;
    if (!std::getline(in, answer)) return {};
    const auto fault = fault_of(question, answer);
    if (!fault) return answer;
    console.err << "  " << fault->message << "\n";
  }
}

ExitCode refused(const Console& console, const std::string& message, const std::string& help) {
  console.err << "error: " << printable(message) << "\n";
  if (!help.empty()) console.err << "  " << printable(help) << "\n";
  return ExitCode::invalid_input;
}

}  // namespace

fs::path profile_target(const std::string& file) {
  fs::path path(file);
  if (path.extension() != ".toml") path += ".toml";
  const bool is_name = !fs::path(file).has_parent_path() && fs::path(file).extension() != ".toml";
  const fs::path home = user_data_folder();
  return is_name && !home.empty() ? home / "profiles" / path : path;
}

ExitCode profile_command(const ProfileOptions& options, std::istream& in, const Console& console) {
  const fs::path target = profile_target(options.file);
  std::error_code unreadable;
  if (fs::exists(target, unreadable))
    return refused(console, fmt::format("{} is there already", target.string()), "give another name, or remove it");
  const bool given_any = std::ranges::any_of(questions, [&](const Question& q) { return !(options.*q.given).empty(); });
  std::string text = "# A runner, for --profile. Any input of stridelab parameters may be added in its table.\n", table;
  for (const Question& question : questions) {
    std::string answer = options.*question.given;
    if (const auto fault = fault_of(question, answer)) return refused(console, fault->message, fault->help);
    // Who gives some numbers on the command line has given all that he wants to give.
    if (answer.empty() && options.is_asking && !given_any) answer = asked(question, in, console);
    if (answer.empty()) continue;
    if (question.table != table) text += fmt::format("\n[{}]\n", question.table);
    table = question.table;
    text += line_of(question, answer);
  }
  Outputs outputs(console);
  const std::size_t profile = outputs.want_in(target.has_parent_path() ? target.parent_path().string() : ".",
                                              target.filename().string(), toml_file);
  if (const ExitCode refused = outputs.open([] { return std::vector<fs::path>{}; }); refused != ExitCode::done)
    return refused;
  outputs.append(profile, text);
  if (const ExitCode written = outputs.commit(); written != ExitCode::done) return written;
  console.out << fmt::format("{} is written. Try:\n  stridelab explain front --levers --profile {}\n",
                             printable(target.string()), printable(options.file));
  return ExitCode::done;
}

}  // namespace stridelab
