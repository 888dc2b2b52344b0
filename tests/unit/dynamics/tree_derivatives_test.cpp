#include "dynamics/tree_derivatives.h"

#include <gtest/gtest.h>

#include "support/differences.h"
#include "support/motion.h"

namespace stridelab {
namespace {

using Inputs = Eigen::Matrix<double, n_tree_inputs, 1>;
using Outputs = Eigen::Matrix<double, n_coordinates + 9, 1>;

// Torques are trigonometric polynomials of second degree in an angle, quadratic in a rate and linear in the rest: a
// fourth-order difference with step 1e-3 is wrong by 1e-12 of their size, rounding by 1e-13 (see differences.h).
constexpr double step = 1e-3;
constexpr double tolerance = 1e-9;

Outputs outputs(const Skeleton& s, const Inputs& x) {
  TreeState t;
  evaluate(s, x.head<n_coordinates>(), x.segment<n_coordinates>(n_coordinates),
           x.segment<n_coordinates>(2 * n_coordinates), x.tail<3>(), t);
  Outputs y;
  y << generalised_forces(t), t.root.moment, t.com, t.com_velocity;
  return y;
}

class TreeDerivative : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(TreeDerivative, AgreesWithDifferences) {
  const Skeleton s = build_skeleton({70.0, 1.75, GetParam() % 2 == 0 ? Sex::male : Sex::female});
  const test::Motion3 m = test::random_motion(GetParam());
  Inputs x;
  x << m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n;
  TreeState t;
  evaluate(s, m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n, t);
  TreeDerivatives d;
  differentiate(t, d);
  Eigen::Matrix<double, n_coordinates + 9, n_tree_inputs> analytic, numeric;
  analytic << d.tau, d.root_moment, d.com, d.com_velocity;
  for (int k = 0; k < n_tree_inputs; ++k) {
    auto along = [&](double value) {
      Inputs moved = x;
      moved(k) = value;
      return outputs(s, moved);
    };
    numeric.col(k) = test::central_difference(along, x(k), step);
  }
  const Outputs size = outputs(s, x).cwiseAbs().cwiseMax(1.0);
  for (Eigen::Index row = 0; row < analytic.rows(); ++row) {
    const double scale = size(row) + numeric.row(row).cwiseAbs().maxCoeff();
    for (Eigen::Index col = 0; col < n_tree_inputs; ++col)
      EXPECT_NEAR(analytic(row, col), numeric(row, col), tolerance * scale) << "output " << row << ", input " << col;
  }
}

INSTANTIATE_TEST_SUITE_P(RandomStates, TreeDerivative, ::testing::Range<std::uint64_t>(200, 206));

}  // namespace
}  // namespace stridelab
