#pragma once

#include <string>
#include <vector>

#include "study/run_report.h"

namespace stridelab {

/// JUnit XML as CI systems read it: a suite per scenario, a case per check (or one case "feasible gait" without
/// checks), a failure with value and range per failed check, an error where there is no feasible gait.
std::string junit_text(const std::vector<RunReport>& reports);

}  // namespace stridelab
