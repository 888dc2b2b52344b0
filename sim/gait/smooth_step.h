#pragma once

#include <algorithm>

namespace stridelab {

/// 0 up to x = 0, 1 from x = 1 on, slope zero at both.
inline double smooth_step(double x) {
  const double u = std::clamp(x, 0.0, 1.0);
  return u * u * (3.0 - 2.0 * u);
}

}  // namespace stridelab
