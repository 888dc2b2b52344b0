#include "tuning/random_forms.h"

#include <cmath>
#include <random>

#include "gait/synthesise.h"

namespace stridelab {

std::vector<Stride> random_strides(std::uint64_t seed, int count) {
  std::mt19937_64 random(seed);
  auto between = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random() >> 11) * 0x1.0p-53;
  };
  std::vector<Stride> strides;
  while (static_cast<int>(strides.size()) < count) {
    Body body;
    Form form;
    form.speed_m_s = between(2.0, 5.0);
    form.cadence_spm = between(150.0, 200.0);
    form.foot_strike_rad = between(-10.0, 20.0) * rad_per_deg;
    form.slope_rad = std::atan(between(-0.10, 0.10));
    form.hip_strength = between(0.5, 1.2);
    form.trunk_lean_rad = between(0.0, 12.0) * rad_per_deg;
    form.step_width_m = between(0.01, 0.10);
    body.mass_kg = between(50.0, 95.0);
    body.height_m = between(1.55, 1.95);
    body.sex = between(0.0, 1.0) < 0.5 ? Sex::male : Sex::female;
    if (auto stride = synthesise(body, form)) strides.push_back(*stride);
  }
  return strides;
}

}  // namespace stridelab
