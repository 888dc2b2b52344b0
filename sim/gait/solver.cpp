#include "gait/solver.h"

#include <cmath>
#include <limits>

#include "gait/cyclic_cholesky.h"

namespace stridelab {
namespace {

/// Two matrices of 2 MB. Kept per thread: fresh pages for every solve would cost a quarter of a slider's step. Every entry
/// that is read is written first, so results do not depend on what was solved before.
struct Workspace {
  NormalEquations equations;
  Eigen::MatrixXd factor;
  Eigen::VectorXd step;
};

Workspace& workspace() {
  thread_local Workspace space;
  return space;
}

/// One damped Gauss-Newton step; false if the damped matrix is not positive definite. The dense row enters by the formula
/// of Sherman & Morrison, so that it does not fill the structured matrix.
template <int DenseRows>
bool damped_step(const CyclicCholesky& cholesky, const NormalEquations& e, double damping, Eigen::MatrixXd& work,
                 Eigen::VectorXd& step) {
  using Dense = Eigen::Matrix<double, Eigen::Dynamic, DenseRows>;
  using Inner = Eigen::Matrix<double, DenseRows, DenseRows>;
  const Dense dense = e.dense;
  work = e.matrix;
  work.diagonal() += damping * (e.matrix.diagonal() + dense.rowwise().squaredNorm());
  if (!cholesky.factor(work)) return false;
  step = -e.gradient;
  cholesky.solve(work, step);
  Dense rows = dense;
  for (int k = 0; k < DenseRows; ++k) {
    Eigen::VectorXd row = rows.col(k);
    cholesky.solve(work, row);
    rows.col(k) = row;
  }
  const Inner inner = Inner::Identity() + dense.transpose() * rows;
  step -= rows * inner.inverse() * (dense.transpose() * step);
  return true;
}

}  // namespace

SolverResult solve(Problem& problem, Eigen::VectorXd x, const SolverSettings& settings) {
  const CyclicCholesky cholesky(problem.blocks(), n_coordinates, BasisWindow::order - 1);
  auto& [equations, work, step] = workspace();
  const auto stepped = problem.steps() == 1 ? damped_step<2> : damped_step<3>;
  double damping = settings.damping;
  double cost = problem.linearise(x, equations);
  for (int iteration = 1; iteration <= settings.max_iterations; ++iteration) {
    const double before = cost;
    bool accepted = false;
    while (!accepted && damping < 1e8) {
      double trial_cost = std::numeric_limits<double>::infinity();
      if (stepped(cholesky, equations, damping, work, step)) trial_cost = problem.cost(x + step);
      accepted = trial_cost < cost;
      if (accepted) {
        // The work of the ground is bilinear and held hard: full steps overshoot from side to side near the minimum.
        double share = 1.0;
        const double gain = cost - trial_cost;
        if (gain < 0.02 * cost && gain > settings.tolerance * trial_cost) {
          const double half = problem.cost(x + 0.5 * step);
          if (half < trial_cost) {
            trial_cost = half;
            share = 0.5;
          }
        }
        x += share * step;
        cost = trial_cost;
        damping *= 0.1;
      } else {
        // A step that cannot lower the cost by rounding means that the minimum is reached.
        if (std::abs(trial_cost - cost) <= 1e-9 * cost) return {x, cost, iteration, true};
        damping *= 8.0;
      }
    }
    if (!accepted) return {x, cost, iteration, false};
    if (before - cost <= settings.tolerance * cost) return {x, cost, iteration, true};
    problem.linearise(x, equations);
  }
  return {x, cost, settings.max_iterations, false};
}

}  // namespace stridelab
