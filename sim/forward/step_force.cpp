#include "forward/step_force.h"

#include <cmath>

#include "metrics/butterworth.h"
#include "metrics/landing.h"

namespace stridelab {
namespace {

std::vector<double> filtered(std::span<const StepSample> frames, double interval_s, Side side, QuantityIndex of) {
  std::vector<double> force_n;
  force_n.reserve(frames.size());
  for (const StepSample& s : frames) force_n.push_back(s.leg[static_cast<std::size_t>(index(side))][of]);
  return zero_lag_butterworth(force_n, 1.0 / interval_s, landing_cutoff_hz);
}

}  // namespace

StepForce::StepForce(const StepWindow& window, double start_s, double period_s, Side side)
    : interval_s_(window.interval_s()) {
  const auto frames = window.between(start_s, start_s + period_s);
  first_s_ = frames.front().time_s;
  vertical_n_ = filtered(frames, interval_s_, side, quantity("vertical_force_n"));
  fore_aft_n_ = filtered(frames, interval_s_, side, quantity("fore_aft_force_n"));
}

LegValues StepForce::shown(LegValues values, double time_s) const {
  values[quantity("vertical_force_n")] = vertical_n(time_s);
  values[quantity("fore_aft_force_n")] = fore_aft_n(time_s);
  return values;
}

/// The cubic through four samples. After the filter and at 1 ms it misses by 2e-4 of what the force has at 50 Hz; a
/// straight line would by 1 %.
double StepForce::at(const std::vector<double>& cycle, double time_s) const {
  const double position = (time_s - first_s_) / interval_s_;
  const double base = std::floor(position);
  const double u = position - base;
  const auto n = static_cast<long>(cycle.size());
  const auto f = [&](long k) {
    const long i = (static_cast<long>(base) + k) % n;
    return cycle[static_cast<std::size_t>(i < 0 ? i + n : i)];
  };
  return -u * (u - 1.0) * (u - 2.0) / 6.0 * f(-1) + (u + 1.0) * (u - 1.0) * (u - 2.0) / 2.0 * f(0) -
         (u + 1.0) * u * (u - 2.0) / 2.0 * f(1) + (u + 1.0) * u * (u - 1.0) / 6.0 * f(2);
}

}  // namespace stridelab
