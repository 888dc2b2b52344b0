#pragma once

#include <vector>

#include "metrics/curves.h"

namespace stridelab {

/// Mean of leg cycles, percent by percent. Every curve is a fixed multiple of its channel, so the mean of the channels
/// gives the mean of the curves.
class CurveMean {
 public:
  /// A cycle of curve_samples values, 0 .. 100 %.
  void add(const std::vector<LegValues>& cycle);

  /// All curves of curve_table(); none when nothing was added.
  [[nodiscard]] std::vector<Curve> curves(const Body& body) const;

 private:
  std::vector<LegValues> sum_;
  int count_ = 0;
};

}  // namespace stridelab
