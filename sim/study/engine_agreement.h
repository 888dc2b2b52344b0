#pragma once

#include <string>
#include <vector>

#include "metrics/metrics.h"

namespace stridelab {

/// Where a forward run left the stride it carries out by more than the engines usually part, a sentence each: both values,
/// the tolerance, which engine to believe and why. Empty where they tell one story. A value that one of them does not have is
/// not compared.
///
/// stride, forward  of the same form; mean of the averaged steps
/// source           models/gait/engine_agreement.toml
/// errors           InvalidModelFiles if the file is missing or broken
std::vector<std::string> engine_differences(const MetricValues& stride, const MetricValues& forward);

}  // namespace stridelab
