#include <gtest/gtest.h>

#include <limits>

#include "forward/bullet/bullet_carrier.h"
#include "forward/bullet/bullet_runner.h"
#include "forward/bullet/bullet_scalar.h"
#include "support/own_kinematics.h"
#include "unit/dynamics/free_motion.h"

/// The runner as Bullet knows him is our runner: settings, segments and, above all, accelerations.
namespace stridelab {
namespace {

static_assert(sizeof(btScalar) == 8, "Bullet in double precision");

class RunnerBody : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  Skeleton skeleton_ = build_skeleton(test::bodies[GetParam() % test::bodies.size()]);
  Vec3 gravity_{-0.7, -9.7, 0.2};  // a slope, and no component zero
};

// Two routes to the same numbers, articulated bodies link by link and the mass matrix's Cholesky factor. Measured 3e-13
// of the largest acceleration; required of the program 1e-8.
TEST_P(RunnerBody, AcceleratesAsOurOwnDynamics) {
  const FreeState state = test::random_state(GetParam());
  const AppliedForces forces = test::random_forces(GetParam());
  const auto bullet = bullet_carrier(skeleton_, gravity_);
  const auto own = own_carrier(skeleton_, gravity_);
  const FreeVector a = test::acceleration(*bullet, state, forces);
  const FreeVector b = test::acceleration(*own, state, forces);
  EXPECT_GT(b.cwiseAbs().minCoeff(), 0.0);
  EXPECT_LT((a - b).cwiseAbs().maxCoeff(), 1e-11 * b.cwiseAbs().maxCoeff());
}

// Every single force finds its way alone: none hides behind a larger one.
TEST_P(RunnerBody, EachForceAloneAcceleratesAsOurOwnDynamics) {
  const FreeState state = test::random_state(GetParam());
  const AppliedForces all = test::random_forces(GetParam());
  const auto bullet = bullet_carrier(skeleton_, gravity_);
  const auto own = own_carrier(skeleton_, gravity_);
  for (std::size_t k = 0; k < 2 * n_ground_segments + 2; ++k) {
    AppliedForces one = test::no_forces();
    const std::size_t s = k / 2;
    Wrench& wrench = s < n_ground_segments ? one.ground[s] : one.pelvis;
    const Wrench& given = s < n_ground_segments ? all.ground[s] : all.pelvis;
    (k % 2 == 0 ? wrench.force : wrench.moment) = k % 2 == 0 ? given.force : given.moment;
    const FreeVector difference = test::acceleration(*bullet, state, one) - test::acceleration(*own, state, one);
    const double largest = test::acceleration(*own, state, one).cwiseAbs().maxCoeff();
    EXPECT_LT(difference.cwiseAbs().maxCoeff(), 1e-11 * largest) << k;
  }
}

// Bullet's own answer for where a segment's centre of mass is, against the tests' kinematics; 1e-14 of some 100 m.
TEST_P(RunnerBody, SegmentsAreWhereTheyShouldBe) {
  const FreeState state = test::random_state(GetParam());
  const auto body = build_runner_body(skeleton_);
  for (int i = 0; i < n_free; ++i) body->setJointPos(i, state.q(i));
  const test::OwnPose pose = test::own_pose(skeleton_, state.q.tail<n_coordinates>());
  for (int i = 0; i < n_coordinates; ++i) {
    const Vec3 expected = state.q.head<3>() + pose.point(i, skeleton_.link[static_cast<std::size_t>(i)].com_m);
    const btVector3 com = body->localPosToWorld(free_index(i), btVector3(0, 0, 0));
    EXPECT_LT((Vec3(com.x(), com.y(), com.z()) - expected).norm(), 1e-12) << i;
  }
}

// Principal moments sum to the trace; the mass is the body's.
TEST_P(RunnerBody, MassAndInertiaAreTheSkeletons) {
  const auto body = build_runner_body(skeleton_);
  double mass = 0.0;
  for (int i = 0; i < n_free; ++i) mass += body->getLinkMass(i);
  EXPECT_NEAR(mass, skeleton_.mass_kg, 1e-12);
  for (int i = 0; i < n_coordinates; ++i) {
    const btVector3& moments = body->getLinkInertia(free_index(i));
    const Mat3& inertia = skeleton_.link[static_cast<std::size_t>(i)].inertia_kg_m2;
    EXPECT_NEAR(moments.x() + moments.y() + moments.z(), inertia.trace(), 1e-14) << i;
    EXPECT_GE(std::min({moments.x(), moments.y(), moments.z()}), 0.0) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(RandomStates, RunnerBody, ::testing::Range<std::uint64_t>(0, 64));

TEST(RunnerBodySettings, EveryDefaultIsOurs) {
  const auto body = build_runner_body(build_skeleton(test::bodies[0]));
  EXPECT_EQ(body->getNumDofs(), n_free);
  EXPECT_TRUE(body->hasFixedBase());
  EXPECT_EQ(body->getLinearDamping(), 0.0);
  EXPECT_EQ(body->getAngularDamping(), 0.0);
  EXPECT_FALSE(body->getCanSleep());
  EXPECT_TRUE(body->isAwake());
  EXPECT_TRUE(body->getUseGyroTerm());
  EXPECT_EQ(body->getMaxCoordinateVelocity(), std::numeric_limits<double>::infinity());
  EXPECT_EQ(body->getMaxAppliedImpulse(), std::numeric_limits<double>::infinity());
  EXPECT_FALSE(body->hasSelfCollision());
  EXPECT_FALSE(body->isUsingRK4Integration());
  EXPECT_FALSE(body->isUsingGlobalVelocities());
  EXPECT_EQ(body->getBaseCollider(), nullptr);
  for (int i = 0; i < n_free; ++i) EXPECT_EQ(body->getLink(i).m_jointFeedback, nullptr);
}

}  // namespace
}  // namespace stridelab
