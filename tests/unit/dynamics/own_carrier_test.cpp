#include <gtest/gtest.h>

#include <limits>

#include "dynamics/carrier.h"
#include "support/differences.h"
#include "support/own_kinematics.h"
#include "unit/dynamics/free_motion.h"

/// Our own carrier: forces where they act, and what a runner who flies without muscles conserves.
namespace stridelab {
namespace {

const Skeleton& runner() {
  static const Skeleton skeleton = build_skeleton(test::bodies[0]);
  return skeleton;
}

/// Power of a wrench at a segment's joint centre on the motion u, from differences of positions alone.
double power(const FreeVector& q, const FreeVector& u, int segment, const Wrench& wrench) {
  const auto k = static_cast<std::size_t>(segment);
  auto pose = [&](double t) { return test::own_pose(runner(), (q + t * u).tail<n_coordinates>()); };
  const Vec3 velocity = u.head<3>() + test::central_difference([&](double t) { return pose(t).joint[k]; }, 0.0, 1e-3);
  const Mat3 rate = test::central_difference([&](double t) { return pose(t).rotation[k]; }, 0.0, 1e-3);
  const Mat3 w = rate * pose(0.0).rotation[k].transpose();
  const Vec3 spin = 0.5 * Vec3(w(2, 1) - w(1, 2), w(0, 2) - w(2, 0), w(1, 0) - w(0, 1));
  return wrench.force.dot(velocity) + wrench.moment.dot(spin);
}

// d'Alembert: M a + bias does, on any virtual motion, the power of the forces that act. Motions of 1 m/s and 1 rad/s,
// so the differences are right to 1e-12; powers are some kW.
TEST(OwnCarrier, ForcesDoTheirPowerOnEveryVirtualMotion) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const FreeState state = test::random_state(seed);
    const AppliedForces forces = test::random_forces(seed);
    const auto carrier = own_carrier(runner(), test::plain_gravity);
    FreeDynamics d;
    free_dynamics(runner(), state, test::plain_gravity, d);
    const FreeVector force = d.mass_matrix.times(test::acceleration(*carrier, state, forces)) + d.bias;
    for (int i = 0; i < n_free; ++i) {
      const FreeVector u = FreeVector::Unit(i);
      double expected = i < n_translations ? 0.0 : forces.torque_nm(i - n_translations);
      expected += power(state.q, u, pelvis_rotation, forces.pelvis);
      for (std::size_t s = 0; s < n_ground_segments; ++s)
        expected += power(state.q, u, ground_segments[s], forces.ground[s]);
      // Solving and multiplying back costs the condition number: 1e-16 x 1e6 of the largest force, 5000.
      EXPECT_NEAR(force(i), expected, 1e-6) << i;
    }
  }
}

struct Conserved {
  double energy_j;
  Vec3 momentum_n_s, angular_momentum_n_m_s;  ///< angular: about the centre of mass
};

Conserved conserved(const FreeState& state) {
  FreeDynamics d;
  free_dynamics(runner(), state, Vec3::Zero(), d);
  const TreeState& t = d.tree;
  const Vec3 pelvis_velocity = state.u.head<3>();
  const double height = state.q(1) + t.com.y();
  const Vec3 momentum = runner().mass_kg * (pelvis_velocity + t.com_velocity);
  const double kinetic = 0.5 * state.u.dot(d.mass_matrix.times(state.u));
  return {kinetic + runner().mass_kg * gravity_m_s2 * height, momentum,
          t.momentum[0].moment - t.com.cross(runner().mass_kg * t.com_velocity)};
}

/// A runner without muscles in the air, from limb rates of up to 3 rad/s, for as long as a flight phase lasts.
constexpr double flight_s = 0.15;

FreeState take_off() {
  FreeState state = test::random_state(11);
  state.u.tail<n_coordinates>() *= 0.4;
  return state;
}

Conserved drift(double dt_s) {
  const auto carrier = own_carrier(runner(), test::plain_gravity);
  carrier->set_state(take_off());
  const long steps = std::lround(flight_s / dt_s);
  for (long i = 0; i < steps; ++i) carrier->step(test::no_forces(), dt_s);
  const Conserved before = conserved(take_off()), after = conserved(carrier->state());
  const Vec3 fall = flight_s * runner().mass_kg * test::plain_gravity;
  return {after.energy_j - before.energy_j, after.momentum_n_s - before.momentum_n_s - fall,
          after.angular_momentum_n_m_s - before.angular_momentum_n_m_s};
}

// Semi-implicit Euler is of first order: half the step, half the error. What is left of the second order shifts the
// ratio by less than a percent at these steps.
TEST(OwnCarrier, PassiveFlightConservesToFirstOrderInTheStep) {
  const Conserved coarse = drift(2e-4), fine = drift(1e-4);
  EXPECT_NEAR(fine.energy_j / coarse.energy_j, 0.5, 0.01);
  EXPECT_NEAR(fine.momentum_n_s.norm() / coarse.momentum_n_s.norm(), 0.5, 0.01);
  EXPECT_NEAR(fine.angular_momentum_n_m_s.norm() / coarse.angular_momentum_n_m_s.norm(), 0.5, 0.01);
}

// At the step of a run what is lost is a thousandth: 0.22 J of 783, 0.24 Ns of 248, 0.013 Nms of 23, with a factor 2.
TEST(OwnCarrier, PassiveFlightConservesAThousandthAtTheStepOfARun) {
  const Conserved at_1_ms = drift(1e-3);
  EXPECT_LT(std::abs(at_1_ms.energy_j), 0.45);
  EXPECT_LT(at_1_ms.momentum_n_s.norm(), 0.5);
  EXPECT_LT(at_1_ms.angular_momentum_n_m_s.norm(), 0.03);
}

// A falling runner and one in free space differ by g in the pelvis's acceleration and by nothing else.
TEST(OwnCarrier, GravityCanBeChanged) {
  const auto carrier = own_carrier(runner(), test::plain_gravity);
  const FreeVector falling = test::acceleration(*carrier, take_off(), test::no_forces());
  const Vec3 slope(-1.0, -9.75, 0.0);
  carrier->set_gravity(slope);
  FreeVector expected = falling;
  expected.head<3>() += slope - test::plain_gravity;
  const FreeVector tilted = test::acceleration(*carrier, take_off(), test::no_forces());
  EXPECT_LT((tilted - expected).norm(), 1e-9);  // of 100 rad/s2: rounding times the condition number of M
}

TEST(OwnCarrier, StateIsSetExactly) {
  const auto carrier = own_carrier(runner(), test::plain_gravity);
  const FreeState state = test::random_state(3);
  carrier->set_state(state);
  EXPECT_EQ(carrier->state(), state);
}

TEST(OwnCarrier, KeepsAStateThatIsNotFinite) {
  const auto carrier = own_carrier(runner(), test::plain_gravity);
  FreeState state = test::random_state(3);
  state.q(free_index(knee_angle_l)) = std::numeric_limits<double>::quiet_NaN();
  carrier->set_state(state);
  for (int i = 0; i < 3; ++i) carrier->step(test::no_forces(), 1e-3);
  EXPECT_TRUE(std::isnan(carrier->state().q(free_index(knee_angle_l))));
}

}  // namespace
}  // namespace stridelab
