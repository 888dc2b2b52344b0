#pragma once

#include <tl/expected.hpp>

#include "core/diagnostics.h"
#include "forward/live_command.h"
#include "scenario/resolve.h"

namespace stridelab::view {

/// Who runs and on what, for a live session: shoe and surface as they meet the ground under this body.
///
/// errors  shoe and surface files that cannot be read
tl::expected<LiveRunner, Diagnostics> live_runner(const RunInputs& inputs);

}  // namespace stridelab::view
