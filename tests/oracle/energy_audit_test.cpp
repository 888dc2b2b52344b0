#include <fmt/format.h>
#include <gtest/gtest.h>

#include <iostream>

#include "metrics/energy.h"
#include "metrics/stride_record.h"
#include "support/stride_energy.h"
#include "support/strides.h"

/// The energy that joints and ground give over a stride is the height gained: by the solver's own segments, and against the
/// work of the ground by another way (support/stride_energy.h: places and axes of segments, differences in time).
namespace stridelab {
namespace {

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

EnergyAudit audit_of(const Stride& stride) {
  return energy_audit(record_stride(stride_source(stride), models()).value());
}

/// Slope in radians, speed, strike: what moves the ground's work most.
struct Condition {
  double slope_rad, speed_m_s, strike_rad;
};
const Condition conditions[] = {{0.0, 3.3, 0.21},  {0.0, 2.5, 0.1},    {0.0, 4.5, 0.17},  {0.0, 3.3, -0.1},
                                {0.15, 3.0, 0.21}, {-0.15, 3.0, 0.21}, {0.06, 3.3, 0.21}, {-0.06, 3.3, 0.21}};

Stride solved(const Condition& run) {
  return test::stride_of(test::changed([&](Form& f) {
    f.slope_rad = run.slope_rad;
    f.speed_m_s = run.speed_m_s;
    f.foot_strike_rad = run.strike_rad;
  }));
}

// 200 samples of powers of some 2000 W whose second derivative jumps at four events: the trapezoidal rule misses by about
// P T / 12 / 200^2 x kinks, some hundredths of a joule.
TEST(EnergyAudit, ClosesToATenthOfAJouleOnLevelAndSlopes) {
  for (const Condition& run : conditions) {
    const EnergyAudit a = audit_of(solved(run));
    std::cout << fmt::format(
        "slope {:+.2f} rad, {} m/s: ground {:+.1f} J, legs {:+.1f}, joints {:+.1f}, climb {:+.1f}, "
        "not accounted for {:+.4f}\n",
        run.slope_rad, run.speed_m_s, a.ground_j, a.legs_j(), a.joints_j(), a.climb_j, a.imbalance_j());
    EXPECT_LT(std::abs(a.imbalance_j()), 0.1) << run.slope_rad << " " << run.speed_m_s;
    EXPECT_GT(std::abs(a.knee_j), 10.0) << "nothing was added up";
  }
}

// The ground's work from velocities by differences of places. Below 2 % BW the other way lets a scheduled pressure point
// stand in for the real one: 0.2 J, as in muscle_power_test.cpp.
TEST(EnergyAudit, KnowsTheWorkOfTheGroundAsPlacesOfSegmentsDo) {
  for (const Condition& run : {conditions[0], conditions[4], conditions[5]}) {
    const Stride stride = solved(run);
    const test::StrideEnergy energy(stride);
    constexpr int n = 1000;
    double work_j = 0.0;
    for (int i = 0; i < n; ++i) work_j += energy.ground_w((i + 0.5) / n) * stride.period_s() / n;
    EXPECT_NEAR(audit_of(stride).ground_j, work_j, 0.2) << run.slope_rad;
  }
}

}  // namespace
}  // namespace stridelab
