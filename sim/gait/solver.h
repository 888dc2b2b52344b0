#pragma once

#include <Eigen/Dense>

#include "gait/problem.h"

namespace stridelab {

struct SolverSettings {
  double damping = 1e-5;    ///< first lambda; 1e-6 for warm starts, where damping would hold soft directions back
  double tolerance = 1e-4;  ///< stop when a step lowers the cost by less than this fraction
  int max_iterations = 60;
};

struct SolverResult {
  Eigen::VectorXd x;
  double cost;
  int iterations;
  bool converged;
};

/// Levenberg-Marquardt with damping on the diagonal (Marquardt 1963; factors 0.1 and 8). Deterministic.
SolverResult solve(Problem& problem, Eigen::VectorXd x, const SolverSettings& settings);

}  // namespace stridelab
