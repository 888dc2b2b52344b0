#pragma once

#include <toml++/toml.h>

#include "core/diagnostics.h"
#include "scenario/source_file.h"
#include "sweep/design.h"

namespace stridelab {

/// Reads how one input varies: { values = [...] }, { min, max }, { min, max, steps }, { mean, sd } or { min, mode, max }.
class FactorReader {
 public:
  FactorReader(const SourceFile& source, const RowModel& model, Diagnostics& faults)
      : source_(source), model_(model), faults_(faults) {}

  Factor read(const toml::key& key, const toml::node& node);

 private:
  void fault(const Place& place, Fault what) { faults_.push_back(source_.at(place, what)); }
  void read_values(const toml::key& key, const toml::node& node, Factor& factor);
  void read_spread(const toml::key& key, const toml::table& table, Factor& factor);

  /// A number of the table that the input itself could have; empty with its fault, or where it is not given.
  std::optional<double> number(const toml::key& key, const toml::table& table, std::string_view name);

  const SourceFile& source_;
  const RowModel& model_;
  Diagnostics& faults_;
};

}  // namespace stridelab
