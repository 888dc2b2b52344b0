#include <gtest/gtest.h>

#include <array>
#include <iostream>

#include "gait/solver.h"
#include "gait/stride_solution.h"
#include "support/strides.h"

/// The stride is a property of the runner, not of the number of knots: results converge as knots are added.
namespace stridelab {
namespace {

struct Result {
  double knee_moment_nm_kg, vertical_force_bw, flight_moment_bw_m;
};

/// Intervals and nodes in proportion to those that synthesise() uses.
Result at_resolution(double fineness) {
  auto count = [&](double standard) { return static_cast<int>(std::lround(standard * fineness)); };
  const Resolution resolution{count(11), count(7), count(26), count(14)};
  const Body body;
  Problem problem(build_skeleton(body), Form{}, resolution);
  const SolverResult r = solve(problem, problem.normative_start(), {1e-5, 1e-9, 100});
  const double duty = r.x(problem.duty_index());
  const Stride stride(std::make_shared<StrideSolution>(
      StrideSolution{body,
                     Form{},
                     problem.skeleton(),
                     resolution,
                     r.x,
                     StrengthLimits{},
                     0.0,
                     EventSpline(duty, resolution.stance_intervals, resolution.flight_intervals),
                     problem.com_path(),
                     problem.schedule(),
                     duty,
                     120.0 / Form{}.cadence_spm,
                     {}}));
  Result result{test::peak_knee_moment(stride), 0.0, 0.0};
  result.vertical_force_bw =
      test::peak(stride, [](const StrideSample& s) { return s.leg[0].grf_n.y(); }) / test::weight_n(stride);
  result.flight_moment_bw_m = test::peak(stride, [](const StrideSample& s) { return s.residual_moment_nm.norm(); }) /
                              (test::weight_n(stride) * body.height_m);
  return result;
}

// Each doubling of knots and nodes moves the answer less than the one before. Quintic splines alone would converge with
// the sixth power; terms that are penalties, not conditions, let go a little as nodes are added, and first order (a
// factor of two per doubling) is what remains. 0.75 leaves room for the last digits that a solve to 1e-9 leaves open.
TEST(Resolution, EachDoublingChangesLess) {
  const std::array results{at_resolution(0.5), at_resolution(1.0), at_resolution(2.0), at_resolution(4.0)};
  std::array<double, 3> knee{}, force{};
  for (std::size_t i = 0; i < 3; ++i) {
    knee[i] = std::abs(results[i + 1].knee_moment_nm_kg - results[i].knee_moment_nm_kg);
    force[i] = std::abs(results[i + 1].vertical_force_bw - results[i].vertical_force_bw);
    std::cout << "doubling " << i + 1 << ": knee moment changes by " << knee[i] << " Nm/kg, vertical force by "
              << force[i] << " BW\n";
  }
  for (std::size_t i = 0; i < 2; ++i) EXPECT_LT(knee[i + 1], 0.75 * knee[i]);
  // The peak of a force that is a prior moves by thousandths of body weight and has no order to show.
  for (const double change : force) EXPECT_LT(change, 0.005);
  EXPECT_LT(results[3].flight_moment_bw_m, results[0].flight_moment_bw_m);
  // What synthesise() uses is within 5 % of the finest. A level, that is: both sides of a comparison are off by the same.
  EXPECT_NEAR(results[1].knee_moment_nm_kg / results[3].knee_moment_nm_kg, 1.0, 0.05);
}

}  // namespace
}  // namespace stridelab
