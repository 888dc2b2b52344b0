#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "scenario/equipment.h"
#include "scenario/scenario.h"
#include "scenario/scenario_file.h"

namespace stridelab {

/// A number that a person gave, in a file of the chain or as an edit.
struct GivenNumber {
  Assignment given;
  std::optional<std::size_t> file;  ///< of the chain, 0 the scenario itself; none: an edit
};

/// A scenario and its bases as read, with the equipment that was asked for: edits are resolved in memory. Files are read
/// when it is opened and when an edit names a shoe or a surface that none named before.
///
/// thread  one at a time
class OpenScenario {
 public:
  /// Every fault of all files goes to `faults`; with one there, what is returned answers nothing.
  static OpenScenario read(const std::filesystem::path& path, const MetricNames& metrics, Diagnostics& faults);

  /// Of files that were read already, its own first, the bottom of the chain last; never none.
  static OpenScenario of(std::vector<ScenarioFile> files);

  /// What read_scenario() gives with these edits after `--set`, to the bit.
  ///
  /// edits   keys of parameters, relative keys and keys of `[run]`; of two edits of one key the later one holds
  /// errors  every fault of the edits, with the file "--set"; else those of the model files they name
  tl::expected<Scenario, Diagnostics> resolve(std::span<const Assignment> edits = {});

  /// From now on for this runner: see read_profile().
  void run_by(Layer profile) { profile_ = std::move(profile); }
  /// Every number of the form that these edits and the files give and that counts, the newest first.
  [[nodiscard]] std::vector<GivenNumber> given_numbers(std::span<const Assignment> edits) const;

  /// resolve() with another value in the place of one that was given, or without it.
  tl::expected<Scenario, Diagnostics> resolve_with(std::span<const Assignment> edits, const GivenNumber& given,
                                                   std::optional<double> value) const;

  [[nodiscard]] const std::string& path() const { return files_.front().source.shown; }

 private:
  std::vector<ScenarioFile> files_;  ///< its own first, the bottom of the chain last
  Layer profile_;                    ///< of the runner, above the bases
  EquipmentLibrary equipment_;
};

}  // namespace stridelab
