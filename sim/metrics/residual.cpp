#include "metrics/residual.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

std::size_t wrapped(int i) { return static_cast<std::size_t>((i + record_samples) % record_samples); }

/// Bits of the feet that press on the ground at a sample.
int contacts(const StrideRecord& record, int i) {
  const int left = i + record_samples / 2;
  return (record.of(Side::right).at(quantity("vertical_force_n"), i) != 0.0 ? 1 : 0) +
         (record.of(Side::left).at(quantity("vertical_force_n"), left) != 0.0 ? 2 : 0);
}

bool between_events(const StrideRecord& record, int i) {
  return contacts(record, i - 1) == contacts(record, i) && contacts(record, i) == contacts(record, i + 1);
}

/// (before, middle, after) with Numerov's weights.
Vec3 average(const std::vector<Vec3>& curve, int i) {
  return (curve[wrapped(i - 1)] + 10.0 * curve[wrapped(i)] + curve[wrapped(i + 1)]) / 12.0;
}

}  // namespace

double residual_force_peak_n(const StrideRecord& record) {
  const double step_s = record.period_s / record_samples;
  const double slope_rad = record.form.slope_rad;
  const Vec3 gravity = -gravity_m_s2 * Vec3(std::sin(slope_rad), std::cos(slope_rad), 0.0);
  double peak_n = 0.0;
  for (int i = 0; i < record_samples; ++i) {
    if (!between_events(record, i)) continue;
    const auto& x = record.com_m;
    const Vec3 acceleration = (x[wrapped(i + 1)] - 2.0 * x[wrapped(i)] + x[wrapped(i - 1)]) / (step_s * step_s);
    const Vec3 missing_n = record.body.mass_kg * (acceleration - gravity) - average(record.ground_force_n, i);
    peak_n = std::max(peak_n, missing_n.norm());
  }
  return peak_n;
}

}  // namespace stridelab
