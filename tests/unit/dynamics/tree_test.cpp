#include "dynamics/tree.h"

#include <gtest/gtest.h>

#include "support/motion.h"
#include "support/own_kinematics.h"

/// Inverse dynamics against answers that can be written down without it.
namespace stridelab {
namespace {

const Skeleton& runner() {
  static const Skeleton skeleton = build_skeleton({70.0, 1.75, Sex::male});
  return skeleton;
}

TreeState solve(const Skeleton& skeleton, const test::Motion3& m) {
  TreeState t;
  evaluate(skeleton, m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n, t);
  return t;
}

/// A posture that is at rest on the inside.
test::Motion3 still(std::uint64_t seed) {
  test::Motion3 m = test::random_motion(seed);
  m.qd_rad_s.setZero();
  m.qdd_rad_s2.setZero();
  m.force_n.setZero();
  return m;
}

/// Mass, centre of mass and inertia about one axis through a joint, of everything that hangs below it.
struct Hanging {
  double mass_kg = 0.0;
  Vec3 first_moment = Vec3::Zero();  ///< about the joint
  double inertia_kg_m2 = 0.0;        ///< about the joint's axis
};

Hanging hanging(const Skeleton& s, const test::OwnPose& pose, int joint, const Vec3& axis) {
  Hanging h;
  for (int i = 0; i < n_coordinates; ++i) {
    if (!test::below(s, i, joint)) continue;
    const auto k = static_cast<std::size_t>(i);
    const Vec3 r = pose.point(i, s.link[k].com_m) - pose.joint[static_cast<std::size_t>(joint)];
    h.mass_kg += s.link[k].mass_kg;
    h.first_moment += s.link[k].mass_kg * r;
    h.inertia_kg_m2 += s.link[k].mass_kg * axis.cross(r).squaredNorm() +
                       axis.dot(pose.rotation[k] * s.link[k].inertia_kg_m2 * pose.rotation[k].transpose() * axis);
  }
  return h;
}

Vec3 own_axis(const Skeleton& s, const test::OwnPose& pose, int joint) {
  return pose.rotation[static_cast<std::size_t>(joint)] * s.link[static_cast<std::size_t>(joint)].axis;
}

// Nothing is multiplied by anything: the zeros are exact but for products of rounded rotations with zero.
TEST(Tree, RigidRunnerFallsWithoutEffort) {
  const TreeState t = solve(runner(), still(1));
  EXPECT_LT(t.base_acceleration.norm(), 1e-14);  // gravity is not part of it: the pelvis falls with g
  EXPECT_LT(generalised_forces(t).norm(), 1e-12);
  EXPECT_LT(t.root.moment.norm() + t.root.force.norm(), 1e-12);
}

// In free fall, moving limbs push the pelvis about, but nothing pushes the centre of mass.
TEST(Tree, FallingRunnerCannotMoveTheCentreOfMass) {
  test::Motion3 m = test::random_motion(2);
  m.force_n.setZero();
  const TreeState t = solve(runner(), m);
  EXPECT_GT(t.base_acceleration.norm(), 0.1);
  EXPECT_LT((t.base_acceleration + t.com_acceleration).norm(), 1e-11);  // of terms up to 100 m/s2
}

// The forearm-carrying arm is one segment: I alpha + m g x, with the parallel-axis theorem by hand. Terms are of
// 10 Nm: 1e-12 is rounding.
TEST(Tree, ArmIsAPendulum) {
  const Skeleton& s = runner();
  const Link& arm = s.link[arm_flex_r];
  const double angle = 0.4, acceleration = 12.0;
  test::Motion3 m;
  m.q_rad(arm_flex_r) = angle;
  m.qdd_rad_s2(arm_flex_r) = acceleration;
  // Hold the pelvis still: the force that keeps everything up and accelerates the arm's centre of mass.
  const Vec3 com = Eigen::AngleAxisd(angle, Vec3::UnitZ()) * arm.com_m;
  const Vec3 arm_acceleration = acceleration * Vec3::UnitZ().cross(com);
  m.force_n = s.mass_kg * gravity_m_s2 * Vec3::UnitY() + arm.mass_kg * arm_acceleration;
  const double inertia = arm.inertia_kg_m2(2, 2) + arm.mass_kg * com.squaredNorm();
  const double expected = inertia * acceleration + arm.mass_kg * gravity_m_s2 * com.x();
  const TreeState t = solve(s, m);
  EXPECT_NEAR(generalised_forces(t)(arm_flex_r), expected, 1e-11);
  EXPECT_LT((t.base_acceleration - gravity_m_s2 * Vec3::UnitY()).norm(), 1e-12);
}

// Shank, foot and toes swinging as one about the fixed knee; speed adds nothing to the torque about that axis.
TEST(Tree, StiffShankAndFootAreAPendulum) {
  const Skeleton& s = runner();
  for (const int knee : {knee_angle_r, knee_angle_l}) {
    test::Motion3 m;
    m.q_rad(knee) = 0.7;
    m.qd_rad_s(knee) = 5.0;
    m.qdd_rad_s2(knee) = 30.0;
    const test::OwnPose pose = test::own_pose(s, m.q_rad);
    const Vec3 axis = own_axis(s, pose, knee);
    const Hanging h = hanging(s, pose, knee, axis);
    const Vec3 centripetal = -25.0 * (h.first_moment - axis.dot(h.first_moment) * axis);
    m.force_n = s.mass_kg * gravity_m_s2 * Vec3::UnitY() + 30.0 * axis.cross(h.first_moment) + centripetal;
    const double weight = axis.dot(h.first_moment.cross(gravity_m_s2 * Vec3::UnitY()));
    EXPECT_NEAR(generalised_forces(solve(s, m))(knee), h.inertia_kg_m2 * 30.0 + weight, 1e-11);
  }
}

// Held up at the pelvis at rest, each joint carries the weight of what hangs below it at its lever arm.
TEST(Tree, StaticsIsWeightTimesLever) {
  const Skeleton& s = runner();
  for (std::uint64_t seed = 10; seed < 20; ++seed) {
    test::Motion3 m = still(seed);
    const Vec3 lift = s.mass_kg * gravity_m_s2 * Vec3::UnitY();
    m.force_n = lift;
    const test::OwnPose pose = test::own_pose(s, m.q_rad);
    const CoordinateVector tau = generalised_forces(solve(s, m));
    for (int joint = 0; joint < n_coordinates; ++joint) {
      const Vec3 axis = own_axis(s, pose, joint);
      const Hanging h = hanging(s, pose, joint, axis);
      EXPECT_NEAR(tau(joint), axis.dot(h.first_moment.cross(lift / s.mass_kg)), 1e-11) << joint;  // terms of 100 Nm
    }
  }
}

// Everything is linear in mass: equal shapes, twice the mass and twice the force need twice the torque.
TEST(Tree, TwiceTheMassIsTwiceTheTorque) {
  const Skeleton light = build_skeleton({60.0, 1.7, Sex::female});
  const Skeleton heavy = build_skeleton({120.0, 1.7, Sex::female});
  test::Motion3 m = test::random_motion(3);
  const CoordinateVector once = generalised_forces(solve(light, m));
  m.force_n *= 2.0;
  EXPECT_TRUE(generalised_forces(solve(heavy, m)).isApprox(2.0 * once, 1e-12));
}

TEST(Tree, MirroredMotionHasMirroredTorques) {
  for (std::uint64_t seed = 20; seed < 30; ++seed) {
    const test::Motion3 m = test::random_motion(seed);
    const test::Motion3 n{test::seen_in_mirror(m.q_rad), test::seen_in_mirror(m.qd_rad_s),
                          test::seen_in_mirror(m.qdd_rad_s2), test::seen_in_mirror(m.force_n)};
    const TreeState a = solve(runner(), m), b = solve(runner(), n);
    EXPECT_TRUE(generalised_forces(b).isApprox(test::seen_in_mirror(generalised_forces(a)), 1e-12));
    EXPECT_TRUE(b.com.isApprox(test::seen_in_mirror(a.com), 1e-12));
    // A moment is an axial vector.
    EXPECT_TRUE(b.root.moment.isApprox(-test::seen_in_mirror(a.root.moment), 1e-12));
  }
}

// chain_to() is a table of its own; the skeleton is the truth.
TEST(Tree, ChainsFollowTheSkeleton) {
  for (int i = 0; i < n_coordinates; ++i) {
    const Chain& chain = chain_to(i);
    int link = i;
    for (int n = chain.length; n-- > 0; link = runner().link[static_cast<std::size_t>(link)].parent)
      EXPECT_EQ(chain.link[static_cast<std::size_t>(n)], link);
    EXPECT_EQ(link, -1);
  }
}

}  // namespace
}  // namespace stridelab
