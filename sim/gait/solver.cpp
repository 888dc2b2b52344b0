#include "gait/solver.h"

#include <cmath>

namespace stridelab {

SolverResult solve(Problem& problem, Eigen::VectorXd x, const SolverSettings& settings) {
  Eigen::MatrixXd hessian, damped;
  Eigen::VectorXd gradient;
  double damping = settings.damping;
  double cost = problem.linearise(x, hessian, gradient);
  for (int iteration = 1; iteration <= settings.max_iterations; ++iteration) {
    const double before = cost;
    bool accepted = false;
    while (!accepted && damping < 1e8) {
      damped = hessian;
      damped.diagonal() *= 1.0 + damping;
      const Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>> factor(damped);
      const Eigen::VectorXd trial = x - factor.solve(gradient);
      const double trial_cost =
          factor.info() == Eigen::Success ? problem.cost(trial) : std::numeric_limits<double>::infinity();
      accepted = trial_cost < cost;
      if (accepted) {
        x = trial;
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
    problem.linearise(x, hessian, gradient);
  }
  return {x, cost, settings.max_iterations, false};
}

}  // namespace stridelab
