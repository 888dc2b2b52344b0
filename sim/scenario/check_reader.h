#pragma once

#include <toml++/toml.h>

#include <vector>

#include "core/diagnostics.h"
#include "scenario/scenario.h"
#include "scenario/source_file.h"

namespace stridelab {

/// Reads all `[[check]]` entries of a file; one entry may hold several kinds and becomes one Check each.
/// errors  unknown key or metric, no metric, no source, no bounds, a bound that is no number, min above max
std::vector<Check> read_checks(const toml::node& entries, const SourceFile& source, const MetricNames& metrics,
                               Diagnostics& faults);

}  // namespace stridelab
