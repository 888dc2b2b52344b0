#include <benchmark/benchmark.h>

#include "gait/cyclic_cholesky.h"
#include "gait/solver.h"
#include "support/motion.h"

#ifdef STRIDELAB_HAS_MUJOCO
#include "support/mujoco_model.h"
#endif

/// The stages of one iteration, from one instant's dynamics to the factorisation.
namespace stridelab {
namespace {

const Skeleton& runner() {
  static const Skeleton skeleton = build_skeleton(Body{});
  return skeleton;
}

void InverseDynamics(benchmark::State& state) {
  const test::Motion3 m = test::random_motion(1);
  TreeState t;
  for (auto _ : state) {
    evaluate(runner(), m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n, t);
    benchmark::DoNotOptimize(t.root);
  }
}
BENCHMARK(InverseDynamics);

#ifdef STRIDELAB_HAS_MUJOCO
/// The same instant of the same tree in MuJoCo; includes its position and velocity stages, as ours does.
void InverseDynamicsInMujoco(benchmark::State& state) {
  const test::Motion3 m = test::random_motion(1);
  test::MujocoRunner engine(runner());
  for (auto _ : state) benchmark::DoNotOptimize(engine.inverse(m, Vec3::Zero()));
}
BENCHMARK(InverseDynamicsInMujoco);
#endif

/// All 69 derivatives of 22 torques, the root moment and the centre of mass; dynamics not included.
void DynamicsDerivatives(benchmark::State& state) {
  const test::Motion3 m = test::random_motion(1);
  TreeState t;
  TreeDerivatives d;
  evaluate(runner(), m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n, t);
  for (auto _ : state) {
    differentiate(t, d);
    benchmark::DoNotOptimize(d.tau.data());
  }
}
BENCHMARK(DynamicsDerivatives);

/// Half the sum of squares at one vector of unknowns: all nodes, no derivatives.
void ResidualEvaluation(benchmark::State& state) {
  Problem problem(runner(), Form{}, Resolution{});
  const Eigen::VectorXd x = problem.normative_start();
  for (auto _ : state) benchmark::DoNotOptimize(problem.cost(x));
  state.counters["unknowns"] = problem.size();
}
BENCHMARK(ResidualEvaluation)->Unit(benchmark::kMicrosecond);

/// Residuals, Jacobian and Gauss-Newton matrix.
void Linearisation(benchmark::State& state) {
  Problem problem(runner(), Form{}, Resolution{});
  const Eigen::VectorXd x = problem.normative_start();
  NormalEquations equations;
  for (auto _ : state) benchmark::DoNotOptimize(problem.linearise(x, equations));
}
BENCHMARK(Linearisation)->Unit(benchmark::kMicrosecond);

/// Cyclic Cholesky factor and solve of the damped Gauss-Newton matrix.
void Factorisation(benchmark::State& state) {
  Problem problem(runner(), Form{}, Resolution{});
  NormalEquations equations;
  problem.linearise(problem.normative_start(), equations);
  equations.matrix.diagonal() *= 1.0 + 1e-5;
  const CyclicCholesky cholesky(problem.blocks(), n_coordinates, BasisWindow::order - 1);
  Eigen::MatrixXd work;
  for (auto _ : state) {
    work = equations.matrix;
    cholesky.factor(work);
    Eigen::VectorXd x = equations.gradient;
    cholesky.solve(work, x);
    benchmark::DoNotOptimize(x.data());
  }
}
BENCHMARK(Factorisation)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace stridelab
