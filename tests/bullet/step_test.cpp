#include <gtest/gtest.h>

#include <cmath>

#include "bullet/plain_world.h"
#include "forward/bullet/bullet_stepper.h"
#include "support/bit_hash.h"
#include "unit/dynamics/free_motion.h"

/// How Bullet 3.24 steps: when forces act and go, and that the same steps give the same bits.
namespace stridelab {
namespace {

using test::link_mass_kg;

// One call, four substeps of 1 ms: the force given once acts in all of them and is gone at the end.
TEST(BulletStep, ForcesPersistOverSubstepsAndAreClearedAtTheEnd) {
  test::PlainWorld world(test::slider(), btVector3(0, 0, 0));
  world.body().addJointTorque(0, 10.0);
  world.body().addLinkForce(0, btVector3(4.0, 0.0, 0.0));
  EXPECT_EQ(world.world().stepSimulation(4e-3, 10, 1e-3), 4);
  const double after = world.body().getJointVel(0);
  EXPECT_NEAR(after, 14.0 / link_mass_kg * 4e-3, 1e-15);
  EXPECT_EQ(world.body().getJointTorque(0), 0.0);
  EXPECT_EQ(world.body().getLinkForce(0).x(), 0.0);
  world.step(1e-3);
  EXPECT_EQ(world.body().getJointVel(0), after);
}

TEST(BulletStep, AddedTorquesSum) {
  test::PlainWorld world(test::slider(), btVector3(0, 0, 0));
  world.body().addJointTorque(0, 3.0);
  world.body().addJointTorque(0, 5.0);
  world.step(1e-3);
  EXPECT_NEAR(world.body().getJointVel(0), 8.0 / link_mass_kg * 1e-3, 1e-17);
}

// Without substeps a step is as long as asked for, whatever came before: time is not collected into sixtieths.
TEST(BulletStep, NoSubstepsMeansExactlyOneStep) {
  for (const double dt : {1e-4, 1e-3, 0.1, 1.0}) {
    test::PlainWorld world(test::slider(), btVector3(0, 0, 0));
    world.body().setJointVel(0, 1.0);
    world.step(dt);
    EXPECT_EQ(world.body().getJointPos(0), dt);
  }
}

/// The runner in any world, pushed by the same random forces on the same random states.
template <class World>
std::uint64_t hash_of_steps(World& world, std::uint64_t seed) {
  btMultiBody& body = world.body();
  const FreeState state = test::random_state(seed);
  for (int i = 0; i < n_free; ++i) {
    body.setJointPos(i, state.q(i));
    body.setJointVel(i, state.u(i));
  }
  test::BitHash hash;
  for (std::uint64_t k = 0; k < 50; ++k) {
    const AppliedForces forces = test::random_forces(seed + k);
    for (int i = 0; i < n_coordinates; ++i) body.addJointTorque(free_index(i), 0.01 * forces.torque_nm(i));
    const Vec3& push = forces.ground[0].force;
    body.addLinkForce(free_index(subtalar_angle_r), btVector3(push.x(), push.y(), push.z()) * 0.01);
    world.step(1e-4);
    for (int i = 0; i < n_free; ++i) {
      hash.add(body.getJointPos(i));
      hash.add(body.getJointVel(i));
    }
  }
  return hash.value();
}

Skeleton runner() { return build_skeleton(test::bodies[0]); }

TEST(BulletBits, StepsRepeatInOneWorld) {
  test::PlainWorld world(build_runner_body(runner()), test::bullet_gravity);
  const std::uint64_t first = hash_of_steps(world, 1);
  hash_of_steps(world, 2);  // something else in between
  EXPECT_EQ(hash_of_steps(world, 1), first);
  EXPECT_NE(hash_of_steps(world, 3), first);
}

TEST(BulletBits, AWorldMadeAgainGivesTheSameBits) {
  std::uint64_t first = 0;
  for (int k = 0; k < 4; ++k) {
    test::PlainWorld world(build_runner_body(runner()), test::bullet_gravity);
    const std::uint64_t hash = hash_of_steps(world, 5);
    if (k == 0) first = hash;
    EXPECT_EQ(hash, first) << k;
  }
}

// Our stepper leaves out everything that a world does beside the motion; nothing that moves may notice.
TEST(BulletBits, OurStepperStepsAsBulletsOwnWorld) {
  test::PlainWorld plain(build_runner_body(runner()), test::bullet_gravity);
  BulletStepper ours(build_runner_body(runner()), test::bullet_gravity);
  EXPECT_EQ(hash_of_steps(ours, 7), hash_of_steps(plain, 7));
}

}  // namespace
}  // namespace stridelab
