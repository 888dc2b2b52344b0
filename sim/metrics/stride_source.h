#pragma once

#include <functional>

#include "gait/stride.h"
#include "loads/side.h"

namespace stridelab {

/// The runner at any phase of a stride (0 = right foot contact, 0.5 = left foot contact, period 1).
using PhaseSampler = std::function<StrideSample(double phase)>;

/// Everything metrics need to know of a stride, whoever made it: the synthesis, a recording, a test.
struct StrideSource {
  Body body;
  Form form;
  double period_s = 0.0;  ///< of one stride, two steps
  StrideQuality quality;
  PhaseSampler at;
  bool symmetric = false;             ///< the left leg does exactly what the right one does, half a stride later
  std::optional<LeftSide> left = {};  ///< where it differs from body and form, which are the right side's

  /// The person and the form as the leg of a side has them.
  [[nodiscard]] const Body& body_of(Side side) const { return side == Side::left && left ? left->body : body; }
  [[nodiscard]] const Form& form_of(Side side) const { return side == Side::left && left ? left->form : form; }
};

/// The source of a synthesised stride; shares its coefficients.
StrideSource stride_source(const Stride& stride);

}  // namespace stridelab
