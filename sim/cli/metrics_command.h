#pragma once

#include "cli/console.h"

namespace stridelab {

/// `stridelab metrics [--json]`: every metric key with meaning, unit, sign, definition and source. Returns the exit
/// code: 0, or 2 where the texts of models/guidance cannot be read.
int metrics_command(bool json, const Console& console);

}  // namespace stridelab
