#pragma once

#include <cstdint>
#include <vector>

namespace stridelab::view {

/// One stride of the right leg as the forward run made it, for a thin line behind the synthesised curve.
struct LiveStride {
  std::int64_t number = 0;                  ///< rising over the session
  std::vector<std::vector<double>> values;  ///< one row per curve of curve_table(), 101 values over 0 .. 100 %
  /// Soon after a start, another form or a push: a forward report leaves such strides out of its means.
  bool settling = false;
};

}  // namespace stridelab::view
