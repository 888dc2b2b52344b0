#include "forward/torque_noise.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace stridelab {
namespace {

const JointStrength& strength() {
  static const JointStrength adult{Body{}, 1.0};
  return adult;
}

constexpr double percent = 2.0;
constexpr int n_samples = 20000;

/// A long record at steps of one joint's correlation time, after 20 of them to forget the start at zero.
std::vector<CoordinateVector> record(double dt_s, std::uint64_t seed) {
  TorqueNoise noise(strength(), percent, seed);
  for (int i = static_cast<int>(2.0 / dt_s); i > 0; --i) noise.next(dt_s);
  std::vector<CoordinateVector> out;
  for (int i = 0; i < n_samples; ++i) out.push_back(noise.next(dt_s));
  return out;
}

double correlation(const std::vector<CoordinateVector>& x, int i, int j, std::size_t lag) {
  double sum = 0.0, left = 0.0, right = 0.0;
  for (std::size_t n = 0; n + lag < x.size(); ++n) {
    sum += x[n](i) * x[n + lag](j);
    left += x[n](i) * x[n](i);
    right += x[n + lag](j) * x[n + lag](j);
  }
  return sum / std::sqrt(left * right);
}

TEST(TorqueNoise, IsZeroAtZeroPercent) {
  TorqueNoise noise(strength(), 0.0, 1);
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(noise.next(1e-3).isZero(0.0));
}

TEST(TorqueNoise, RepeatsWithItsSeedAndOnlyWithIt) {
  TorqueNoise one(strength(), percent, 5), same(strength(), percent, 5), other(strength(), percent, 6);
  for (int i = 0; i < 50; ++i) {
    const CoordinateVector x = one.next(1e-3);
    EXPECT_EQ(x, same.next(1e-3));
    EXPECT_NE(x, other.next(1e-3));
  }
}

// Box-Muller and polar methods make two numbers at a time: a copy must take the one that waits along.
TEST(TorqueNoise, CopyGoesOnAsTheOriginal) {
  for (int drawn = 1; drawn <= 4; ++drawn) {
    TorqueNoise original(strength(), percent, 5);
    for (int i = 0; i < drawn; ++i) original.next(1e-3);
    TorqueNoise copy = original;
    for (int i = 0; i < 50; ++i) EXPECT_EQ(original.next(1e-3), copy.next(1e-3));
  }
}

// Standard deviation from n samples that are correlated by r per step: relative error 1 / sqrt(2 n (1 - r^2)/(1 + r^2))
// = 0.57 % at r = 1/e; 19 joints, five of it.
TEST(TorqueNoise, DeviatesByItsShareOfStrength) {
  const auto samples = record(0.1, 11);
  for (int i = 0; i < n_coordinates; ++i) {
    double square = 0.0;
    for (const CoordinateVector& x : samples) square += x(i) * x(i);
    const double expected = 0.01 * percent * std::max(strength().up_nm(i), strength().down_nm(i));
    EXPECT_NEAR(std::sqrt(square / n_samples), expected, 0.029 * expected) << i;
    EXPECT_EQ(expected > 0.0, i >= lumbar_extension);  // muscles have noise, the pelvis has no muscles
  }
}

// exp(-t / 0.1 s), whatever the step. Error of a correlation near 1/e from n samples: at most sqrt((1 + 2 sum r^2) / n)
// = 1.1 % at steps of 0.1 s, 2.3 % at 20 ms (5 steps a correlation time); three of it.
TEST(TorqueNoise, ForgetsWithItsCorrelationTime) {
  const auto coarse = record(0.1, 12), fine = record(0.02, 13);
  for (const int i : {hip_flexion_r, knee_angle_l, lumbar_bending}) {
    EXPECT_NEAR(correlation(coarse, i, i, 1), std::exp(-1.0), 0.033);
    EXPECT_NEAR(correlation(fine, i, i, 5), std::exp(-1.0), 0.07);
    EXPECT_NEAR(correlation(fine, i, i, 1), std::exp(-0.2), 0.03);
  }
}

// Joints wander on their own: 1 / sqrt(n) x sqrt((1 + r^2)/(1 - r^2)) = 0.8 %, five of it for 36 pairs.
TEST(TorqueNoise, JointsAreIndependent) {
  const auto samples = record(0.1, 14);
  for (int i = hip_flexion_r; i < hip_flexion_r + 9; ++i)
    for (int j = i + 1; j < hip_flexion_r + 9; ++j) EXPECT_NEAR(correlation(samples, i, j, 0), 0.0, 0.04);
}

}  // namespace
}  // namespace stridelab
