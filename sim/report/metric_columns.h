#pragma once

#include <optional>
#include <string>

#include "metrics/metrics.h"
#include "report/console_style.h"
#include "study/change.h"

namespace stridelab {

/// One or two columns of numbers and their change, grouped by heading; the key stands beside where there is room.
///
/// b  the run itself; a  what it is compared with, null for a single column of values
std::string metric_rows(const MetricValues* a, const MetricValues& b, const ConsoleStyle& style);

}  // namespace stridelab
