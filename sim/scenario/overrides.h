#pragma once

#include <span>
#include <string>

#include "core/diagnostics.h"
#include "scenario/layer.h"

namespace stridelab {

/// Reads "key=value" texts as after `--set` into a layer; every fault goes to `faults` with the file "--set".
Layer read_overrides(std::span<const std::string> overrides, Diagnostics& faults);

}  // namespace stridelab
