#include "loads/impact.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/frames.h"

namespace stridelab {
namespace {

class Impact : public ::testing::Test {
 protected:
  const ImpactModel model = read_load_models().value().impact;
  const Landing heel{70.0, 12.0 * rad_per_deg, 1.2, 9.81, 240.0};
};

double integral(const ImpactTransient& impact, double contact_s, double active_peak_n) {
  constexpr int n = 20000;
  double sum = 0.0;
  for (int i = 0; i < n; ++i) {
    const double t = (i + 0.5) * contact_s / n;
    sum += impact.active_scale * active_peak_n * std::sin(std::numbers::pi * t / contact_s) + impact.force_n(t);
  }
  return sum * contact_s / n;
}

TEST_F(Impact, KeepsTheImpulseOfTheStep) {
  const double contact_s = 0.23;
  const double peak_n = heel.active_impulse_ns * std::numbers::pi / (2.0 * contact_s);
  EXPECT_NEAR(integral(impact_transient(model, heel), contact_s, peak_n), heel.active_impulse_ns, 1e-5);
}

TEST_F(Impact, ImpulseIsTheStopOfTheEffectiveMass) {
  const ImpactTransient impact = impact_transient(model, heel);
  // J1 = m_e (dv / dt + g) 2 dt with m_e = 5 % of 70 kg, dt = 30 ms
  EXPECT_NEAR(impact.impulse_ns(), 3.5 * (1.2 / 0.030 + 9.81) * 0.060, 1e-9);
  EXPECT_NEAR(impact.force_n(0.030), impact.peak_n, 1e-9);
  EXPECT_EQ(impact.force_n(0.0), 0.0);
  EXPECT_EQ(impact.force_n(0.061), 0.0);
}

TEST_F(Impact, StartsAndEndsWithoutAStep) {
  const ImpactTransient impact = impact_transient(model, heel);
  EXPECT_LT(impact.force_n(1e-6), 1e-4);
  EXPECT_LT(impact.force_n(0.060 - 1e-6), 1e-4);
}

TEST_F(Impact, ForefootIsSlowerAndSmaller) {
  Landing forefoot = heel;
  forefoot.foot_strike_rad = -8.0 * rad_per_deg;
  EXPECT_LT(impact_transient(model, forefoot).peak_n, 0.6 * impact_transient(model, heel).peak_n);
  EXPECT_GT(impact_transient(model, forefoot).half_duration_s, impact_transient(model, heel).half_duration_s);
  const ImpactStyle middle = impact_style(model, 3.0 * rad_per_deg);
  EXPECT_NEAR(middle.half_duration_s, 0.5 * (model.rearfoot.half_duration_s + model.forefoot.half_duration_s), 1e-12);
}

TEST_F(Impact, NoDescentNoImpact) {
  Landing floating = heel;
  floating.descent_speed_m_s = -0.1;
  EXPECT_EQ(impact_transient(model, floating).force_n(0.01), 0.0);
  EXPECT_EQ(impact_transient(model, floating).active_scale, 1.0);
}

}  // namespace
}  // namespace stridelab
