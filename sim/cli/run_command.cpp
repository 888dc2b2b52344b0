#include "cli/run_command.h"

#include <fmt/format.h>

#include "cli/folder_run.h"
#include "core/text.h"
#include "report/drift.h"
#include "scenario/find_scenarios.h"
#include "scenario/profile.h"
#include "scenario/scenario_places.h"

namespace stridelab {
namespace {

constexpr std::size_t most_drawn = 4;  ///< as many forms as a page shows

/// What looks like a scenario in a folder and is none; plans are many and usual, and told in a line.
void say_what_is_left_out(const FoundScenarios& found, bool quiet, const Console& console) {
  for (const NotRead& left : found.not_read)
    console.err << "not read: " << printable(left.path.string()) << ": " << left.why << "\n";
  if (quiet || found.plans.empty()) return;
  console.err << fmt::format("not run: {} plan{} of weeks, for example stridelab plan {}\n", found.plans.size(),
                             found.plans.size() == 1 ? "" : "s", printable(found.plans.front().string()));
}

/// The files that are read: scenarios, and the profile.
std::vector<std::filesystem::path> read_files(const FoundScenarios& found, const RunOptions& options) {
  std::vector<std::filesystem::path> files = found.files;
  if (!options.profile.empty()) files.push_back(profile_path(options.profile));
  return files;
}

}  // namespace

ExitCode run_command(const RunOptions& options, const Console& console, const Engines& engines) {
  const auto found = look_for_scenarios(options.paths);
  if (!found) {
    console.err << to_text(found.error());
    return ExitCode::invalid_input;
  }
  if (!options.plot.empty() && found->files.size() > most_drawn) {
    console.err << fmt::format("error: --plot draws {} forms at most, not {}\n", most_drawn, found->files.size());
    return ExitCode::usage;
  }
  RunOutputs outputs(options, console);
  if (const ExitCode refused = outputs.open(read_files(*found, options)); refused != ExitCode::done) return refused;
  say_what_is_left_out(*found, options.quiet, console);
  std::optional<Drift> drift;
  if (!options.against.empty()) {
    auto old = Drift::read(options.against, options.tolerance_percent);
    if (!old) {
      console.err << to_text(old.error());
      return ExitCode::invalid_input;
    }
    drift.emplace(std::move(*old));
  }
  const auto models = read_load_models();
  const auto regions = read_region_map();
  if (!models) console.err << to_text(models.error());
  if (!regions) console.err << to_text(regions.error());
  const auto profile = read_profile_of(options.profile);
  if (!profile) console.err << to_text(profile.error());
  const auto draws = sure_request(options.uncertainty, options.jobs);
  if (!draws) console.err << to_text(draws.error());
  if (!models || !regions || !profile || !draws) return ExitCode::invalid_input;
  const RunModels read{*profile, *models, *regions, engines, *draws};
  return FolderRun(options, console, read, outputs, drift ? &*drift : nullptr).run(found->files);
}

}  // namespace stridelab
