#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
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
    EXPECT_GT(std::abs(a.knee_j) + std::abs(a.ankle_j), 10.0) << "nothing was added up";
  }
}

// A sole takes a little and gives nothing back that it did not take: 1 J a step is the target, held within half a joule, and the
// limit of 3 J is what a shoe loses at most.
TEST(EnergyAudit, GroundGivesNoWorkOnTheLevel) {
  for (const double speed_m_s : {2.5, 3.3, 3.5, 4.5})
    for (const double strike_rad : {-0.1, 0.21}) {
      const double ground_j = audit_of(solved({0.0, speed_m_s, strike_rad})).ground_j;
      EXPECT_LT(ground_j, 0.0) << speed_m_s;
      EXPECT_GT(ground_j, -3.0) << speed_m_s;
    }
}

// On slopes the posture pulls: up to 8 J a stride downhill are tolerated, and 1 J of gift uphill, of 165 J that are climbed at 10 %.
TEST(EnergyAudit, GroundGivesNoWorkOnSlopes) {
  for (const double percent : {-15.0, -10.0, -6.0, 6.0, 10.0, 15.0}) {
    const double ground_j = audit_of(solved({std::atan(percent / 100.0), 3.0, 0.21})).ground_j;
    EXPECT_LT(ground_j, 1.0) << percent;
    EXPECT_GT(ground_j, -8.0) << percent;
  }
}

// Predicted. DeVita P, Janshen L, Rider P, Solnik S, Hortobagyi T 2008, J Biomech 41:3354: the legs give 1.32 +- 0.26 J/kg/m running
// up 10 deg, and take 1.03 down. By momentum they must take what the ground does not, m g sin = 1.70, so the band goes to that.
TEST(EnergyAudit, LegsWorkOnSlopesAsMeasured) {
  for (const auto& [deg, low, high] : {std::array{10.0, 1.06, 1.58}, std::array{-10.0, -1.70, -1.03}}) {
    const Stride stride = solved({deg * rad_per_deg, 3.35, 0.21});
    const double path_m = stride.form().speed_m_s * stride.period_s();
    const double work_j_kg_m = audit_of(stride).legs_j() / (stride.body().mass_kg * path_m);
    EXPECT_GT(work_j_kg_m, low) << deg;
    EXPECT_LT(work_j_kg_m, high) << deg;
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
