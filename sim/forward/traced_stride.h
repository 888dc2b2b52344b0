#pragma once

#include <memory>

#include "gait/stride.h"

namespace stridelab {

/// A stride and how it was solved, so that a log can say so and a replay can do it again.
struct TracedStride {
  Stride stride;
  std::shared_ptr<const TracedStride> neighbour;  ///< of a preview: what synthesise_from() began at; null: synthesise()
};

}  // namespace stridelab
