#include <gtest/gtest.h>

#include <complex>
#include <iostream>
#include <numbers>

#include "support/reference_curves.h"
#include "support/reference_runner.h"

/// Swing: the legs' moments are those of swinging, not of a solver that rings.
namespace stridelab {
namespace {

constexpr int samples = 400;

struct Moment {
  const char* column;  ///< of the gait-cycle file
  const char* curve;
};
constexpr Moment moments[] = {{"hip_extension", "hip_extension_moment_nm_kg"},
                              {"knee_extension", "knee_extension_moment_nm_kg"}};

/// One stride from measured contact, Nm/kg.
std::vector<double> over_the_cycle(const Stride& stride, const char* curve) {
  const double contact = test::measured_contact(stride).begin;
  std::vector<double> y;
  for (int i = 0; i < samples; ++i)
    y.push_back(test::quantity(stride.at(contact + static_cast<double>(i) / samples), stride.body(), curve));
  return y;
}

/// What is left of a periodic signal above a frequency, by its Fourier series.
std::vector<double> above(const std::vector<double>& y, double period_s, double cut_hz) {
  std::vector<double> rest(y.size(), 0.0);
  const auto n = static_cast<double>(y.size());
  for (std::size_t h = static_cast<std::size_t>(cut_hz * period_s) + 1; h < y.size() / 2; ++h) {
    std::complex<double> sum = 0.0;
    const double turn = 2.0 * std::numbers::pi * static_cast<double>(h) / n;
    for (std::size_t i = 0; i < y.size(); ++i) sum += y[i] * std::polar(1.0, -turn * static_cast<double>(i));
    for (std::size_t i = 0; i < y.size(); ++i)
      rest[i] += 2.0 / n * (sum * std::polar(1.0, turn * static_cast<double>(i))).real();
  }
  return rest;
}

class SwingMoments : public ::testing::TestWithParam<double> {
 protected:
  Stride stride_ = test::reference_stride(GetParam());
  double toe_off_ = GetParam() < 3.0 ? 0.359 : 0.317;

  /// Swing, two per cent away from both contacts, whose flanks belong to stance.
  [[nodiscard]] bool swing(std::size_t i) const {
    const double phase = static_cast<double>(i) / samples;
    return phase > toe_off_ + 0.02 && phase < 0.98;
  }
};

// Swinging is a matter of 1.5 to 6 Hz; people's joint moments hold next to nothing above 15 Hz, and data cannot show
// it. 0.15 Nm/kg is a tenth of the swing peaks; a solver that rings at the other foot's contact makes 1 and more.
TEST_P(SwingMoments, DoNotRing) {
  for (const Moment& moment : moments) {
    const std::vector<double> rest = above(over_the_cycle(stride_, moment.curve), stride_.period_s(), 15.0);
    double sum = 0.0;
    int count = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (!swing(i)) continue;
      sum += rest[i] * rest[i];
      ++count;
    }
    const double rms = std::sqrt(sum / count);
    std::cout << fmt::format("{} m/s {:<15} above 15 Hz in swing: {:.3f} Nm/kg\n", GetParam(), moment.column, rms);
    EXPECT_LT(rms, 0.15) << moment.column;
  }
}

// Swing moments follow the runners' within a quarter of their own range, RMS: the same bursts at the same times. The
// share inside two SD, which is narrow in slow swing (0.05 to 0.1 Nm/kg), is shown beside it.
TEST_P(SwingMoments, FollowTheRunners) {
  for (const Moment& moment : moments) {
    const test::ReferenceCurve reference = test::cycle_moment(moment.column, GetParam());
    const std::vector<double> y = over_the_cycle(stride_, moment.curve);
    double squares = 0.0, low = 1e300, high = -1e300;
    int inside = 0, count = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      if (!swing(i)) continue;
      const test::ReferencePoint p = test::at_percent(reference, 100.0 * static_cast<double>(i) / samples);
      squares += (y[i] - p.mean) * (y[i] - p.mean);
      low = std::min(low, p.mean);
      high = std::max(high, p.mean);
      inside += std::abs(y[i] - p.mean) <= 2.0 * p.sd ? 1 : 0;
      ++count;
    }
    const double rms = std::sqrt(squares / count);
    std::cout << fmt::format("{} m/s {:<15} in swing: RMS difference {:.3f} of {:.2f} Nm/kg, {:.1f} % inside two SD\n",
                             GetParam(), moment.column, rms, high - low, 100.0 * inside / count);
    EXPECT_LT(rms, 0.25 * (high - low)) << moment.column;
  }
}

INSTANTIATE_TEST_SUITE_P(Speeds, SwingMoments, ::testing::Values(2.5, 3.5));

}  // namespace
}  // namespace stridelab
