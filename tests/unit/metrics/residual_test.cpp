#include "metrics/residual.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace stridelab {
namespace {

constexpr double duty = 0.5;  ///< share of the stride one foot is down: no flight, no double support

/// A point mass that bounces twice per stride; the foot that is down pushes `scale` times what Newton asks for.
StrideRecord bouncing(double scale, double slope_rad) {
  StrideRecord record;
  record.body.mass_kg = 70.0;
  record.form.slope_rad = slope_rad;
  record.period_s = 0.7;
  for (LegRecord& leg : record.leg) leg.grid.resize(record_samples);
  for (int i = 0; i < record_samples; ++i) {
    const double phase = static_cast<double>(i) / record_samples;
    const double w = 4.0 * std::numbers::pi;
    const double w_s = w / record.period_s;
    const Vec3 path(0.01 * std::sin(w * phase), 1.0 + 0.03 * std::cos(w * phase), 0.0);
    const Vec3 acceleration = -w_s * w_s * (path - Vec3(0.0, 1.0, 0.0));
    const Vec3 gravity = -gravity_m_s2 * Vec3(std::sin(slope_rad), std::cos(slope_rad), 0.0);
    record.com_m.push_back(path);
    record.ground_force_n.emplace_back(scale * record.body.mass_kg * (acceleration - gravity));
    // Each leg's grid counts from its own touch-down.
    const bool right = phase < duty;
    const int sample = right ? i : i - record_samples / 2;
    record.leg[right ? 0 : 1].grid[static_cast<std::size_t>(sample)][quantity("vertical_force_n")] = 700.0;
  }
  return record;
}

TEST(Residual, VanishesWhereForceAndPathAgree) {
  for (const double slope_rad : {0.0, -0.15, 0.15}) {
    const StrideRecord record = bouncing(1.0, slope_rad);
    EXPECT_LT(residual_force_peak_n(record), 1e-5 * record.body_weight_n()) << slope_rad;
  }
}

TEST(Residual, FindsOnePercentOfMissingForce) {
  const StrideRecord record = bouncing(1.01, 0.0);
  double largest_n = 0.0;
  for (const Vec3& force : record.ground_force_n) largest_n = std::max(largest_n, force.norm());
  EXPECT_NEAR(residual_force_peak_n(record), largest_n * 0.01 / 1.01, 0.02);
}

/// The path turns by a speed step between the samples before and at `from`, and jumps back where the stride closes.
StrideRecord kinked(int from) {
  StrideRecord record = bouncing(1.0, 0.0);
  for (int i = from; i < record_samples; ++i) record.com_m[static_cast<std::size_t>(i)].y() += 1e-3 * (i - from + 0.5);
  return record;
}

TEST(Residual, LooksAtNoTripleAcrossAnEvent) {
  const double body_weight_n = bouncing(1.0, 0.0).body_weight_n();
  EXPECT_LT(residual_force_peak_n(kinked(record_samples / 2)), 1e-5 * body_weight_n);
  EXPECT_GT(residual_force_peak_n(kinked(record_samples / 4)), body_weight_n);
}

}  // namespace
}  // namespace stridelab
