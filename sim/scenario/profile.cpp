#include "scenario/profile.h"

#include "scenario/open_scenario.h"
#include "scenario/overrides.h"
#include "scenario/scenario_places.h"

namespace stridelab {

tl::expected<Layer, Diagnostics> read_profile(const std::filesystem::path& path) {
  auto source = load_source(path);
  if (!source) return tl::unexpected(Diagnostics{source.error()});
  Diagnostics faults;
  const ScenarioFile file = read_scenario_file(std::move(*source), shipped_metrics(), faults);
  if (file.base || !file.question.empty() || !file.checks.empty())
    faults.push_back(file.source.at(
        {}, {"a profile describes a runner: it has no question, base or check", "a scenario has: stridelab run FILE"}));
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return file.layer;
}

tl::expected<Layer, Diagnostics> read_profile_of(const std::string& given) {
  return given.empty() ? Layer{} : read_profile(profile_path(given));
}

tl::expected<Scenario, Diagnostics> read_scenario_for(const Layer* profile, const std::filesystem::path& path,
                                                      std::span<const std::string> overrides) {
  Diagnostics faults;
  OpenScenario open = OpenScenario::read(path, shipped_metrics(), faults);
  if (profile != nullptr) open.run_by(*profile);
  const std::vector<Assignment> edits = read_overrides(overrides, faults).all();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return open.resolve(edits);
}

}  // namespace stridelab
