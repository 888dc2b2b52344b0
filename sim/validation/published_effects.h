#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// A change that was measured on runners: one row of models/reference/published_effects.toml, whose head says what
/// the fields mean.
struct PublishedEffect {
  std::string key, family;
  std::vector<std::string> a, b;     ///< settings as after `--set`; `a` is empty for a plain value of b
  std::string metric, kind;          ///< kind: percent, delta or value
  double low = 0.0, high = 0.0;      ///< the band, in the unit of `kind`
  std::string published;             ///< in words
  std::optional<double> value;       ///< the published number; none where a direction alone was published
  std::optional<double> runners;     ///< that were measured, where that is known
  std::optional<double> sd_between;  ///< of the change over them, in the unit of `kind`, where that is known
  std::string source, mechanism;
  std::string origin;     ///< as Evidence words are written: "predicted", "calibrated" or "put in"
  std::string identical;  ///< "every result", "this metric" or empty
  bool null = false;      ///< what was found is that nothing changes

  /// +1 or -1: which way the change was found to go, by its number, else by the middle of its band.
  [[nodiscard]] double direction() const;
};

/// All of them, in the order of the file.
/// errors  every fault of the file
tl::expected<std::vector<PublishedEffect>, Diagnostics> read_published_effects();

}  // namespace stridelab
