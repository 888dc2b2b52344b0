#pragma once

#include "cli/exit_code.h"
#include "study/run_report.h"

namespace stridelab {

/// The exit code one answered question stands for.
ExitCode outcome_of(const RunReport& report);

}  // namespace stridelab
