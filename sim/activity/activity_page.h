#pragma once

#include <string>
#include <vector>

#include "activity/activity_report.h"

namespace stridelab {

/// One self-contained page of an activity, no network, light and dark: what was run, the course with the kneecap's load
/// along it, the tables of the text, notes. Valid HTML 5; no coordinates.
std::string activity_page(const std::vector<ActivityReport>& reports, const RegionMap& map);

}  // namespace stridelab
