#pragma once

#include <vector>

#include "training/plan.h"
#include "training/plan_table.h"

namespace stridelab {

/// Reads all `[[week]]` entries in order; `repeat` gives several weeks. An entry without runs is a week of rest.
/// errors  unknown key, wrong type, outside its range, a run on a rest day, contradictory changes; to `table`
std::vector<PlanWeek> read_weeks(const toml::node& entries, PlanTable& table);

/// Reads `[weeks]`, a plan by a rule.
std::vector<PlanWeek> read_week_rule(const toml::table& rule, const Place& place, PlanTable& table);

/// A plan is at most this long.
constexpr std::size_t most_weeks = 104;

}  // namespace stridelab
