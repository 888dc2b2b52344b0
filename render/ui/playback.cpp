#include "render/ui/playback.h"

#include <algorithm>
#include <cmath>

namespace stridelab::view {

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
