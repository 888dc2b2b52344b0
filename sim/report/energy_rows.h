#pragma once

#include <string>

#include "metrics/energy.h"
#include "report/console_style.h"

namespace stridelab {

/// Who gave energy to the runner over one stride and where it went, a line each, for `--all`. J, positive gives.
std::string energy_rows(const EnergyAudit& audit, const ConsoleStyle& style);

}  // namespace stridelab
