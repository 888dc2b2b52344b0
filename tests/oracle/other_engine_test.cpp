#include <gtest/gtest.h>

#include "dynamics/tree.h"

#ifdef STRIDELAB_HAS_MUJOCO
#include "support/mujoco_model.h"
#endif

/// The same tree in an independent engine: joint torques, root moment and force balance agree to rounding.
namespace stridelab {
namespace {

class Mujoco : public ::testing::TestWithParam<std::uint64_t> {};

#ifdef STRIDELAB_HAS_MUJOCO

// MuJoCo stores inertias as principal axes and moments found by iteration to 1e-12; torques are sums of some hundred
// terms. 1e-9 of the largest torque leaves a factor of ten and more.
constexpr double tolerance = 1e-9;

TEST_P(Mujoco, InverseDynamicsAgrees) {
  const Sex sex = GetParam() % 2 == 0 ? Sex::male : Sex::female;
  const Skeleton s = build_skeleton({70.0, 1.75, sex});
  const test::Motion3 m = test::random_motion(GetParam());
  TreeState t;
  evaluate(s, m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n, t);
  const CoordinateVector own = generalised_forces(t);
  test::MujocoRunner engine(s);
  const Vec3 gravity(0.0, -gravity_m_s2, 0.0);
  const auto other = engine.inverse(m, t.base_acceleration + gravity);
  EXPECT_LT((other.root_n - m.force_n).norm(), tolerance * m.force_n.norm());
  EXPECT_LT((other.hinge_nm - own).cwiseAbs().maxCoeff(), tolerance * own.cwiseAbs().maxCoeff());
}

// Our torques put into the other engine's equations of motion give back the accelerations. Solving with the mass matrix
// multiplies rounding by its condition number: trunk against toes is 1e5, so 1e-9 becomes 1e-7 at most, relative to the
// largest acceleration (80 rad/s2).
TEST_P(Mujoco, ForwardDynamicsGivesTheMotionBack) {
  const Skeleton s = build_skeleton({70.0, 1.75, Sex::male});
  const test::Motion3 m = test::random_motion(GetParam());
  TreeState t;
  evaluate(s, m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n, t);
  test::MujocoRunner engine(s);
  const auto moved = engine.forward(m, m.force_n, generalised_forces(t));
  EXPECT_LT((moved.hinge_rad_s2 - m.qdd_rad_s2).cwiseAbs().maxCoeff(), 1e-7 * 80.0);
  const Vec3 pelvis = t.base_acceleration - gravity_m_s2 * Vec3::UnitY();
  EXPECT_LT((moved.pelvis_m_s2 - pelvis).norm(), 1e-7 * 80.0);
}

#else

// As many as with the engine, so that a count of the tests says what is missing.
TEST_P(Mujoco, InverseDynamicsAgrees) { GTEST_SKIP() << STRIDELAB_WITHOUT_MUJOCO; }
TEST_P(Mujoco, ForwardDynamicsGivesTheMotionBack) { GTEST_SKIP() << STRIDELAB_WITHOUT_MUJOCO; }

#endif

INSTANTIATE_TEST_SUITE_P(RandomMotions, Mujoco, ::testing::Range<std::uint64_t>(300, 320));

}  // namespace
}  // namespace stridelab
