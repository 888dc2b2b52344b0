#pragma once

#include <string>
#include <vector>

#include "regions/region_load.h"
#include "report/console_style.h"

namespace stridelab {

/// Region by region: the load that stands for it, the usual band, and low, usual or high. Empty without regions.
std::string region_rows(const std::vector<RegionLoad>& run, const ConsoleStyle& style);

/// The same for two runs: both loads, the change in per cent, and where the level changes, from which to which.
/// Both from the same map; empty without regions.
std::string region_change_rows(const std::vector<RegionLoad>& a, const std::vector<RegionLoad>& b,
                               const ConsoleStyle& style);

/// "usual", or "usual -> high" where it changes.
std::string level_change(LoadLevel a, LoadLevel b);

}  // namespace stridelab
