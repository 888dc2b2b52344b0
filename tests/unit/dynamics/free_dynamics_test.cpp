#include "dynamics/free_dynamics.h"

#include <gtest/gtest.h>

#include "support/differences.h"
#include "support/motion.h"
#include "support/own_kinematics.h"
#include "unit/dynamics/free_motion.h"

/// The equations of motion of the free runner against kinetic energy, inverse dynamics and virtual power.
namespace stridelab {
namespace {

// Step of the differences over time. Trigonometric functions of angles with rates of up to some 60 rad/s along a
// chain: truncation (60 x 1e-3)^4 / 30 = 4e-7 of a velocity at worst, rounding 1e-13.
constexpr double step_s = 1e-3;

class FreeRunner : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  void SetUp() override { free_dynamics(skeleton_, state_, gravity_, dynamics_); }

  /// Kinetic energy from the velocities of the segments, which are differences of their positions.
  [[nodiscard]] double kinetic_energy() const {
    auto pose = [&](double t) { return test::own_pose(skeleton_, (state_.q + t * state_.u).tail<n_coordinates>()); };
    double energy = 0.0;
    for (int i = 0; i < n_coordinates; ++i) {
      const auto k = static_cast<std::size_t>(i);
      const Link& link = skeleton_.link[k];
      const Vec3 velocity =
          state_.u.head<3>() +
          test::central_difference([&](double t) { return pose(t).point(i, link.com_m); }, 0.0, step_s);
      const Mat3 rotation = pose(0.0).rotation[k];
      const Mat3 w =
          test::central_difference([&](double t) { return pose(t).rotation[k]; }, 0.0, step_s) * rotation.transpose();
      const Vec3 spin = rotation.transpose() * (0.5 * Vec3(w(2, 1) - w(1, 2), w(0, 2) - w(2, 0), w(1, 0) - w(0, 1)));
      energy += 0.5 * link.mass_kg * velocity.squaredNorm() + 0.5 * spin.dot(link.inertia_kg_m2 * spin);
    }
    return energy;
  }

  Skeleton skeleton_ = build_skeleton(test::bodies[GetParam() % test::bodies.size()]);
  FreeState state_ = test::random_state(GetParam());
  Vec3 gravity_{-0.7, -9.7, 0.2};  // a slope, and no component zero
  FreeDynamics dynamics_;
};

TEST_P(FreeRunner, MassMatrixGivesTheKineticEnergy) {
  const double energy = 0.5 * state_.u.dot(dynamics_.mass_matrix.times(state_.u));
  EXPECT_NEAR(energy / kinetic_energy(), 1.0, 1e-6);  // twice the relative error of a velocity
}

TEST_P(FreeRunner, MassMatrixIsSymmetricAndPositiveDefinite) {
  const FreeMatrix m = dynamics_.mass_matrix.dense();
  EXPECT_EQ(m, FreeMatrix(m.transpose()));
  EXPECT_GT(Eigen::SelfAdjointEigenSolver<FreeMatrix>(m).eigenvalues().minCoeff(), 0.0);
  EXPECT_TRUE((m.topLeftCorner<3, 3>().isApprox(skeleton_.mass_kg * Mat3::Identity(), 1e-14)));
}

// Column i of M is what a unit acceleration of coordinate i asks for beyond the bias. evaluate() computes forces for a
// given total force and finds the pelvis acceleration by itself: an independent way round. Forces reach some thousand
// N and Nm as sums of a hundred terms: 1e-12 of the largest.
TEST_P(FreeRunner, AgreesWithInverseDynamics) {
  const test::Motion3 m = test::random_motion(GetParam() + 700);
  TreeState t;
  evaluate(skeleton_, state_.q.tail<n_coordinates>(), state_.u.tail<n_coordinates>(), m.qdd_rad_s2, m.force_n, t);
  FreeVector acceleration, expected;
  acceleration << t.base_acceleration + gravity_, m.qdd_rad_s2;
  expected << m.force_n, generalised_forces(t);
  const FreeVector force = dynamics_.mass_matrix.times(acceleration) + dynamics_.bias;
  EXPECT_LT((force - expected).cwiseAbs().maxCoeff(), 1e-12 * expected.cwiseAbs().maxCoeff());
}

TEST_P(FreeRunner, ColumnsAreWhatUnitAccelerationsAskFor) {
  const FreeMatrix m = dynamics_.mass_matrix.dense();
  for (int i = 0; i < n_coordinates; ++i) {
    const CoordinateVector unit = CoordinateVector::Unit(i);
    TreeState t;
    evaluate_on_base(skeleton_, state_.q.tail<n_coordinates>(), CoordinateVector::Zero(), unit, Vec3::Zero(), t);
    FreeVector column;
    column << t.root.force, generalised_forces(t);
    EXPECT_LT((m.col(free_index(i)) - column).norm(), 1e-13 * column.norm()) << i;
  }
}

// The tree that a step leaves, gone on with from the accelerations that came out: not a bit beside the whole evaluation.
TEST_P(FreeRunner, EvaluatedAgainIsEvaluatedAnew) {
  const test::Motion3 m = test::random_motion(GetParam() + 900);
  const CoordinateVector q = state_.q.tail<n_coordinates>(), qd = state_.u.tail<n_coordinates>();
  const Vec3 base(1.3, 9.2, -0.4);
  TreeState anew, again = dynamics_.tree;
  evaluate_on_base(skeleton_, q, qd, m.qdd_rad_s2, base, anew);
  evaluate_again(skeleton_, qd, m.qdd_rad_s2, base, again);
  EXPECT_EQ(generalised_forces(again), generalised_forces(anew));
  EXPECT_EQ(again.root.moment, anew.root.moment);
  EXPECT_EQ(again.root.force, anew.root.force);
  EXPECT_EQ(again.com_acceleration, anew.com_acceleration);
  for (std::size_t i = 0; i < n_coordinates; ++i) EXPECT_EQ(again.acceleration[i].linear, anew.acceleration[i].linear);
}

TEST_P(FreeRunner, BiasAtRestIsGravityAlone) {
  FreeState rest = state_;
  rest.u.setZero();
  free_dynamics(skeleton_, rest, gravity_, dynamics_);
  // The weight's generalised force is minus the slope of the potential energy, by differences of the centre of mass.
  for (int i = 0; i < n_coordinates; ++i) {
    auto com = [&](double angle) {
      CoordinateVector q = rest.q.tail<n_coordinates>();
      q(i) += angle;
      return test::own_com(skeleton_, test::own_pose(skeleton_, q));
    };
    const double expected = -skeleton_.mass_kg * gravity_.dot(test::central_difference(com, 0.0, 1e-3));
    EXPECT_NEAR(dynamics_.bias(free_index(i)), expected, 1e-8) << i;  // of up to 300 Nm
  }
  EXPECT_TRUE(dynamics_.bias.head<3>().isApprox(-skeleton_.mass_kg * gravity_, 1e-14));
}

INSTANTIATE_TEST_SUITE_P(RandomStates, FreeRunner, ::testing::Range<std::uint64_t>(0, 24));

}  // namespace
}  // namespace stridelab
