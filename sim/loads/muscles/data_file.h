#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "core/diagnostics.h"

namespace stridelab {

/// A TOML file of numbers that is read entry by entry; collects every fault instead of stopping at the first.
class DataFile {
 public:
  explicit DataFile(const std::filesystem::path& file);

  /// Keys that a table (or the file itself: "") may hold; all others are faults.
  void allow(std::string_view table, std::span<const std::string_view> keys);

  /// A number at a path such as "units.soleus.pennation_deg"; a fault and 0 where it is missing or outside low .. high.
  double number(std::string_view path, double low, double high);

  /// The node at a path; null and a fault that wants `what` where it is missing.
  const toml::array* array(std::string_view path, std::string_view what);

  void fault(const toml::node* at, std::string message, std::string help = {});

  /// What is wrong with the file, in the order of its lines; what is missing from everywhere comes first.
  Diagnostics faults();

 private:
  void place_fault(const toml::source_position& where, std::string message, std::string help);

  std::string file_;
  toml::table root_;
  bool parsed_ = false;  ///< a file that is no TOML has that one fault only
  Diagnostics faults_;
};

}  // namespace stridelab
