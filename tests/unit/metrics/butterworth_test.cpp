#include "metrics/butterworth.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace stridelab {
namespace {

constexpr double rate_hz = 280.0;
constexpr std::size_t n = 200;  // period 0.714 s, so harmonics are multiples of 1.4 Hz

std::vector<double> cosine(int harmonic) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = std::cos(2.0 * std::numbers::pi * harmonic * static_cast<double>(i) / n);
  return x;
}

TEST(Butterworth, GainAtTheCutOffIsMinusThreeDecibel) {
  for (const int harmonic : {7, 20, 50}) {
    const double frequency_hz = harmonic * rate_hz / n;
    const std::vector<double> y = zero_lag_butterworth(cosine(harmonic), rate_hz, frequency_hz);
    EXPECT_NEAR(*std::max_element(y.begin(), y.end()), std::numbers::sqrt2 / 2.0, 1e-9) << frequency_hz;
  }
}

TEST(Butterworth, HasNoLag) {
  const std::vector<double> y = zero_lag_butterworth(cosine(10), rate_hz, 50.0);
  for (std::size_t i = 1; i < n; ++i) EXPECT_NEAR(y[i], y[n - i], 1e-9);
}

TEST(Butterworth, KeepsTheMeanAndStopsTheTop) {
  std::vector<double> x = cosine(90);
  for (double& v : x) v += 3.0;
  const std::vector<double> y = zero_lag_butterworth(x, rate_hz, 10.0);
  for (const double v : y) EXPECT_NEAR(v, 3.0, 1e-3);
}

TEST(Butterworth, DoesNotCareWhereThePeriodStarts) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = i < 64 ? std::sin(std::numbers::pi * static_cast<double>(i) / 64.0) : 0.0;
  std::vector<double> turned = x;
  std::rotate(turned.begin(), turned.begin() + 37, turned.end());
  std::vector<double> y = zero_lag_butterworth(x, rate_hz, 50.0);
  const std::vector<double> y_turned = zero_lag_butterworth(turned, rate_hz, 50.0);
  std::rotate(y.begin(), y.begin() + 37, y.end());
  for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(y[i], y_turned[i], 1e-12);
}

}  // namespace
}  // namespace stridelab
