#pragma once

#include <vector>

#include "metrics/curves.h"

namespace stridelab {

/// Mean of leg cycles, percent by percent. Every curve is a fixed multiple of its quantity, so the mean of the quantities
/// gives the mean of the curves.
class CurveMean {
 public:
  /// A stride of curve_samples instants, 0 .. 100 %: right leg, left leg.
  void add(const std::array<std::vector<LegValues>, 2>& cycle);

  /// All curves of curve_names(); none when nothing was added.
  [[nodiscard]] std::vector<Curve> curves(const Body& body) const;

 private:
  std::array<std::vector<LegValues>, 2> sum_;
  int count_ = 0;
};

}  // namespace stridelab
