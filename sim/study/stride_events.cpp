#include "study/stride_events.h"

#include <cmath>

#include "metrics/stance.h"

namespace stridelab {

double wrapped_phase(double phase) {
  const double inside = phase - std::floor(phase);
  return inside < 1.0 ? inside : 0.0;  // a tiny negative phase rounds up to 1
}

double StrideEvents::at(StrideEvent event) const {
  if (event == StrideEvent::contact) return contact;
  return event == StrideEvent::toe_off ? toe_off : peak_load;
}

StrideEvents stride_events(const StrideRecord& record) {
  const LegRecord& leg = record.of(Side::right);
  return {wrapped_phase(leg.touch_down_phase + leg.contact_phase),
          wrapped_phase(leg.touch_down_phase + stance_maximum(leg, quantity("pfj_force_n")).phase),
          wrapped_phase(leg.touch_down_phase + leg.toe_off_phase)};
}

}  // namespace stridelab
