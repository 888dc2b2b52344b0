#pragma once

#include "metrics/metrics.h"
#include "metrics/stance.h"

namespace stridelab {

/// The value of a metric that is a reduction of a quantity, in the unit of its row, or the reason why there is none.
/// errors  none (pure function)
MetricValue reduce(const MetricRow& row, const StrideRecord& record, const LegRecord& leg, const LoadModels& models);

}  // namespace stridelab
