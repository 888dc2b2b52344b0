#pragma once

#include "forward/live_command.h"
#include "scenario/resolve.h"

namespace stridelab::view {

/// Who runs and on what, for a live session.
LiveRunner live_runner(const RunInputs& inputs);

}  // namespace stridelab::view
