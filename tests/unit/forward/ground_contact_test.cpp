#include "forward/ground_contact.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/rigid_runner.h"

/// The contact law on a mass: the runner stiff as a statue, on his heels alone (four points, 120 kN/m together).
namespace stridelab {
namespace {

constexpr double stiffness_n_m = 120e3;
constexpr double heel_drop_m_s = 1.0;

ContactModel heels(double damping_s_m) {
  ContactModel model;
  model.stiffness_n_m = {0.5 * stiffness_n_m, 0.0, 0.0};
  model.damping_s_m = {damping_s_m, damping_s_m, damping_s_m};
  return model;
}

/// Resting on the ground: at its static depth, without speed.
test::RigidRunner resting(double dt_s, double belt_m_s = 0.0) {
  test::RigidRunner mass(heels(0.8), dt_s, belt_m_s);
  mass.state.q(1) -= mass.skeleton.mass_kg * gravity_m_s2 / stiffness_n_m;
  mass.state.u(0) = -belt_m_s;
  return mass;
}

// A fixed point of the discrete law is one of the continuous law: what is left is the creep towards it. Eigenvalue
// of the damped mass: damping k c d = 120e3 x 0.8 x 5.7 mm = 550 Ns/m, 3.9 /s; after 6 s exp(-23) of 5.7 mm.
TEST(GroundContact, StandsAtLoadOverStiffness) {
  test::RigidRunner mass(heels(0.8), 1e-3);
  mass.run(6.0);
  EXPECT_NEAR(mass.depth_m(), mass.skeleton.mass_kg * gravity_m_s2 / stiffness_n_m, 1e-11);
  EXPECT_NEAR(mass.force_n().y(), mass.skeleton.mass_kg * gravity_m_s2, 1e-6);
}

/// Speed after a bounce without gravity. The law gives m v dv/dd = -k d (1 + c v), so v/c - ln(1 + c v)/c^2 is the same
/// at landing (v0) and at leaving (-v1), whatever m and k.
double rebound_m_s(double c, double v0) {
  auto side = [c](double v) { return v / c - std::log1p(c * v) / (c * c); };
  double low = 0.0, high = std::min(v0, 1.0 / c);
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (side(-middle) < side(v0) ? low : high) = middle;
  }
  return low;
}

double measured_rebound_m_s(double c, double v0, double dt_s) {
  test::RigidRunner mass(heels(c), dt_s);
  mass.gravity_m_s2.setZero();
  mass.state.u(1) = -v0;
  mass.run(0.5);
  return mass.state.u(1);
}

// The implicit step loses energy of its own at first order: a half oscillation of w = sqrt(k/m) = 41 /s costs
// pi w dt / 4 = 0.32 % of speed at 0.1 ms, extrapolated away here (2 f(dt/2) - f(dt)): the square, 1e-5, is left, and a
// like part from the last step of the contact.
TEST(GroundContact, DropLosesTheEnergyOfTheClosedForm) {
  for (const auto& [c, v0] : {std::pair{0.8, 1.0}, std::pair{0.8, 2.5}, std::pair{0.2, 1.0}, std::pair{2.0, 0.5}}) {
    const double found = 2.0 * measured_rebound_m_s(c, v0, 1e-4) - measured_rebound_m_s(c, v0, 2e-4);
    EXPECT_NEAR(found / rebound_m_s(c, v0), 1.0, 1e-3) << c << " s/m, " << v0 << " m/s";
    EXPECT_LT(found, 0.95 * v0);  // the closed form is far from no loss
  }
}

double deepest_force_n(double dt_s) {
  test::RigidRunner mass(heels(0.8), dt_s);
  mass.state.u(1) = -heel_drop_m_s;
  double peak = 0.0;
  for (long i = std::lround(0.1 / dt_s); i > 0; --i) {
    mass.step();
    peak = std::max(peak, mass.force_n().y());
  }
  return peak;
}

// The landing of a foot, at 1 m/s. Half the step, half the error: successive differences halve. The peak of a sampled
// curve adds a part of second order, (w dt)^2/8 = 0.1 % of 3 kN at 2 ms, which makes the first ratio the worst.
TEST(GroundContact, PeakForceConvergesToFirstOrderInTheStep) {
  const double f2 = deepest_force_n(2e-3), f1 = deepest_force_n(1e-3), f05 = deepest_force_n(5e-4),
               f025 = deepest_force_n(2.5e-4);
  EXPECT_NEAR((f1 - f2) / (f05 - f1), 2.0, 0.3) << f2 << " " << f1 << " " << f05 << " " << f025;
  EXPECT_NEAR((f05 - f1) / (f025 - f05), 2.0, 0.2);
  EXPECT_LT(std::abs(f1 - f025) / f025, 0.06);  // what a run at 1 ms misses: about pi/4 x w dt = 3 %
}

// Lifted off at 3 m/s from depth and from the surface, the ground lets go at once and never holds.
TEST(GroundContact, NeverPulls) {
  for (const double depth : {0.0, 0.002, 0.01}) {
    test::RigidRunner mass(heels(0.8), 1e-3);
    mass.state.q(1) -= depth;
    mass.state.u(1) = 3.0;
    for (int i = 0; i < 20; ++i) {
      mass.step();
      EXPECT_GE(mass.force_n().y(), 0.0);
      EXPECT_LE(mass.force_n().head<1>().norm(), 1e-12);
    }
    EXPECT_GT(mass.state.u(1), 2.5);
  }
}

// f = mu N v / sqrt(v^2 + creep^2) = p at the steady speed; here p = mu N / 2, so v = creep / sqrt(3). The statue's
// dampers let it turn by 300 Nm / 1e12 during a step, 3e-10 m/s at the sole.
TEST(GroundContact, CreepsSlowerThanTheCreepSpeedBelowTheCone) {
  test::RigidRunner mass = resting(1e-3);
  const ContactModel model = heels(0.8);
  const double limit = model.friction * mass.skeleton.mass_kg * gravity_m_s2;
  mass.push_n = Vec3(0.3 * limit, 0.0, -0.4 * limit);
  mass.run(0.5);  // the time constant m creep / limit is 2 ms
  const Vec3 v = mass.state.u.head<3>();
  EXPECT_NEAR(std::hypot(v.x(), v.z()), model.creep_speed_m_s / std::sqrt(3.0), 2e-9);
  EXPECT_NEAR(v.z() / v.x(), -4.0 / 3.0, 1e-7);  // along the push
}

// Sliding: mu g, less (creep / v)^2 / 2 = 2e-4 of it, and less the first-order part of a law that divides the speed at
// the end of the step by that at its beginning, mu g (1 - mu g dt / v): over the slide mu g dt ln(v0 / v1).
TEST(GroundContact, SlidesToAHaltAtFrictionTimesGravity) {
  test::RigidRunner mass = resting(1e-3);
  const double mu_g = heels(0.8).friction * gravity_m_s2;
  mass.state.u(0) = 2.0;
  mass.run(0.1);
  const double v1 = mass.state.u(0);
  EXPECT_NEAR(2.0 - v1, mu_g * (0.1 - 1e-3 * std::log(2.0 / v1)), 3e-4 * mu_g * 0.1 + 5e-5);
  mass.run(0.3);
  EXPECT_NEAR(mass.state.u(0), 0.0, 1e-6);  // and stays, without chatter
}

// A belt under a mass at rest carries it along, up to the belt's speed, with the same force as it would slow a mass that
// slides over still ground: the same trajectory, seen from the belt. Steps are the same sums in another order.
TEST(GroundContact, BeltIsGroundSeenFromTheBelt) {
  constexpr double belt_m_s = 3.3;
  test::RigidRunner on_ground = resting(1e-3), on_belt = resting(1e-3, belt_m_s);
  on_ground.state.u.head<3>() << 1.5, -0.4, 0.3;
  on_belt.state.u.head<3>() << 1.5 - belt_m_s, -0.4, 0.3;
  for (int i = 1; i <= 400; ++i) {
    on_ground.step();
    on_belt.step();
    ASSERT_NEAR(on_belt.state.u(0) + belt_m_s, on_ground.state.u(0), 1e-10) << i;
    ASSERT_NEAR(on_belt.state.q(0) + belt_m_s * i * 1e-3, on_ground.state.q(0), 1e-11) << i;
    ASSERT_NEAR(on_belt.state.q(1), on_ground.state.q(1), 1e-12) << i;
    ASSERT_NEAR(on_belt.state.u(2), on_ground.state.u(2), 1e-10) << i;
  }
}

// A belt moves the ground backwards: who stands on it is carried backwards.
TEST(GroundContact, BeltRunsBackwards) {
  test::RigidRunner mass = resting(1e-3, 0.5);
  mass.state.u(0) = 0.0;
  mass.run(0.5);
  EXPECT_NEAR(mass.state.u(0), -0.5, 1e-6);
}

}  // namespace
}  // namespace stridelab
