#include <gtest/gtest.h>

#include "support/forward_runs.h"

/// The same run again: from the start, from a snapshot, by another carrier.
namespace stridelab {
namespace {

/// With everything on that a snapshot must hold: noise, a push, a change of plan.
SimulationSettings busy_run(CarrierKind carrier) {
  SimulationSettings settings = test::held_run();
  settings.carrier = carrier;
  settings.torque_noise_percent = 0.3;
  settings.seed = 7;
  return settings;
}

const Stride& quicker() {
  static const Stride stride = test::stride_of(test::changed([](Form& f) { f.cadence_spm = 176.0; }));
  return stride;
}

/// What happens in the run, by the number of the step.
void disturb(Simulation& simulation) {
  if (simulation.index() == 350) simulation.push(Vec3(0.0, 0.0, 40.0), 0.1);
  if (simulation.index() == 600) simulation.adopt(quicker(), 0.5);
}

void run_to(Simulation& simulation, std::int64_t index) {
  while (simulation.index() < index) {
    disturb(simulation);
    test::advance(simulation, 1);
  }
}

/// Every number of a frame that a wrong bit of state or of the controller's memory would reach within the next steps.
bool same_bits(const Frame& a, const Frame& b) {
  return a.motion.q_rad == b.motion.q_rad && a.motion.qd_rad_s == b.motion.qd_rad_s &&
         a.motion.qdd_rad_s2 == b.motion.qdd_rad_s2 && a.motion.pelvis_m == b.motion.pelvis_m &&
         a.actuator_torque_nm == b.actuator_torque_nm && a.stride_phase == b.stride_phase &&
         a.stride_index == b.stride_index && a.plan.q_rad == b.plan.q_rad && a.time_s == b.time_s &&
         a.index == b.index && a.settling == b.settling && a.saturated == b.saturated &&
         a.motion.residual_force_n == b.motion.residual_force_n;
}

struct Instant {
  std::int64_t index;
  std::shared_ptr<const SimulationSnapshot> snapshot;
  Frame then;   ///< at the snapshot
  Frame later;  ///< 150 steps on
  std::uint64_t hash_later;
};

constexpr int onwards = 150;

/// 12 instants of one run: in flight and in stance of either leg, within a push and within a change of plan.
std::vector<Instant> instants(CarrierKind carrier) {
  std::vector<Instant> out;
  Simulation simulation = test::simulation_of(busy_run(carrier));
  for (std::int64_t index = 35; out.size() < 12; index += 73) {
    run_to(simulation, index);
    const Frame frame = simulation.frame();
    out.push_back({index, simulation.snapshot(), frame, frame, 0});
  }
  Simulation again = test::simulation_of(busy_run(carrier));
  for (Instant& instant : out) {
    again.restore(*instant.snapshot);
    run_to(again, instant.index + onwards);
    instant.later = again.frame();
    instant.hash_later = again.state_hash();
  }
  return out;
}

class SimulationRepeat : public ::testing::TestWithParam<CarrierKind> {};

TEST_P(SimulationRepeat, SnapshotsAreBitExactInTheSameAndInANewSimulation) {
  const std::vector<Instant> all = instants(GetParam());
  int loaded = 0;
  Simulation original = test::simulation_of(busy_run(GetParam()));
  for (const Instant& instant : all) {
    loaded += test::in_flight(instant.then) ? 0 : 1;
    // The run that was never interrupted...
    run_to(original, instant.index);
    EXPECT_TRUE(same_bits(original.frame(), instant.then)) << instant.index;
    const auto here = original.snapshot();
    run_to(original, instant.index + onwards);
    EXPECT_EQ(original.state_hash(), instant.hash_later) << instant.index;
    EXPECT_TRUE(same_bits(original.frame(), instant.later)) << instant.index;
    // ... goes back in itself, and in one that has never run.
    original.restore(*here);
    EXPECT_TRUE(same_bits(original.frame(), instant.then)) << instant.index;
    Simulation fresh = test::simulation_of(busy_run(GetParam()));
    fresh.restore(*here);
    EXPECT_EQ(fresh.time_s(), original.time_s());
    run_to(fresh, instant.index + onwards);
    EXPECT_EQ(fresh.state_hash(), instant.hash_later) << instant.index;
    EXPECT_TRUE(same_bits(fresh.frame(), instant.later)) << instant.index;
  }
  EXPECT_GE(loaded, 4);
  EXPECT_LE(loaded, 11);
}

TEST_P(SimulationRepeat, TwoRunsHaveTheSameHashAtEverySecond) {
  Simulation one = test::simulation_of(busy_run(GetParam())), two = test::simulation_of(busy_run(GetParam()));
  for (int second = 1; second <= 2; ++second) {
    run_to(one, 1000 * second);
    run_to(two, 1000 * second);
    EXPECT_EQ(one.state_hash(), two.state_hash()) << second;
  }
}

TEST_P(SimulationRepeat, MovingASimulationMovesTheRun) {
  Simulation stays = test::simulation_of(busy_run(GetParam())), moves = test::simulation_of(busy_run(GetParam()));
  run_to(stays, 200);
  run_to(moves, 100);
  Simulation moved = std::move(moves);
  run_to(moved, 200);
  EXPECT_EQ(moved.state_hash(), stays.state_hash());
}

INSTANTIATE_TEST_SUITE_P(Carriers, SimulationRepeat, ::testing::Values(CarrierKind::own, CarrierKind::bullet),
                         [](const auto& info) { return info.param == CarrierKind::own ? "own" : "bullet"; });

TEST(SimulationRepeatOf, AnotherSeedIsAnotherRun) {
  SimulationSettings settings = busy_run(CarrierKind::own);
  Simulation one = test::simulation_of(settings);
  settings.seed = 8;
  Simulation two = test::simulation_of(settings);
  run_to(one, 50);
  run_to(two, 50);
  EXPECT_NE(one.state_hash(), two.state_hash());
}

// Looking at the run changes nothing of it.
TEST(SimulationRepeatOf, FramesDoNotDisturb) {
  Simulation looked_at = test::simulation_of(busy_run(CarrierKind::own)),
             alone = test::simulation_of(busy_run(CarrierKind::own));
  for (int i = 0; i < 300; ++i) {
    test::advance(looked_at, 1);
    EXPECT_EQ(looked_at.frame().index, i);
    EXPECT_NE(looked_at.snapshot(), nullptr);
  }
  test::advance(alone, 300);
  EXPECT_EQ(looked_at.state_hash(), alone.state_hash());
}

// Two solvers of one equation differ by rounding, 1e-12 a step. A runner forgets small differences within strides, and
// every contact multiplies them in between: over 1 s they stay below 1e-6 rad or m, rad/s or m/s.
TEST(SimulationRepeatOf, BothCarriersRunAlike) {
  SimulationSettings settings = test::held_run();
  Simulation own = test::simulation_of(settings);
  settings.carrier = CarrierKind::bullet;
  Simulation bullet = test::simulation_of(settings);
  for (int i = 0; i < 20; ++i) {
    test::advance(own, 50);
    test::advance(bullet, 50);
    ASSERT_LT(test::difference(own.frame(), bullet.frame()), 1e-6) << own.time_s();
  }
  EXPECT_NE(own.state_hash(), bullet.state_hash());  // they are two
}

}  // namespace
}  // namespace stridelab
