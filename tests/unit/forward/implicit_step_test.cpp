#include "forward/implicit_step.h"

#include <gtest/gtest.h>

#include <limits>

#include "gait/muscle_capacity.h"
#include "gait/strength_tables.h"
#include "support/plan_state.h"

/// One step of the runner against the equations it claims to solve.
namespace stridelab {
namespace {

constexpr double dt_s = 1e-3;
const Vec3 plain_gravity(0.0, -gravity_m_s2, 0.0);

const ReferenceMotion& plan() {
  static const ReferenceMotion table = test::reference_motion(test::easy_run());
  return table;
}

/// A runner near the plan at one phase, with everything that a step takes.
struct Step {
  explicit Step(double phase, std::uint64_t seed = 1)
      : state(test::near_plan(plan().at(phase), seed)), command(test::follow(plan().at(phase))) {
    test::SeededRandom random(seed + 500);
    for (int i = lumbar_extension; i < n_coordinates; ++i) noise_nm(i) = random.uniform(-5.0, 5.0);
    pelvis = {Vec3(3.0, -2.0, 4.0), Vec3(20.0, 5.0, -30.0)};
  }

  StepSolution solve() {
    free_dynamics(skeleton, state, plain_gravity, dynamics);
    return implicit.solve({state, dynamics, command, strength, noise_nm, pelvis, skeleton.mass_kg, dt_s}, ground);
  }

  Skeleton skeleton = build_skeleton(Body{});
  FreeState state;
  FreeDynamics dynamics;
  JointCommand command;
  JointStrength strength{Body{}, 1.0};
  CoordinateVector noise_nm = CoordinateVector::Zero();
  Wrench pelvis;
  GroundContact ground{skeleton, ContactModel{}, 0.0};
  ImplicitStep implicit;
};

constexpr std::array<double, 7> phases = {0.01, 0.06, 0.15, 0.28, 0.45, 0.60, 0.93};

/// What the returned forces leave unexplained of the returned motion, by inverse dynamics: pelvis, then joints.
FreeVector imbalance(const Step& step, const StepSolution& out) {
  const FreeVector a = (out.u_end - step.state.u) / dt_s;
  TreeState t;
  evaluate_on_base(step.skeleton, step.state.q.tail<n_coordinates>(), step.state.u.tail<n_coordinates>(),
                   a.tail<n_coordinates>(), a.head<3>() - plain_gravity, t);
  FreeVector rest;
  rest << t.root.force, generalised_forces(t);
  rest.tail<n_coordinates>() -= out.forces.torque_nm;
  rest.head<3>() -= out.forces.pelvis.force;
  for (int k = 0; k < 3; ++k) rest(free_index(k)) -= dot(t.axis[static_cast<std::size_t>(k)], out.forces.pelvis);
  for (std::size_t s = 0; s < n_ground_segments; ++s) {
    const int segment = ground_segments[s];
    const Wrench& at_joint = out.forces.ground[s];
    const Vec3& joint = t.point[static_cast<std::size_t>(segment)];
    const Wrench about_pelvis{at_joint.moment + joint.cross(at_joint.force), at_joint.force};
    rest.head<3>() -= about_pelvis.force;
    const Chain& chain = chain_to(segment);
    for (int n = 0; n < chain.length; ++n) {
      const int k = chain.link[static_cast<std::size_t>(n)];
      rest(free_index(k)) -= dot(t.axis[static_cast<std::size_t>(k)], about_pelvis);
    }
  }
  return rest;
}

// M (u+ - u)/dt + h = tau + J'f, re-evaluated by inverse dynamics. Forces go through differences of 1e5 of acceleration
// with u in 1e-16: 1e-16 x 10 / dt x 70 kg = 1e-10; the solve adds its condition number, 1e6 x 1e-16 of 5 kN.
TEST(ImplicitStep, MotionIsThatOfTheReturnedForces) {
  for (const double phase : phases) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      Step step(phase, seed);
      const StepSolution out = step.solve();
      ASSERT_TRUE(out.finite && out.settled) << phase;
      double largest = 1.0;
      for (const Wrench& w : out.forces.ground) largest = std::max(largest, w.force.norm());
      EXPECT_LT(imbalance(step, out).cwiseAbs().maxCoeff(), 1e-9 * std::max(largest, 1000.0)) << phase << " " << seed;
    }
  }
}

