#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "report/console_style.h"
#include "training/plan_report.h"

namespace stridelab {

/// A plan for people: what it is not, distances with bars and rules, states of the tissues, warnings, checks.
std::string plan_text(const PlanReport& report, const ConsoleStyle& style);

/// The `stridelab.plan/1` object of sim/training/plan.schema.json.
nlohmann::ordered_json plan_json(const PlanReport& report);

/// One row per week (header first); the caveat is a column, so that no row travels without it. A tissue without a load
/// has empty cells. Only the header where there is no answer.
std::string plan_csv(const PlanReport& report);

}  // namespace stridelab
