#include <benchmark/benchmark.h>

#include "forward/bullet/bullet_carrier.h"
#include "forward/implicit_step.h"
#include "forward/reference_motion.h"
#include "forward/reflexes.h"
#include "support/forward_runs.h"

#ifdef STRIDELAB_HAS_MUJOCO
#include "support/mujoco_model.h"
#endif

/// How fast the runner runs forward, and where the time goes. `x_real_time` is at the usual step of 1 ms.
namespace stridelab {
namespace {

constexpr double dt_s = 0.001;

void count_steps(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations());
  state.counters["x_real_time"] =
      benchmark::Counter(dt_s * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

Simulation running(CarrierKind carrier) {
  SimulationSettings settings = test::free_run();
  settings.carrier = carrier;
  Simulation simulation = test::simulation_of(settings);
  test::advance(simulation, 5000);
  return simulation;
}

/// Takes a frame, that is all loads, every so many steps; never for 0.
void RunForward(benchmark::State& state, CarrierKind carrier, std::int64_t frame_every) {
  Simulation simulation = running(carrier);
  for (auto _ : state) {
    if (!simulation.step()) state.SkipWithError(simulation.fall()->text().c_str());
    if (frame_every != 0 && simulation.index() % frame_every == 0) benchmark::DoNotOptimize(simulation.frame());
  }
  count_steps(state);
}
BENCHMARK_CAPTURE(RunForward, bullet_with_loads_every_step, CarrierKind::bullet, 1);
BENCHMARK_CAPTURE(RunForward, bullet_with_loads_at_250_hz, CarrierKind::bullet, 4);
BENCHMARK_CAPTURE(RunForward, bullet_alone, CarrierKind::bullet, 0);
BENCHMARK_CAPTURE(RunForward, own_carrier_with_loads_every_step, CarrierKind::own, 1);
BENCHMARK_CAPTURE(RunForward, own_carrier_alone, CarrierKind::own, 0);

/// One instant of stance with everything that a step computes, each part ready to be timed alone.
struct Instant {
  Instant() {
    const SimulationSettings settings = test::free_run();
    Simulation simulation = test::simulation_of(settings);
    const ReferenceMotion table(test::easy_run(), skeleton, settings.contact);
    while (simulation.time_s() < 5.0 || test::in_flight(simulation.frame())) test::advance(simulation, 1);
    test::advance(simulation, 80);
    const Frame frame = simulation.frame();
    state.q << frame.motion.pelvis_m, frame.motion.q_rad;
    state.u << frame.motion.pelvis_velocity_m_s, frame.motion.qd_rad_s;
    memory.phase = frame.stride_phase;
    memory.load = {1.0, 0.0};
    memory.down = {true, false};
    sense.vertical_force_n = {frame.motion.leg[0].grf_n.y(), frame.motion.leg[1].grf_n.y()};
    plan = table.at(memory.phase);
    reflexes.schedule(test::easy_run().form().speed_m_s, 0.0);
    free_dynamics(skeleton, state, gravity, dynamics);
    command = reflexes.command(state, dynamics.tree, sense, plan, dt_s, memory);
    ground = GroundContact(skeleton, settings.contact, 0.0);
    solution = solve();
  }
  StepSolution solve() {
    return implicit.solve(
        {state, dynamics, command, strength, noise, {Vec3::Zero(), Vec3::Zero()}, skeleton.body.mass_kg, dt_s}, ground);
  }

  Skeleton skeleton = build_skeleton(Body{});
  Vec3 gravity = Vec3(0.0, -gravity_m_s2, 0.0);
  FreeState state;
  FreeDynamics dynamics;
  Reflexes reflexes{skeleton, shipped_gains()};
  ReflexState memory;
  GroundSense sense;
  ReferenceInstant plan;
  JointCommand command;
  JointStrength strength{Body{}, 1.0};
  CoordinateVector noise = CoordinateVector::Zero();
  ImplicitStep implicit;
  GroundContact ground{skeleton, ContactModel{}, 0.0};
  StepSolution solution;
};

Instant& instant() {
  static Instant it;
  return it;
}

/// Kinematics, mass matrix and bias forces.
void PartFreeDynamics(benchmark::State& state) {
  Instant& i = instant();
  for (auto _ : state) {
    free_dynamics(i.skeleton, i.state, i.gravity, i.dynamics);
    benchmark::DoNotOptimize(i.dynamics.bias.data());
  }
}
BENCHMARK(PartFreeDynamics);

/// One factorisation of the mass matrix and one solution; a step needs as many as it has passes.
void PartFactorAndSolve(benchmark::State& state) {
  Instant& i = instant();
  LimbFactor factor;
  for (auto _ : state) {
    benchmark::DoNotOptimize(factor.compute(i.dynamics.mass_matrix));
    benchmark::DoNotOptimize(factor.solve(i.dynamics.bias));
  }
}
BENCHMARK(PartFactorAndSolve);

/// Laws of the ground and their share of the matrix, one pass.
void PartContact(benchmark::State& state) {
  Instant& i = instant();
  GroundContact ground = i.ground;
  LimbMatrix matrix = i.dynamics.mass_matrix;
  FreeVector right = i.dynamics.bias;
  for (auto _ : state) {
    ground.begin(i.dynamics.tree, i.state, dt_s);
    ground.add(i.dynamics.tree, dt_s, matrix, right);
    benchmark::DoNotOptimize(ground.settle(i.dynamics.tree, i.solution.u_end));
  }
}
BENCHMARK(PartContact);

/// The whole implicit step: ground, joints and muscles, all passes.
void PartImplicitStep(benchmark::State& state) {
  Instant& i = instant();
  for (auto _ : state) benchmark::DoNotOptimize(i.solve());
  state.counters["passes"] = i.solve().passes;
}
BENCHMARK(PartImplicitStep);

void PartReflexes(benchmark::State& state) {
  Instant& i = instant();
  for (auto _ : state) {
    ReflexState memory = i.memory;
    benchmark::DoNotOptimize(i.reflexes.command(i.state, i.dynamics.tree, i.sense, i.plan, dt_s, memory));
  }
}
BENCHMARK(PartReflexes);

/// Carries the state on under constant forces, and back to the same instant before it leaves what running looks like.
/// The same job for all three engines: dynamics of the tree, no ground, no control, no loads.
constexpr int steps_on = 20;

void carry(benchmark::State& state, Carrier& carrier) {
  Instant& i = instant();
  int n = 0;
  for (auto _ : state) {
    if (n++ % steps_on == 0) carrier.set_state(i.state);
    carrier.step(i.solution.forces, dt_s);
    benchmark::DoNotOptimize(carrier.state());
  }
  count_steps(state);
}

void CarryByBullet(benchmark::State& state) { carry(state, *bullet_carrier(instant().skeleton, instant().gravity)); }
BENCHMARK(CarryByBullet);

void CarryByOurCore(benchmark::State& state) { carry(state, *own_carrier(instant().skeleton, instant().gravity)); }
BENCHMARK(CarryByOurCore);

#ifdef STRIDELAB_HAS_MUJOCO
void CarryByMujoco(benchmark::State& state) {
  Instant& i = instant();
  test::MujocoRunner engine(i.skeleton);
  test::Motion3 from;
  from.q_rad = i.state.q.tail<n_coordinates>();
  from.qd_rad_s = i.state.u.tail<n_coordinates>();
  int n = 0;
  for (auto _ : state) {
    if (n++ % steps_on == 0) engine.start(from, i.solution.forces.torque_nm, dt_s);
    engine.step();
  }
  count_steps(state);
}
BENCHMARK(CarryByMujoco);
#endif

/// Poses, joint moments and loads of one instant.
void PartFrame(benchmark::State& state) {
  const Simulation simulation = running(CarrierKind::own);
  for (auto _ : state) benchmark::DoNotOptimize(simulation.frame());
}
BENCHMARK(PartFrame);

}  // namespace
}  // namespace stridelab
