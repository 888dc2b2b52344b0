#include "loads/impact.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/frames.h"

namespace stridelab {
namespace {

constexpr double contact_s = 0.23;
constexpr double pi = std::numbers::pi;

class Impact : public ::testing::Test {
 protected:
  const ImpactModel model = read_load_models().value().impact;
  const Landing heel{70.0, 3.3, 12.0 * rad_per_deg, 9.0 * rad_per_deg, 1.2, 9.81, 240.0};

  /// A model whose own transient is the smear of the mean curve.
  [[nodiscard]] ImpactModel smeared_model() const {
    ImpactModel same = model;
    same.own = same.smear;
    return same;
  }
};

/// A half sine with the impulse of the landing.
double plan_n(const Landing& landing, double t) {
  const double peak_n = landing.plan_impulse_ns * pi / (2.0 * contact_s);
  return t > 0.0 && t < contact_s ? peak_n * std::sin(pi * t / contact_s) : 0.0;
}

double total_impulse_ns(const ImpactCorrection& impact, const Landing& landing) {
  constexpr int n = 20000;
  double sum = 0.0;
  for (int i = 0; i < n; ++i) {
    const double t = (i + 0.5) * contact_s / n;
    sum += impact.total_n(plan_n(landing, t), t);
  }
  return sum * contact_s / n;
}

TEST_F(Impact, KeepsTheImpulseOfTheStep) {
  ImpactCorrection impact = impact_correction(model, heel);
  EXPECT_NEAR(total_impulse_ns(impact, heel), heel.plan_impulse_ns, 1e-5);
  impact.share = 0.4;
  EXPECT_NEAR(total_impulse_ns(impact, heel), heel.plan_impulse_ns, 1e-5);
}

TEST_F(Impact, ImpulseIsTheStopOfTheEffectiveMass) {
  const ImpactCorrection impact = impact_correction(model, heel);
  // J = m_e m (dv / dt + g) 2 dt, own: 7 % and 25 ms; smear: 5 %, 30 ms, 0.92 + 0.34 ln(v / 2.5) / ln 1.4.
  EXPECT_NEAR(impact.own.impulse_ns, 0.07 * 70.0 * (1.2 / 0.025 + 9.81) * 0.050, 1e-9);
  const double reference_m_s = 0.92 + 0.34 * std::log(3.3 / 2.5) / std::log(1.4);
  EXPECT_NEAR(impact.smear.impulse_ns, 0.05 * 70.0 * (reference_m_s / 0.030 + 9.81) * 0.060, 1e-3);
  EXPECT_NEAR(impact.own.force_n(0.025), impact.own.impulse_ns / 0.025, 1e-9);
  EXPECT_EQ(impact.own.force_n(0.0), 0.0);
  EXPECT_EQ(impact.own.force_n(0.051), 0.0);
}

TEST_F(Impact, StartsAndEndsWithoutAStep) {
  const ImpactPulse pulse = impact_correction(model, heel).own;
  EXPECT_LT(pulse.force_n(1e-6), 1e-4);
  EXPECT_LT(pulse.force_n(0.050 - 1e-6), 1e-4);
}

TEST_F(Impact, TheReferenceRunnerWithTheSmearsDurationIsNotCorrected) {
  for (const double speed_m_s : {2.0, 2.5, 3.5, 5.0}) {
    Landing reference = heel;
    reference.speed_m_s = speed_m_s;
    reference.descent_speed_m_s = smear_descent_speed_m_s(model, speed_m_s);
    reference.normal_gravity_m_s2 = gravity_m_s2;
    const ImpactCorrection impact = impact_correction(smeared_model(), reference);
    for (double t = 0.0; t < contact_s; t += 0.003)
      EXPECT_NEAR(impact.total_n(plan_n(reference, t), t), plan_n(reference, t), 1e-9) << speed_m_s << " " << t;
  }
}

TEST_F(Impact, SharpeningMovesForceForwardInTime) {
  const ImpactCorrection impact = impact_correction(model, heel);
  EXPECT_GT(impact.total_n(plan_n(heel, 0.02), 0.02), plan_n(heel, 0.02));
  EXPECT_LT(impact.total_n(plan_n(heel, 0.05), 0.05), plan_n(heel, 0.05));
}

TEST_F(Impact, FasterDescentStopsHarder) {
  double last_ns = 0.0;
  for (const double descent_m_s : {0.2, 0.6, 1.0, 1.4, 1.8}) {
    Landing landing = heel;
    landing.descent_speed_m_s = descent_m_s;
    const double impulse_ns = impact_correction(model, landing).own.impulse_ns;
    EXPECT_GT(impulse_ns, last_ns);
    last_ns = impulse_ns;
  }
}

TEST_F(Impact, StraighterKneeStopsMoreOfTheBody) {
  EXPECT_NEAR(knee_mass_factor(model, 9.0 * rad_per_deg), 1.0, 1e-12);
  EXPECT_NEAR(knee_mass_factor(model, 3.0 * rad_per_deg), 1.3, 1e-12);
  EXPECT_EQ(knee_mass_factor(model, 40.0 * rad_per_deg), 0.5);
  EXPECT_EQ(knee_mass_factor(model, -40.0 * rad_per_deg), 2.0);
  Landing straight = heel;
  straight.knee_flexion_rad = 3.0 * rad_per_deg;
  EXPECT_NEAR(impact_correction(model, straight).own.impulse_ns, 1.3 * impact_correction(model, heel).own.impulse_ns,
              1e-9);
}

TEST_F(Impact, ReferenceRunnersDescend) {
  EXPECT_NEAR(smear_descent_speed_m_s(model, 2.5), 0.92, 1e-12);
  EXPECT_NEAR(smear_descent_speed_m_s(model, 3.5), 1.26, 1e-12);
  EXPECT_GT(smear_descent_speed_m_s(model, 1.8), 0.3);
}

TEST_F(Impact, ForefootIsSlowerAndSmaller) {
  Landing forefoot = heel;
  forefoot.foot_strike_rad = -8.0 * rad_per_deg;
  const ImpactPulse front = impact_correction(model, forefoot).own;
  const ImpactPulse back = impact_correction(model, heel).own;
  EXPECT_LT(front.force_n(front.half_duration_s), 0.6 * back.force_n(back.half_duration_s));
  EXPECT_GT(front.half_duration_s, back.half_duration_s);
  const ImpactStyle middle = impact_style(model, model.own, 3.0 * rad_per_deg);
  EXPECT_NEAR(middle.half_duration_s, 0.5 * (model.own.rearfoot.half_duration_s + model.own.forefoot.half_duration_s),
              1e-12);
}

TEST_F(Impact, NoDescentTakesTheSmearOut) {
  Landing floating = heel;
  floating.descent_speed_m_s = -0.1;
  const ImpactCorrection impact = impact_correction(model, floating);
  EXPECT_EQ(impact.own.impulse_ns, 0.0);
  EXPECT_LT(impact.total_n(plan_n(floating, 0.03), 0.03), plan_n(floating, 0.03));
  EXPECT_NEAR(total_impulse_ns(impact, floating), floating.plan_impulse_ns, 1e-5);
}

TEST_F(Impact, TheGroundNeverPulls) {
  Landing floating = heel;
  floating.descent_speed_m_s = 0.0;
  ImpactCorrection impact = impact_correction(model, floating);
  const double tiny_n = 10.0;
  ASSERT_LT(impact.total_n(tiny_n, 0.03), 0.0);
  impact.keep_pushing(tiny_n, 0.03);
  EXPECT_NEAR(impact.total_n(tiny_n, 0.03), 0.0, 1e-9);
  EXPECT_LT(impact.share, 1.0);
  const double share = impact.share;
  impact.keep_pushing(-5.0, 0.03);  // the plan's own fault
  impact.keep_pushing(500.0, 0.03);
  EXPECT_EQ(impact.share, share);
}

TEST_F(Impact, NoStepNoCorrection) {
  Landing still = heel;
  still.plan_impulse_ns = 0.0;
  EXPECT_EQ(impact_correction(model, still).total_n(123.0, 0.02), 123.0);
}

Footing heel_change(const ImpactModel& model, double share) {
  Footing footing;
  footing.heel_compliance_change_m_n = share * model.heel.usual_compliance_m_n;
  return footing;
}

// A mass on a spring: the landing takes longer with the root of the compliance. The factors are exactly one for the usual
// pair, so that nothing moves by naming it.
TEST_F(Impact, SoftHeelTakesLonger) {
  const HeelFactors usual = heel_factors(model, Footing{});
  EXPECT_EQ(usual.mass, 1.0);
  EXPECT_EQ(usual.time, 1.0);
  EXPECT_NEAR(heel_factors(model, heel_change(model, 0.21)).time, 1.1, 1e-12);
  EXPECT_NEAR(heel_factors(model, heel_change(model, -0.19)).time, 0.9, 1e-12);
}

// Dixon 2000, Kong 2009: the peak is the same on other ground and in worn shoes, for a stiffer leg meets the softer heel.
// The landing's own weight adds 2 m g dt to the impulse, a quarter of it: 5 % longer moves the peak by 1.3 %.
TEST_F(Impact, PeakDoesNotFollowTheGiveOfTheHeel) {
  const auto peak = [&](const Footing& footing) {
    Landing landing = heel;
    landing.footing = footing;
    const ImpactPulse own = impact_correction(model, landing).own;
    return own.force_n(own.half_duration_s);
  };
  for (const double share : {-0.1, 0.1}) EXPECT_NEAR(peak(heel_change(model, share)) / peak({}), 1.0, 0.02) << share;
  Footing stiff_leg;
  stiff_leg.landing_mass_change = 0.2;
  EXPECT_NEAR(peak(stiff_leg) / peak({}), 1.2, 1e-9) << "all of the transient is in proportion to what is stopped";
}

// A sole of concrete leaves the heel pad: bounded, never nothing or a hammer.
TEST_F(Impact, HardestGroundIsBounded) {
  const HeelFactors hard = heel_factors(model, heel_change(model, -1.0));
  EXPECT_EQ(hard.mass, model.heel.smallest);
  EXPECT_GT(hard.time, 0.5);
}

}  // namespace
}  // namespace stridelab
