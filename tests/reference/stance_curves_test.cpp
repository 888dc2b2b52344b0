#include <gtest/gtest.h>

#include <iostream>

#include "support/reference_curves.h"
#include "support/reference_runner.h"

/// Ground forces, angles and joint moments over stance against 26 runners at two speeds.
namespace stridelab {
namespace {

struct Agreement {
  double share = 0.0;  ///< of samples inside one SD
  double rms = 0.0, peak = 0.0, reference_peak = 0.0;
};

// Contact is a force above 50 N: at its very ends force and pressure point are noise, so 4 .. 96 % count.
Agreement compare(const Stride& stride, const std::string& name, const test::ReferenceCurve& reference) {
  const test::Contact contact = test::measured_contact(stride);
  Agreement a{0.0, 0.0, -1e300, -1e300};
  int count = 0;
  for (const test::ReferencePoint& p : reference) {
    if (p.percent < 4.0 || p.percent > 96.0) continue;
    const double phase = contact.begin + 0.01 * p.percent * (contact.end - contact.begin);
    const double value = test::quantity(stride.at(phase), stride.body(), name);
    a.share += std::abs(value - p.mean) <= p.sd ? 1.0 : 0.0;
    a.rms += (value - p.mean) * (value - p.mean);
    a.peak = std::max(a.peak, value);
    a.reference_peak = std::max(a.reference_peak, p.mean);
    ++count;
  }
  a.share /= count;
  a.rms = std::sqrt(a.rms / count);
  return a;
}

class StanceCurves : public ::testing::TestWithParam<double> {};

// One SD of runners holds two thirds of them; a runner who is inside nine tenths of the time, averaged over these
// curves, is one of them. No single curve may be a stranger: half of its samples.
TEST_P(StanceCurves, LieInsideOneStandardDeviation) {
  const Stride stride = test::reference_stride(GetParam());
  double mean = 0.0;
  std::cout << fmt::format("{} m/s: share inside one SD, RMS difference, peak (reference)\n", GetParam());
  const auto curves = test::stance_curves(GetParam());
  for (const auto& [name, reference] : curves) {
    const Agreement a = compare(stride, name, reference);
    std::cout << fmt::format("  {:<36} {:5.1f} %  {:6.3f}  {:6.2f} ({:.2f})\n", name, 100.0 * a.share, a.rms, a.peak,
                             a.reference_peak);
    EXPECT_GE(a.share, 0.5) << name;
    mean += a.share / static_cast<double>(curves.size());
  }
  std::cout << fmt::format("  {:<36} {:5.1f} %\n", "mean of all", 100.0 * mean);
  EXPECT_GE(mean, 0.90);
}

// Contact time is a regression on these runners, 267.5 and 222.3 ms between the crossings of 50 N. It misses the slower
// one by 2 ms, and the solver may trade some more for balance: 5 ms, a third of the spread between runners.
TEST_P(StanceCurves, ContactLastsAsLong) {
  const Stride stride = test::reference_stride(GetParam());
  const test::Contact contact = test::measured_contact(stride);
  EXPECT_NEAR((contact.end - contact.begin) * stride.period_s(), GetParam() < 3.0 ? 0.2675 : 0.2223, 0.005);
}

INSTANTIATE_TEST_SUITE_P(Speeds, StanceCurves, ::testing::Values(2.5, 3.5));

}  // namespace
}  // namespace stridelab