// The same forces through the explicit carrier arrive at the same velocity: two solvers of one equation.
TEST(ImplicitStep, ACarrierThatAppliesTheForcesArrivesThere) {
  for (const double phase : phases) {
    Step step(phase, 9);
    const StepSolution out = step.solve();
    const auto carrier = own_carrier(step.skeleton, plain_gravity);
    carrier->set_state(step.state);
    carrier->step(out.forces, dt_s);
    EXPECT_LT((carrier->state().u - out.u_end).cwiseAbs().maxCoeff(), 1e-10) << phase;  // rad/s, of 1e1
  }
}

// Joint feedback is that of the state at the end of the step: torque = feed-forward + noise + k (target+ - q+) + d (rate
// - qd+) for every joint below its limit, to rounding of k q; the target moves on by dt rate.
TEST(ImplicitStep, FeedbackIsThatOfTheEndOfTheStep) {
  Step step(0.15);
  const StepSolution out = step.solve();
  int free_joints = 0;
  for (int i = lumbar_extension; i < n_coordinates; ++i) {
    if ((out.saturated >> i & 1U) != 0) continue;
    const double qd = out.u_end(free_index(i)), q = step.state.q(free_index(i)) + dt_s * qd;
    const double expected = step.command.feed_forward_nm(i) + step.noise_nm(i) +
                            500.0 * (step.command.target_rad(i) + dt_s * step.command.target_rate_rad_s(i) - q) +
                            10.0 * (step.command.target_rate_rad_s(i) - qd);
    EXPECT_NEAR(out.forces.torque_nm(i), expected, 1e-9) << coordinate_names[static_cast<std::size_t>(i)];
    ++free_joints;
  }
  EXPECT_GE(free_joints, 15);
  EXPECT_TRUE(out.forces.torque_nm.head<3>().isZero(0.0));  // nothing but the world turns the pelvis
}

/// Passive abduction of a hip at the end of the step, as the implicit law takes it (linear in the step), Nm; adducts
/// when negative.
double passive_nm(const Step& step, const StepSolution& out, int i) {
  const double q = step.state.q(free_index(i)), qd = out.u_end(free_index(i));
  return -passive_abduction_nm(step.skeleton.mass_kg, q) -
         dt_s * qd * passive_abduction_stiffness_nm_rad(step.skeleton.mass_kg, q);
}

TEST(ImplicitStep, AskedForTooMuchEveryMuscleGivesItsStrength) {
  for (const double sign : {1.0, -1.0}) {
    Step step(0.2);
    step.command.feed_forward_nm.tail<n_coordinates - 3>().setConstant(sign * 5000.0);
    const StepSolution out = step.solve();
    for (int i = lumbar_extension; i < n_coordinates; ++i) {
      const double strength = sign > 0.0 ? step.strength.up_nm(i) : -step.strength.down_nm(i);
      const bool hip = i == hip_adduction_r || i == hip_adduction_l;
      EXPECT_NEAR(out.forces.torque_nm(i), strength + (hip ? passive_nm(step, out, i) : 0.0), 1e-12);
      EXPECT_EQ(out.saturated >> i & 1U, 1U);
    }
    EXPECT_EQ(out.saturated & 7U, 0U);  // the pelvis has no muscles of its own
  }
}

