#pragma once

#include <string>
#include <vector>

#include "regions/region_load.h"
#include "report/console_style.h"

namespace stridelab {

// The places of the leg in plain words, a line each. From 80 columns on with numbers and units, below that what changes
// and how it lies to what is usual, in 40.

/// Of one run: load, usual range and level.
std::string place_rows(const std::vector<RegionLoad>& run, const ConsoleStyle& style);

/// B beside A: both loads, change, and the level of B ("now high" where A's was another).
std::string place_change_rows(const std::vector<RegionLoad>& a, const std::vector<RegionLoad>& b,
                              const ConsoleStyle& style);

/// Any number of forms: the load of the first, and the change of every other, under the letters A, B, C, ...
/// forms  at least one; of one map
std::string place_form_rows(const std::vector<const std::vector<RegionLoad>*>& forms, const ConsoleStyle& style);

}  // namespace stridelab
