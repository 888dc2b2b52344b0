#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/parameter_builder.h"
#include "scenario/scenario.h"
#include "scenario/source_file.h"

namespace stridelab {

/// A value as a person wrote it in a file or after `--set`.
struct GivenValue {
  enum class Kind { number, text, other } kind = Kind::other;
  double number = 0.0;
  bool whole = false;  ///< a number written without a fraction
  std::string text;
  std::string shown;  ///< as a message quotes it: 410, "fast", true
};

/// All that one file or one command line sets, each value checked, with its place.
struct Layer {
  struct Entry {
    Assignment assignment;
    Place place;
    std::string written = {};  ///< the key as a person wrote it: "pace" for speed_m_s
  };
  std::vector<Entry> parameters;
  std::vector<Assignment> run;  ///< keys of `[run]`

  [[nodiscard]] std::vector<Assignment> assignments() const;

  /// Those of the parameters, then those of `[run]`.
  [[nodiscard]] std::vector<Assignment> all() const;
};

/// Takes one key = value into the layer; a later value of the same key replaces an earlier one.
///
/// table  the table it stands in, for example "form"; "" where there are no tables (`--set`)
/// errors unknown key, key of a later version, wrong table, wrong type, not finite, outside its range, one quantity under
///        two keys (pace and speed_m_s)
std::optional<Fault> take(Layer& layer, std::string_view table, std::string_view key, const GivenValue& value,
                          const Place& place);

/// "did you mean cadence_spm?" and what to do otherwise.
std::string spelling_help(std::string_view word, std::span<const std::string_view> candidates,
                          std::string_view otherwise);

/// Puts the `[run]` keys of a layer into the settings.
void apply_run(const Layer& layer, RunSettings& settings);

}  // namespace stridelab
