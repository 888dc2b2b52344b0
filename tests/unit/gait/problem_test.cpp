#include "gait/problem.h"

#include <gtest/gtest.h>

#include <cmath>

#include "gait/solver.h"
#include "gait/tracking.h"
#include "support/motion.h"

/// The least-squares problem: its derivatives, its symmetry and its minimum.
namespace stridelab {
namespace {

const Skeleton& runner() {
  static const Skeleton skeleton = build_skeleton({70.0, 1.75, Sex::male});
  return skeleton;
}

Form uphill() {
  Form form;
  form.slope_rad = 0.06;  // no term is zero by chance
  return form;
}

/// The normative start, shaken by some milliradians, millimetres and per cent: away from the minimum, near running.
Eigen::VectorXd shaken(const Problem& problem, std::uint64_t seed) {
  Eigen::VectorXd x = problem.normative_start();
  test::SeededRandom random(seed);
  for (Eigen::Index i = 0; i + 1 < x.size(); ++i) x(i) += random.uniform(-0.003, 0.003);
  return x;
}

struct Linearised {
  double cost;
  Eigen::VectorXd gradient;
  Eigen::MatrixXd hessian;
};

Linearised linearise(Problem& problem, const Eigen::VectorXd& x) {
  Linearised l;
  NormalEquations equations;
  l.cost = problem.linearise(x, equations);
  l.hessian = equations.matrix.selfadjointView<Eigen::Lower>();
  l.hessian += equations.dense * equations.dense.transpose();
  l.gradient = equations.gradient;
  return l;
}

// Central differences of the cost with a step of 1e-7: the smooth hinges are stiff, larger steps see them bend. An entry
// of J^T r is at most sqrt(H_ii 2 cost); measured against that, rounding is 1e-9 sqrt(cost / H_ii), below 1e-7, and the
// hinges' third derivative leaves 1e-7 too. The duty column is itself a forward difference of 1e-6: 1e-4.
TEST(Problem, GradientIsTheSlopeOfTheCost) {
  Problem problem(runner(), uphill(), Resolution{});
  const Eigen::VectorXd x = shaken(problem, 1);
  const Linearised l = linearise(problem, x);
  EXPECT_NEAR(l.cost, problem.cost(x), 1e-12 * l.cost);
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    constexpr double h = 1e-7;
    Eigen::VectorXd up = x, down = x;
    up(i) += h;
    down(i) -= h;
    const double numeric = (problem.cost(up) - problem.cost(down)) / (2.0 * h);
    const double largest = std::sqrt(l.hessian(i, i) * 2.0 * l.cost);
    EXPECT_NEAR(l.gradient(i), numeric, (i == problem.duty_index() ? 1e-4 : 1e-6) * largest) << "unknown " << i;
  }
}

// The Gauss-Newton matrix leaves out residual x curvature, which is small where residuals are: at the minimum. There it
// agrees with the differences of the gradient to some per cent, and entry by entry to a fraction of sqrt(H_ii H_jj). A
// block of the wrong sign or in the wrong place (mirrored control points) would be wrong by one to two of these.
TEST(Problem, GaussNewtonMatrixIsTheCurvatureOfTheCost) {
  Problem problem(runner(), uphill(), Resolution{});
  const SolverResult best = solve(problem, problem.normative_start(), {1e-5, 1e-9, 100});
  const Linearised l = linearise(problem, best.x);
  const Eigen::VectorXd size = l.hessian.diagonal().cwiseSqrt();
  double error = 0.0, whole = 0.0;
  for (Eigen::Index i = 0; i < best.x.size(); ++i) {
    constexpr double h = 1e-6;
    Eigen::VectorXd up = best.x, down = best.x;
    up(i) += h;
    down(i) -= h;
    const Eigen::VectorXd curvature = (linearise(problem, up).gradient - linearise(problem, down).gradient) / (2.0 * h);
    const Eigen::VectorXd off = (curvature - l.hessian.col(i)).cwiseQuotient(size * size(i));
    EXPECT_LT(off.cwiseAbs().maxCoeff(), 0.5) << "unknown " << i;
    error += off.squaredNorm();
    whole += l.hessian.col(i).cwiseQuotient(size * size(i)).squaredNorm();
  }
  EXPECT_LT(std::sqrt(error / whole), 0.10);
}

// The model of a step holds: the cost falls by what gradient and matrix predict, to a tenth, for a tenth of the step.
TEST(Problem, StepLowersTheCostAsPredicted) {
  Problem problem(runner(), Form{}, Resolution{});
  const Eigen::VectorXd x = problem.normative_start();
  Linearised l = linearise(problem, x);
  l.hessian.diagonal() *= 1.0 + 1e-5;
  const Eigen::VectorXd step = -0.1 * l.hessian.llt().solve(l.gradient);
  const double predicted = l.gradient.dot(step) + 0.5 * step.dot(l.hessian * step);
  const double actual = problem.cost(x + step) - l.cost;
  EXPECT_LT(predicted, 0.0);
  EXPECT_NEAR(actual / predicted, 1.0, 0.1);
}

// Gradient in the metric of the Gauss-Newton matrix: what a further step could gain. The solver stops when a step gains
// less than 1e-4 of the cost, so the next one gains less than that.
TEST(Problem, SolverStopsAtAMinimum) {
  Problem problem(runner(), Form{}, Resolution{});
  const SolverResult best = solve(problem, problem.normative_start(), SolverSettings{});
  ASSERT_TRUE(best.converged);
  const Linearised l = linearise(problem, best.x);
  EXPECT_LT(0.5 * l.gradient.dot(l.hessian.llt().solve(l.gradient)), 1e-4 * l.cost);
}

// One valley: from a shaken start the same cost and the same posture, as far as the solver's tolerance fixes them.
TEST(Problem, MinimumDoesNotDependOnTheStart) {
  Problem problem(runner(), Form{}, Resolution{});
  const SolverSettings fine{1e-5, 1e-7, 100};
  const SolverResult a = solve(problem, problem.normative_start(), fine), b = solve(problem, shaken(problem, 2), fine);
  EXPECT_NEAR(a.cost, b.cost, 1e-4 * a.cost);
  EXPECT_LT((problem.motion(a.x, 0.15).q_rad - problem.motion(b.x, 0.15).q_rad).cwiseAbs().maxCoeff(),
            0.2 * rad_per_deg);
}

TEST(Problem, EvaluatingLeavesNoTrace) {
  Problem problem(runner(), Form{}, Resolution{});
  const Eigen::VectorXd x = problem.normative_start(), y = shaken(problem, 3);
  const double before = problem.cost(x);
  EXPECT_NE(problem.cost(y), before);
  linearise(problem, y);
  EXPECT_EQ(problem.cost(x), before);
}

// Half a stride later the runner is his own mirror image, whatever the unknowns. Spline values differ by rounding only.
TEST(Problem, MotionIsMirroredHalfAStrideLater) {
  Problem problem(runner(), Form{}, Resolution{});
  const Eigen::VectorXd x = shaken(problem, 4);
  for (const double phase : {0.0, 0.11, 0.27, 0.49}) {
    const auto now = problem.motion(x, phase), later = problem.motion(x, phase + 0.5);
    EXPECT_LT((later.q_rad - test::seen_in_mirror(now.q_rad)).norm(), 1e-12);
    EXPECT_LT((later.qdd_rad_s2 - test::seen_in_mirror(now.qdd_rad_s2)).norm(), 1e-8);  // of 1000 rad/s2
    EXPECT_EQ(mirrored(now.q_rad), test::seen_in_mirror(now.q_rad));
  }
}

// Rates are the time derivatives of the posture: second-order differences of 1e-5 of a stride, of spline pieces whose
// derivatives grow by 250 per order of phase: (250 x 1e-5)^2 / 6 = 1e-6.
TEST(Problem, RatesAreTimeDerivatives) {
  Problem problem(runner(), Form{}, Resolution{});
  const Eigen::VectorXd x = problem.normative_start();
  const double period_s = 120.0 / problem.form().cadence_spm, h = 1e-5;
  for (const double phase : {0.051, 0.203, 0.377, 0.451, 0.707}) {
    const auto before = problem.motion(x, phase - h), now = problem.motion(x, phase),
               after = problem.motion(x, phase + h);
    const CoordinateVector rate = (after.q_rad - before.q_rad) / (2.0 * h * period_s);
    const CoordinateVector change = (after.qd_rad_s - before.qd_rad_s) / (2.0 * h * period_s);
    EXPECT_LT((rate - now.qd_rad_s).norm(), 1e-5 * now.qd_rad_s.norm());
    EXPECT_LT((change - now.qdd_rad_s2).norm(), 1e-5 * now.qdd_rad_s2.norm());
  }
}

}  // namespace
}  // namespace stridelab
