#pragma once

#include "metrics/stride_record.h"

namespace stridelab {

/// Instants of a step that people jump to.
enum class StrideEvent { contact, peak_load, toe_off };

/// Where these instants lie: phases of the stride, 0 .. 1, of the right leg.
struct StrideEvents {
  double contact = 0.0;    ///< vertical force passes 50 N
  double peak_load = 0.0;  ///< kneecap force is largest
  double toe_off = 0.0;
  [[nodiscard]] double at(StrideEvent event) const;
};

StrideEvents stride_events(const StrideRecord& record);

/// Any phase into 0 .. 1 (1 left out).
double wrapped_phase(double phase);

}  // namespace stridelab
