#pragma once

#include <array>

#include "catalogue/leg_values.h"
#include "gait/stride.h"

namespace stridelab::view {

/// Which engine moves the figure.
enum class Source {
  stride,  ///< the synthesised stride, repeated
  live,    ///< the forward run
};

/// What the figure shows at this instant, from either engine.
struct Moment {
  Source source = Source::stride;
  StrideSample sample;           ///< near the origin: a forward run is brought back as if on a belt
  std::array<LegValues, 2> leg;  ///< 0 right, 1 left
  double phase = 0.0;            ///< 0 .. 1, 0 = right foot down in the plan
  double travelled_m = 0.0;      ///< of the ground under the runner, growing
  bool still = false;            ///< paused
};

}  // namespace stridelab::view