// Wherever the command leads, muscles stay within their strength, and passive tissue adds to the hips alone.
TEST(ImplicitStep, NoMuscleGivesMoreThanItsStrength) {
  int at_limit = 0, unsettled = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Step step(phases[seed % phases.size()], seed);
    test::SeededRandom random(seed);
    for (int i = lumbar_extension; i < n_coordinates; ++i)
      step.command.feed_forward_nm(i) += random.uniform(-1.5, 1.5) * step.strength.up_nm(i);
    const StepSolution out = step.solve();
    unsettled += out.settled ? 0 : 1;
    for (int i = lumbar_extension; i < n_coordinates; ++i) {
      const bool hip = i == hip_adduction_r || i == hip_adduction_l;
      const double muscle = out.forces.torque_nm(i) - (hip ? passive_nm(step, out, i) : 0.0);
      EXPECT_LE(muscle, step.strength.up_nm(i) + 1e-9);
      EXPECT_GE(muscle, -step.strength.down_nm(i) - 1e-9);
      const bool limited = (out.saturated >> i & 1U) != 0;
      at_limit += limited ? 1 : 0;
      const double room = std::min(step.strength.up_nm(i) - muscle, step.strength.down_nm(i) + muscle);
      EXPECT_EQ(limited, room < 1e-9) << seed << " " << coordinate_names[static_cast<std::size_t>(i)];
    }
  }
  EXPECT_GT(at_limit, 60);
  EXPECT_LE(unsettled, 2);  // commands this wild leave a friction a little outside its cone once in some hundred steps
}

// The deficit is what was asked of the abductors beyond their strength: here the command alone, because the feedback of
// the hip is switched off, less the passive share.
TEST(ImplicitStep, AbductorDeficitIsWhatIsMissing) {
  for (const double asked_nm : {50.0, 130.0, 160.0, 300.0}) {
    Step step(0.2);
    step.noise_nm.setZero();
    step.command.stiffness_nm_rad(hip_adduction_r) = step.command.damping_nms_rad(hip_adduction_r) = 0.0;
    step.command.feed_forward_nm(hip_adduction_r) = -asked_nm;
    const StepSolution out = step.solve();
    const double muscle_nm = asked_nm + passive_nm(step, out, hip_adduction_r);  // passive tissue carries its share
    const double missing_nm =
        muscle_nm - strength_tables().stride.hip_abductor_forward_margin * abductor_capacity_nm(Body{}, 1.0);
    EXPECT_NEAR(out.abductor_deficit_nm[0], std::max(missing_nm, 0.0), 1e-9) << asked_nm;
    EXPECT_EQ((out.saturated >> hip_adduction_r & 1U) != 0, missing_nm > 0.0) << asked_nm;
    EXPECT_EQ(out.abductor_deficit_nm[1], 0.0);
  }
}

TEST(ImplicitStep, StrongAdductorsAreNoDeficitOfAbductors) {
  Step step(0.2);
  step.command.feed_forward_nm(hip_adduction_r) = 5000.0;
  const StepSolution out = step.solve();
  EXPECT_NE(out.saturated >> hip_adduction_r & 1U, 0U);
  EXPECT_EQ(out.abductor_deficit_nm[0], 0.0);
}

// Implicit feedback of any stiffness stays stable: 1e6 Nm/rad on every joint is 40 times what an explicit step of 1 ms
// carries on the foot (I / dt^2 with 0.02 kg m2). Rates end near the wanted ones instead of growing.
TEST(ImplicitStep, AnyStiffnessIsStable) {
  Step step(0.93, 3);
  step.strength.up_nm.setConstant(1e9);
  step.strength.down_nm.setConstant(1e9);
  step.pelvis = {Vec3::Zero(), Vec3::Zero()};
  step.command.stiffness_nm_rad.tail<n_coordinates - 3>().setConstant(1e6);
  step.command.target_rate_rad_s.setZero();
  for (int i = 0; i < 20; ++i) {
    step.state.u = step.solve().u_end;
    step.state.q += dt_s * step.state.u;
  }
  const CoordinateVector off = step.command.target_rad - step.state.q.tail<n_coordinates>();
  EXPECT_LT(off.tail<n_coordinates - 3>().cwiseAbs().maxCoeff(), 5e-3);
}

TEST(ImplicitStep, SaysWhenTheNumbersAreGone) {
  Step step(0.2);
  step.state.u(free_index(knee_angle_r)) = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(step.solve().finite);
}

}  // namespace
}  // namespace stridelab
