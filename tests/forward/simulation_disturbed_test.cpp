#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "support/forward_runs.h"

/// Pushes, belts, changes of plan and falls.
namespace stridelab {
namespace {

const Vec3 plain_gravity(0.0, -gravity_m_s2, 0.0);

/// Force that neither ground nor assist explains in the step before this frame: the push.
Vec3 unexplained_n(const Frame& f) {
  return Body{}.mass_kg * (f.motion.com_acceleration_m_s2 - plain_gravity) - test::ground_force(f) -
         f.motion.residual_force_n;
}

// F T, whenever it begins: summed over the steps from the motion alone. Newton's law holds to rounding of 2 kN.
TEST(SimulationPush, ChangesMomentumByItsImpulse) {
  for (const int begin : {10, 33, 100, 123, 333, 500, 777, 999}) {
    Simulation simulation = test::simulation_of(test::held_run());
    test::advance(simulation, begin);
    const Vec3 force(-30.0, 10.0, 50.0);
    simulation.push(force, 0.1);
    Vec3 impulse = Vec3::Zero();
    for (int i = 0; i < 130; ++i) {
      test::advance(simulation, 1);
      impulse += simulation.settings().dt_s * unexplained_n(simulation.frame());
    }
    EXPECT_LT((impulse - 0.1 * force).norm(), 1e-7) << begin << ": " << impulse.transpose();
  }
}

// A push shorter than a step, or not of whole steps, has its impulse all the same.
TEST(SimulationPush, NeedNotLastWholeSteps) {
  for (const double duration_s : {0.0004, 0.0025, 0.01}) {
    Simulation simulation = test::simulation_of(test::held_run());
    test::advance(simulation, 40);
    simulation.push(Vec3(0.0, 0.0, 200.0), duration_s);
    double impulse = 0.0;
    for (int i = 0; i < 15; ++i) {
      test::advance(simulation, 1);
      impulse += simulation.settings().dt_s * unexplained_n(simulation.frame()).z();
    }
    EXPECT_NEAR(impulse, 200.0 * duration_s, 1e-9) << duration_s;
  }
}

// In flight nothing else acts: the runner that was pushed and his twin that was not differ by the impulse over the mass,
// at the centre of mass. The push acts at mid-hip and turns him; a semi-implicit step sees that turn a step late, which
// is of the order of dt times the push's own acceleration (1 ms x 10 ms x ... = 1e-4 of the change).
TEST(SimulationPush, InFlightItIsAllThatHappens) {
  SimulationSettings settings = test::free_run();
  Simulation twin = test::simulation_of(settings);
  test::advance(twin, 2);
  ASSERT_TRUE(test::in_flight(twin.frame()));
  Simulation pushed = test::simulation_of(settings);
  pushed.restore(*twin.snapshot());
  pushed.push(Vec3(0.0, 0.0, 700.0), 0.01);
  test::advance(pushed, 12);
  test::advance(twin, 12);
  ASSERT_TRUE(test::in_flight(twin.frame()));
  ASSERT_TRUE(test::in_flight(pushed.frame()));
  const Vec3 change = pushed.frame().motion.com_velocity_m_s - twin.frame().motion.com_velocity_m_s;
  EXPECT_NEAR(change.z(), 0.1, 1e-3);
  EXPECT_NEAR(change.x(), 0.0, 1e-3);
  EXPECT_NEAR(change.y(), 0.0, 1e-3);
}

TEST(SimulationPush, MarksWhatFollowsAsSettling) {
  Simulation simulation = test::simulation_of(test::held_run());
  while (simulation.time_s() < 7.0) test::advance(simulation, 1);
  EXPECT_FALSE(simulation.frame().settling);
  simulation.push(Vec3(5.0, 0.0, 0.0), 0.05);
  test::advance(simulation, 1);
  EXPECT_TRUE(simulation.frame().settling);
}

// A treadmill is ground seen from the belt: positions and speeds differ by the belt's own. Speeds of 3 m/s more or less
// round differently (4e-16 a step); contacts and the limits of muscles multiply that, and the bound is what rounding may
// grow to: 1e-7 in 1 s.
TEST(SimulationBelt, RunningOnABeltIsRunningOverground) {
  SimulationSettings settings = test::held_run();
  Simulation road = test::simulation_of(settings);
  settings.belt_speed_m_s = test::easy_run().form().speed_m_s;
  Simulation belt = test::simulation_of(settings);
  for (int i = 0; i < 20; ++i) {
    test::advance(road, 50);
    test::advance(belt, 50);
    Frame seen = belt.frame();
    seen.motion.pelvis_m.x() += settings.belt_speed_m_s * seen.time_s;
    seen.motion.pelvis_velocity_m_s.x() += settings.belt_speed_m_s;
    ASSERT_LT(test::difference(seen, road.frame()), 1e-7) << road.time_s();
  }
  EXPECT_NEAR(belt.frame().motion.pelvis_m.x(), 0.0, 0.3);  // he stays where he is
}

// The same stride once more, blended over half a second: what is left is rounding of the blend, 1e-13 of a torque, and
// what contacts make of it.
TEST(SimulationPlan, AdoptingTheSameStrideChangesNothing) {
  Simulation stays = test::simulation_of(test::held_run()), adopts = test::simulation_of(test::held_run());
  test::advance(stays, 300);
  test::advance(adopts, 300);
  adopts.adopt(test::easy_run(), 0.5);
  for (int i = 0; i < 16; ++i) {
    test::advance(stays, 50);
    test::advance(adopts, 50);
    ASSERT_LT(test::difference(adopts.frame(), stays.frame()), 1e-7) << adopts.time_s();
  }
}

/// Strides of the plan's clock in 3 s.
double clock_strides(Simulation& simulation) {
  const Frame before = simulation.frame();
  test::advance(simulation, 3000);
  const Frame after = simulation.frame();
  return static_cast<double>(after.stride_index - before.stride_index) + after.stride_phase - before.stride_phase;
}

// The clock runs 5 % faster on a plan of 5 % more steps; the reflexes' share of the timing is within 2 % of either.
TEST(SimulationPlan, AdoptsAnotherStride) {
  const Stride quicker = test::stride_of(test::changed([](Form& f) { f.cadence_spm = 178.0; }));
  Simulation simulation = test::simulation_of(test::held_run());
  test::advance(simulation, 2000);
  const double before = clock_strides(simulation);
  simulation.adopt(quicker, 0.7);
  EXPECT_EQ(simulation.stride().form().cadence_spm, 178.0);
  test::advance(simulation, 1000);
  EXPECT_NEAR(clock_strides(simulation) / before, 178.0 / Form{}.cadence_spm, 0.02);
}

// Before the first step: the start as planned, feet in the air and where they belong, nothing acting.
TEST(SimulationStart, FirstFrameIsTheStart) {
  const Simulation simulation = test::simulation_of(test::held_run());
  const Frame frame = simulation.frame();
  EXPECT_EQ(frame.index, 0);
  EXPECT_TRUE(test::in_flight(frame));
  EXPECT_TRUE(frame.settling);
  EXPECT_EQ(frame.motion.q_rad, frame.plan.q_rad);
  for (std::size_t side = 0; side < 2; ++side) {
    const auto& at = frame.contact[side].point_m;
    EXPECT_LT((0.5 * (at[0] + at[1]) - frame.motion.leg[side].heel_m).norm(), 1e-12);
    for (const Vec3& point : at) EXPECT_GT(point.y(), 0.0);
  }
}

// Without reflexes nobody runs: he falls, the run says so and stands still from then on.
TEST(SimulationFall, EndsTheRunForGood) {
  Simulation simulation(test::easy_run(), test::load_models(), test::free_run(), ReflexGains{});
  while (simulation.step()) ASSERT_LT(simulation.time_s(), 5.0);
  ASSERT_TRUE(simulation.fall());
  EXPECT_NEAR(simulation.fall()->time_s, simulation.time_s(), 1e-12);
  EXPECT_THAT(simulation.fall()->text(), ::testing::HasSubstr("the runner fell at"));
  const auto hash = simulation.state_hash();
  const auto index = simulation.index();
  EXPECT_FALSE(simulation.step());
  EXPECT_EQ(simulation.state_hash(), hash);
  EXPECT_EQ(simulation.index(), index);
}

// Ground that is no number: the run ends within a step of touching it and says that the numbers did it.
TEST(SimulationFall, SaysThatTheNumbersDiverged) {
  for (const CarrierKind carrier : {CarrierKind::own, CarrierKind::bullet}) {
    SimulationSettings settings = test::free_run();
    settings.carrier = carrier;
    settings.contact.stiffness_n_m.fill(std::numeric_limits<double>::quiet_NaN());
    Simulation simulation = test::simulation_of(settings);
    while (simulation.step()) ASSERT_LT(simulation.time_s(), 0.5);
    EXPECT_THAT(simulation.fall()->what, ::testing::HasSubstr("the numbers diverged"));
  }
}

}  // namespace
}  // namespace stridelab
