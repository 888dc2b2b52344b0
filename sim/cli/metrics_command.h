#pragma once

#include "cli/console.h"

namespace stridelab {

/// `stridelab metrics [--json]`: every metric key with unit, sign, definition and source. Returns the exit code (0).
int metrics_command(bool json, const Console& console);

}  // namespace stridelab
