#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics.h"
#include "scenario/layer.h"
#include "scenario/scenario.h"
#include "scenario/source_file.h"

namespace stridelab {

/// One file as read, without its base.
struct ScenarioFile {
  SourceFile source;
  std::string question;
  std::optional<std::string> base;
  Place base_place;
  Layer layer;
  std::vector<Check> checks;
};

/// Reads the TOML of one file; every fault goes to `faults`, in line order, and the rest is still read.
ScenarioFile read_scenario_file(SourceFile source, const MetricNames& metrics, Diagnostics& faults);

}  // namespace stridelab
