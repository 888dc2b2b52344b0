#pragma once

#include <ostream>

#include "render/app/fault.h"
#include "render/app/options.h"
#include "render/app/show.h"

namespace stridelab::view {

/// Draws options.frame_times pictures as fast as they come and writes to `out` how long they took and how much memory
/// was in use before and after: of the figure alone, or of the whole window with options.panel, moved by the stride or by
/// the forward run at full speed.
Done measure_frame_times(Show& show, const Options& options, std::ostream& out);

}  // namespace stridelab::view
