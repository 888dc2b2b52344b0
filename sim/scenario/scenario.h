#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "scenario/resolve.h"

namespace stridelab {

/// What a check looks at: the metric itself, its change from the base, or the percentage change of its magnitude.
enum class CheckKind { value, change, change_percent };

/// "value", "change" or "change_percent".
std::string_view to_text(CheckKind kind);

/// One `[[check]]`: passed when min <= quantity <= max, in the unit of the metric (percent for change_percent).
struct Check {
  std::string metric;  ///< key of the metric table, possibly with _left or _right
  CheckKind kind = CheckKind::value;
  std::optional<double> min;  ///< at least one of min and max is set
  std::optional<double> max;
  std::string source;  ///< never empty
  std::string file;
  int line = 0;
};

/// `[run]`: how the engine runs it. All but `engine` are of the forward engine.
struct RunSettings {
  std::string engine = "stride";      ///< "stride" or "forward"
  double duration_s = 10.0;           ///< forward engine: 0.1 .. 3600
  std::uint64_t seed = 1;             ///< of everything random
  double assist_percent = 0.0;        ///< 0 .. 100
  double torque_noise_percent = 1.0;  ///< 0 .. 100; the default gives the step-to-step variation of METHODS (28)
  std::vector<std::string> given;     ///< keys that a file or an override set, each once

  [[nodiscard]] bool is_forward() const { return engine == "forward"; }
};

/// One sentence naming the settings that were given and that the chosen engine does not look at; empty for none.
/// They are no fault: the same file may be run with either engine.
std::string settings_without_effect(const RunSettings& settings);

/// One question, read and resolved.
struct Scenario {
  std::string path;      ///< as the caller gave it
  std::string question;  ///< empty if the file asks none
  ParameterSet parameters;
  /// What `change` and `change_percent` checks compare with: the resolved `base` file, or all defaults without one.
  /// An override of something the scenario file does not itself change is applied here too, so that the question
  /// stays the same question (10 % more steps, for a runner of 60 kg).
  ParameterSet base_parameters;
  RunInputs inputs, base_inputs;  ///< both, resolved: what the engines take
  std::string base_path;          ///< empty without a base
  std::vector<Check> checks;
  RunSettings run;
  /// The overrides of a scenario whose form or base is another by them than it was written: its checks say nothing of
  /// that one. "mass_kg=60, cadence_spm=170"; empty where both are as written.
  std::string changed_by;
};

/// The metric names a check may use.
struct MetricNames {
  std::function<bool(std::string_view)> known;           ///< a key a check may name, leg suffix included
  std::function<std::string(std::string_view)> nearest;  ///< the key that was probably meant, "" for none
  /// Whether a known key is an angle whose zero is a convention, so that a per cent of it says nothing. Empty: none is.
  std::function<bool(std::string_view)> has_convention_zero = {};
};

/// Those of the metric table.
MetricNames shipped_metrics();

/// Reads a scenario with its bases, applies `--set` overrides and resolves all parameters.
///
/// path       a TOML file, as the user wrote it; `base` may only lead to files in its folder or below
/// overrides  "key=value", as after `--set`; keys of `[run]` are taken too (`--engine x` is "engine=x"); of two
///            overrides of one key the later one holds
/// errors     every fault of all files and overrides in one pass: the scenario first, then its bases, then the
///            overrides, each in line order; where they have none, every fault of the shoe, the surface and the other
///            model files they name; never throws
tl::expected<Scenario, Diagnostics> read_scenario(const std::filesystem::path& path,
                                                  std::span<const std::string> overrides = {},
                                                  const MetricNames& metrics = shipped_metrics());

/// The scenario files a command line names: a file stands for itself, a folder for all *.toml below it but plans
/// (*.plan.toml) and designs of sweeps (*.design.toml), sorted. A name ("forefoot") stands for the scenario of that name: see
/// scenario_path().
/// errors: a path that does not exist, a folder without scenarios.
tl::expected<std::vector<std::filesystem::path>, Diagnostics> find_scenarios(std::span<const std::string> paths);

}  // namespace stridelab
