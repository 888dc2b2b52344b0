#pragma once

#include "training/plan_report.h"

namespace stridelab {

/// Compares a check with what was found; a quantity of a missing tissue fails with its reason.
CheckResult evaluate_plan_check(const Check& check, const PlanReport& report);

}  // namespace stridelab
