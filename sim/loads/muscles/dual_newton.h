#pragma once

#include "loads/muscles/muscle_model.h"

namespace stridelab {

/// The answer of sharing: prices of the moments and the activations that follow from them.
struct SharingSolution {
  LegMoments price;  ///< multiplier of each moment, 1/Nm
  UnitVector activation;
  int iterations = 0;
  bool converged = false;
};

/// Minimises the sharing's dual over the six prices lambda by Newton's method with backtracking.
///
/// With u = B lambda and a = clip(u, 0, 1) the dual's slope is B^T a + rho^2 lambda - net: zero at the optimum. It is
/// convex and piecewise quadratic, its matrix sum over 0 < u < 1 of B B^T + diag rho^2 always positive definite, so
/// Newton ends exactly once the right units are between their bounds. The start depends on the problem alone.
///
/// moment_per_activation_nm  B: arm x capacity of each unit and coordinate
/// converged                 moments balance to 1e-9 of the largest (1e-6 where rounding ends the search)
/// errors                    `converged`; no allocation
/// source                    Hiriart-Urruty, Strodiot & Nguyen 1984, Appl Math Optim 11:43 (generalised second
///                           derivatives); METHODS (muscles)
SharingSolution solve_sharing(const UnitArms& moment_per_activation_nm, const LegMoments& reserve_scale_nm,
                              const LegMoments& net_nm);

}  // namespace stridelab
