#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "regions/usual_ranges.h"

namespace stridelab {

// Longest words of a region in tables, in columns of a terminal.
inline constexpr std::size_t region_label_columns = 14;
inline constexpr std::size_t load_name_columns = 17;

/// A metric that stands for the load of a region.
struct RegionMetric {
  std::string key;   ///< of metric_table(), right leg
  std::string name;  ///< a few words for tables, at most load_name_columns: "kneecap pressure"
};

/// A place of the leg that a runner can point at.
struct Region {
  std::string key;                    ///< "front", "outer", ...: what `stridelab explain` takes
  std::string label;                  ///< for tables, at most region_label_columns: "front of knee"
  std::string name;                   ///< for sentences and headings: "front of the knee"
  std::string where;                  ///< which tissues, in one phrase
  std::vector<std::string> words;     ///< how people say it: "pain behind the kneecap"
  std::vector<RegionMetric> metrics;  ///< the first one stands for the region in tables; at least one
};

/// models/regions/leg.toml, with the usual ranges of its loads.
struct RegionMap {
  std::string basis;  ///< of the usual ranges, a phrase: which runs, which share of them
  std::vector<Region> regions;
  UsualRanges usual;

  /// The basis with the kind of a run, and what is held where the kind lies beyond the table.
  [[nodiscard]] std::string basis_for(const RunConditions& conditions) const;
};

/// Reads the region map of the installation (core/model_path.h).
/// errors  every missing or wrong entry, every unknown metric key and every load without usual ranges in one pass
tl::expected<RegionMap, Diagnostics> read_region_map();

/// The same from a named file, with the usual ranges of the installation.
tl::expected<RegionMap, Diagnostics> read_region_map(const std::filesystem::path& file);

/// The region of that key, or null. Spaces, hyphens and underscores are alike ("above_kneecap", "above kneecap").
const Region* find_region(const RegionMap& map, std::string_view key);

/// The known region key nearest in spelling, or empty when nothing is near.
std::string nearest_region(const RegionMap& map, std::string_view key);

}  // namespace stridelab
