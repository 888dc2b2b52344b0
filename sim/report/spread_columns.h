#pragma once

#include <string>

#include "report/console_style.h"
#include "study/run_report.h"

namespace stridelab {

/// The metrics of a forward run, both legs, each with its standard deviation over steps; what rests on fewer steps than
/// the rest stands below.
std::string spread_rows(const RunReport& report, const ConsoleStyle& style);

/// Two runs, of which at least one is a forward run: means with their standard deviations (right leg) and the change of
/// means, in per cent, or in the unit of the metric where a percentage says nothing.
///
/// a, b  means; a_spread, b_spread  null for a stride, which has no spread
std::string spread_change_rows(const MetricValues& a, const ForwardResult* a_spread, const MetricValues& b,
                               const ForwardResult* b_spread, const ConsoleStyle& style);

/// Standard deviation of a metric over the averaged steps of a leg; empty with fewer than two of them.
std::optional<double> spread_of(const ForwardResult* result, const MetricName& name);

/// Number of steps behind a mean: 1 for a stride, 0 where the metric is missing in every step.
int steps_behind(const ForwardResult* result, const MetricName& name);

}  // namespace stridelab
