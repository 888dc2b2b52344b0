#pragma once

#include "regions/usual_ranges.h"
#include "scenario/resolve.h"

namespace stridelab {

/// What ordinary runs a run of these inputs is compared with.
RunKind run_kind(const RunInputs& inputs, bool is_forward);

}  // namespace stridelab
