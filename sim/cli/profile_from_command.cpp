#include "cli/profile_from_command.h"

#include <fmt/format.h>

#include <filesystem>

#include "activity/read_activity.h"
#include "activity/recorded_runs.h"
#include "cli/outputs.h"
#include "core/text.h"

namespace stridelab {
namespace {

ExitCode refuse(const Console& console, const std::string& why) {
  console.err << "error: " << printable(why) << "\n";
  return ExitCode::invalid_input;
}

}  // namespace

ExitCode profile_from_command(const ProfileOptions& o, const Console& console) {
  const auto files = activity_files(o.from);
  if (!files) return refuse(console, files.error());
  const std::filesystem::path target = o.to.empty() || o.to == "-" ? "" : profile_target(o.to);
  std::error_code unreadable;
  if (!target.empty() && std::filesystem::exists(target, unreadable))
    return refuse(console, fmt::format("{} is there already", target.string()));
  ExitCode outcome = ExitCode::done;
  std::vector<RecordedRun> runs;
  for (const std::string& file : *files) {
    const auto activity = read_activity(file);
    const auto course =
        activity ? course_of(*activity) : tl::expected<Course, std::string>(tl::unexpected(std::string()));
    if (course) {
      runs.push_back(recorded_run(*activity, *course));
      continue;
    }
    console.err << (activity ? printable(file) + ": error: " + course.error() + "\n"
                             : to_text(Diagnostics{activity.error()}));
    outcome = ExitCode::invalid_input;
  }
  const auto text = profile_of_runs(in_order_once(std::move(runs)));
  if (!text) return refuse(console, text.error());
  if (target.empty()) {
    console.out << *text;
    return outcome;
  }
  Outputs outputs(console);
  const std::size_t profile = outputs.want_in(target.has_parent_path() ? target.parent_path().string() : ".",
                                              target.filename().string(), toml_file);
  if (const ExitCode refused = outputs.open([] { return std::vector<std::filesystem::path>{}; });
      refused != ExitCode::done)
    return refused;
  outputs.append(profile, *text);
  if (const ExitCode written = outputs.commit(); written != ExitCode::done) return written;
  console.out << *text
              << fmt::format("\n{} is written. Try:\n  stridelab run easy_run --profile {}\n",
                             printable(target.string()), printable(o.to));
  return outcome;
}

}  // namespace stridelab
