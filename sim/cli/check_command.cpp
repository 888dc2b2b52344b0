#include "cli/check_command.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "scenario/find_scenarios.h"
#include "scenario/scenario.h"
#include "training/plan.h"

namespace stridelab {
namespace {

constexpr int ok = 0, invalid_input = 2;

std::string counted(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

/// Reads one file after the other and adds up.
class Checker {
 public:
  Checker(std::ostream& out, std::ostream& err, std::size_t width) : out_(out), err_(err), width_(width) {}

  void scenario(const std::filesystem::path& file) {
    const auto read = read_scenario(file);
    if (!read) return bad(read.error());
    good(file, counted(read->checks.size(), "check"), read->question);
    for (const std::string& note : read->parameters.notes()) out_ << fmt::format("    note: {}\n", note);
    if (const std::string idle = settings_without_effect(read->run); !idle.empty())
      out_ << fmt::format("    note: {}\n", idle);
  }

  void plan(const std::filesystem::path& file) {
    const auto models = read_training_models();
    if (!models) return bad(models.error());
    const auto read = read_plan(file, *models);
    if (!read) return bad(read.error());
    good(file, counted(read->weeks.size(), "week"), read->question);
  }

  int finish(std::size_t files) {
    if (bad_files_ == 0) return ok;
    err_ << fmt::format("{} in {} of {}\n", counted(faults_, "fault"), bad_files_, counted(files, "file"));
    return invalid_input;
  }

 private:
  void good(const std::filesystem::path& file, const std::string& count, const std::string& question) {
    out_ << fmt::format("ok  {:<{}}  {:>9}  {}\n", printable(file.string()), width_, count, printable(question));
  }
  void bad(const Diagnostics& faults) {
    err_ << to_text(faults);
    faults_ += faults.size();
    ++bad_files_;
  }

  std::ostream& out_;
  std::ostream& err_;
  std::size_t width_;
  std::size_t faults_ = 0, bad_files_ = 0;
};

/// Plans in a folder are checked too; a folder of plans alone has no scenario and is none the worse.
tl::expected<FoundScenarios, Diagnostics> files_of(std::span<const std::string> paths) {
  FoundScenarios all;
  Diagnostics faults;
  for (const std::string& path : paths) {
    const auto found = look_for_files(path);
    if (!found) faults.push_back(found.error());
    if (!found) continue;
    for (const auto& file : found->files) (names_plan(file) ? all.plans : all.files).push_back(file);
    all.plans.insert(all.plans.end(), found->plans.begin(), found->plans.end());
    all.not_read.insert(all.not_read.end(), found->not_read.begin(), found->not_read.end());
  }
  if (!faults.empty()) return tl::unexpected(faults);
  return all;
}

}  // namespace

int check_command(std::span<const std::string> paths, std::ostream& out, std::ostream& err) {
  const auto found = files_of(paths);
  if (!found) {
    err << to_text(found.error());
    return invalid_input;
  }
  std::size_t width = 0;
  for (const auto* list : {&found->files, &found->plans})
    for (const auto& file : *list) width = std::max(width, display_width(file.string()));
  Checker checker(out, err, width);
  for (const auto& file : found->files) checker.scenario(file);
  for (const auto& file : found->plans) checker.plan(file);
  for (const NotRead& left : found->not_read)
    err << "not read: " << printable(left.path.string()) << ": " << left.why << "\n";
  return checker.finish(found->files.size() + found->plans.size());
}

}  // namespace stridelab
