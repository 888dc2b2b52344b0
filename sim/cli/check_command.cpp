#include "cli/check_command.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "scenario/scenario.h"

namespace stridelab {
namespace {

constexpr int ok = 0, invalid_input = 2;

std::string counted(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

}  // namespace

int check_command(std::span<const std::string> paths, std::ostream& out, std::ostream& err) {
  const auto files = find_scenarios(paths);
  if (!files) {
    err << to_text(files.error());
    return invalid_input;
  }
  std::size_t width = 0, faults = 0, bad_files = 0;
  for (const auto& file : *files) width = std::max(width, display_width(file.string()));
  for (const auto& file : *files) {
    const auto scenario = read_scenario(file);
    if (!scenario) {
      err << to_text(scenario.error());
      faults += scenario.error().size();
      ++bad_files;
      continue;
    }
    out << fmt::format("ok  {:<{}}  {:>9}  {}\n", printable(file.string()), width,
                       counted(scenario->checks.size(), "check"), scenario->question);
    for (const std::string& note : scenario->parameters.notes()) out << fmt::format("    note: {}\n", note);
    if (const std::string idle = settings_without_effect(scenario->run); !idle.empty())
      out << fmt::format("    note: {}\n", idle);
  }
  if (bad_files == 0) return ok;
  err << fmt::format("{} in {} of {}\n", counted(faults, "fault"), bad_files, counted(files->size(), "scenario"));
  return invalid_input;
}

}  // namespace stridelab
