#include "metrics/butterworth.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace stridelab {
namespace {

struct Biquad {
  double b0, b1, b2, a1, a2;
};

/// Bilinear transform with prewarping. Two passes square the gain, so a single pass may only lose sqrt(3 dB) at the
/// cut-off: its own cut-off is wider by (sqrt(2) - 1)^(1/4).
Biquad design(double sample_rate_hz, double cutoff_hz) {
  const double correction = std::pow(std::numbers::sqrt2 - 1.0, 0.25);
  const double w = std::tan(std::numbers::pi * cutoff_hz / sample_rate_hz) / correction;
  const double norm = 1.0 / (1.0 + std::numbers::sqrt2 * w + w * w);
  return {w * w * norm, 2.0 * w * w * norm, w * w * norm, 2.0 * (w * w - 1.0) * norm,
          (1.0 - std::numbers::sqrt2 * w + w * w) * norm};
}

/// One pass in the periodic steady state: laps are run until the start no longer matters (the poles forget a start
/// value by e^-8 per half-width of the impulse response, so a few laps reach rounding).
std::vector<double> pass(const std::vector<double>& x, const Biquad& f) {
  constexpr std::size_t settle_samples = 600;
  const std::size_t n = x.size();
  const std::size_t laps = 1 + (settle_samples + n - 1) / n;
  std::vector<double> y(n);
  double s1 = 0.0;
  double s2 = 0.0;
  for (std::size_t lap = 0; lap <= laps; ++lap) {
    for (std::size_t i = 0; i < n; ++i) {
      y[i] = f.b0 * x[i] + s1;
      s1 = f.b1 * x[i] - f.a1 * y[i] + s2;
      s2 = f.b2 * x[i] - f.a2 * y[i];
    }
  }
  return y;
}

}  // namespace

std::vector<double> zero_lag_butterworth(const std::vector<double>& period, double sample_rate_hz, double cutoff_hz) {
  const Biquad filter = design(sample_rate_hz, cutoff_hz);
  std::vector<double> y = pass(period, filter);
  std::reverse(y.begin(), y.end());
  y = pass(y, filter);
  std::reverse(y.begin(), y.end());
  return y;
}

}  // namespace stridelab
