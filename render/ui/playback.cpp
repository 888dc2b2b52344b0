#include "render/ui/playback.h"

#include <algorithm>
#include <cmath>

#include "metrics/stance.h"

namespace stridelab::view {

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

void Playback::advance(double real_s, double period_s) {
  if (led_to_ || !playing_ || !(period_s > 0.0) || std::isnan(real_s)) return;
  constexpr double longest_s = 0.25;
  const double moved = std::clamp(real_s, 0.0, longest_s) * rate_ / period_s;
  strides_ += moved;
  phase_ = wrapped_phase(phase_ + moved);
}

void Playback::set_rate(double rate) {
  if (!std::isnan(rate)) rate_ = std::clamp(rate, rates.back(), rates.front());
}

void Playback::scrub(double phase) {
  if (!std::isfinite(phase)) return;
  playing_ = false;
  phase_ = wrapped_phase(phase);
}

void Playback::lead(double phase) {
  if (!std::isfinite(phase)) return;
  phase_ = wrapped_phase(phase);
  led_to_ = phase_;
}

void Playback::step(int samples) { scrub(phase_ + static_cast<double>(samples) / steps_per_stride); }

}  // namespace stridelab::view
