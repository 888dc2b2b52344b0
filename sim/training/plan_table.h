#pragma once

#include <toml++/toml.h>

#include <set>
#include <span>
#include <string_view>

#include "core/diagnostics.h"
#include "scenario/source_file.h"

namespace stridelab {

/// A number key of a plan table and where its value goes.
struct NumberKey {
  std::string_view key;
  double lo, hi;
  std::string_view unit;
  bool whole;
  std::string_view meaning;
  double* target;
};

/// One pass over a plan file: reports at places of the file and reads values the same way everywhere.
class PlanTable {
 public:
  PlanTable(const SourceFile& source, Diagnostics& faults) : source_(source), faults_(faults) {}

  void fault(const Place& place, const Fault& what) { faults_.push_back(source_.at(place, what)); }

  /// Takes a number into its target; wrong type, fraction of a whole number and range are faults.
  void number(const toml::key& key, const toml::node& node, const NumberKey& into);

  /// Takes the key if it is one of `keys`; false if it is none of them.
  bool one_of(const toml::key& key, const toml::node& node, std::span<const NumberKey> keys);

  /// A list of days, each 1 .. 7.
  std::set<int> days(const toml::key& key, const toml::node& node);

  /// A key nobody knows, with the nearest of what may stand there.
  void unknown(const toml::key& key, const toml::node& node, std::string_view where,
               std::span<const std::string_view> candidates);

  [[nodiscard]] const SourceFile& source() const { return source_; }
  [[nodiscard]] Diagnostics& faults() { return faults_; }

 private:
  const SourceFile& source_;
  Diagnostics& faults_;
};

}  // namespace stridelab
