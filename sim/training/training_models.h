#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// A number nobody knows well: low <= mid <= high. Results are computed over all of it.
struct Uncertain {
  double low = 0.0, mid = 0.0, high = 0.0;
  bool operator==(const Uncertain&) const = default;
};

/// One row of models/training/tissues.toml.
struct Tissue {
  std::string key;             ///< "achilles"
  std::string name;            ///< "Achilles tendon"
  std::string heading;         ///< at most 11 columns, for tables
  std::string metric;          ///< its peak per step is the load of a step
  std::string impulse_metric;  ///< load x time per kilometre; empty: the weekly load is steps x peak
  Uncertain exponent;          ///< of damage against load, 1 .. 30
  Uncertain recovery_days;     ///< time constant with which the trace of a day fades, above 0
  Uncertain adaptation_days;   ///< time constant with which tolerance follows the state, above recovery
  std::string source;
};

/// One row of models/training/strengthening.toml.
struct Programme {
  std::string strength;  ///< the parameter it raises: "hip_strength_percent"
  std::string name;      ///< "hip abductors"
  double gain_percent = 0.0;
  double over_weeks = 0.0;  ///< after which the gain was found
  double time_constant_weeks = 0.0;
  double sessions_per_week = 0.0;  ///< with which it was found
  bool published = false;          ///< false: judged
  std::string also;                ///< what else was found, not modelled; may be empty
  std::string source;
};

/// A rule of thumb with its origin.
struct Rule {
  double limit = 0.0;
  std::string source;
};

/// models/training/rules.toml.
struct TrainingRules {
  Rule ten_percent;     ///< % more than the week before
  Rule large_increase;  ///< % more than the week before
  Rule acute_chronic;   ///< week / mean of the weeks before
  int weeks_before = 4;
  Rule low_distance;  ///< km per week
  Rule overreach;     ///< state / tolerance
};

/// All constants of training plans: read once, immutable.
struct TrainingModels {
  std::vector<Tissue> tissues;
  std::vector<Programme> programmes;
  TrainingRules rules;
};

/// Reads the training models of the installation (core/model_path.h).
/// errors  every missing file, missing key, wrong type and impossible range in one pass
tl::expected<TrainingModels, Diagnostics> read_training_models();

/// The same from a named folder with tissues.toml, strengthening.toml and rules.toml.
tl::expected<TrainingModels, Diagnostics> read_training_models(const std::filesystem::path& folder);

}  // namespace stridelab
