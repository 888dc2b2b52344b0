#pragma once

#include "regions/usual_ranges.h"
#include "scenario/resolve.h"

namespace stridelab {

/// What ordinary runs a run of these inputs is compared with.
RunConditions run_conditions(const RunInputs& inputs, bool is_forward);

}  // namespace stridelab
