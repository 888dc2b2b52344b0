#pragma once

#include <filesystem>
#include <vector>

#include "scenario/scenario_file.h"

namespace stridelab {

/// Reads a scenario and all its bases: the scenario first, the bottom of the chain last.
///
/// A base lies in the folder of the file that names it, or below: a scenario folder can be copied whole, and a scenario
/// from a stranger reads nothing else. Faults go to `faults`; the files that could be read are returned.
std::vector<ScenarioFile> read_base_chain(const std::filesystem::path& path, const MetricNames& metrics,
                                          Diagnostics& faults);

}  // namespace stridelab
