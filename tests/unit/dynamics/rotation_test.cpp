#include <gtest/gtest.h>

#include "dynamics/tree.h"
#include "support/motion.h"

/// Physics does not know which way the runner faces.
namespace stridelab {
namespace {

/// The pelvis's three angles and their rates as one rotation: tilt about Z, then list about X, then rotation about Y.
struct Root {
  Mat3 rotation;
  Vec3 spin, spin_rate;
};

Mat3 axes_of(const Vec3& angle) {
  const Mat3 tilt = Eigen::AngleAxisd(angle(0), Vec3::UnitZ()).toRotationMatrix();
  const Mat3 list = Eigen::AngleAxisd(angle(1), Vec3::UnitX()).toRotationMatrix();
  Mat3 axes;
  axes << Vec3::UnitZ(), tilt.col(0), (tilt * list).col(1);
  return axes;
}

/// What the rates of the three angles add to the angular acceleration: each axis is carried by the ones before it.
Vec3 turning_axes(const Mat3& axes, const Vec3& rate) {
  const Vec3 first = axes.col(0) * rate(0), second = axes.col(1) * rate(1), third = axes.col(2) * rate(2);
  return first.cross(second) + (first + second).cross(third);
}

Root root_of(const test::Motion3& m) {
  const Mat3 axes = axes_of(m.q_rad.head<3>());
  const Mat3 rotation = (Eigen::AngleAxisd(m.q_rad(0), Vec3::UnitZ()) * Eigen::AngleAxisd(m.q_rad(1), Vec3::UnitX()) *
                         Eigen::AngleAxisd(m.q_rad(2), Vec3::UnitY()))
                            .toRotationMatrix();
  return {rotation, axes * m.qd_rad_s.head<3>(),
          axes * m.qdd_rad_s2.head<3>() + turning_axes(axes, m.qd_rad_s.head<3>())};
}

/// The same motion and force in a world that is turned by `turn`.
test::Motion3 turned(const test::Motion3& m, const Mat3& turn) {
  const Root root = root_of(m);
  const Mat3 r = turn * root.rotation;
  test::Motion3 n = m;
  // R = Rz(a) Rx(b) Ry(c): the second column is (-sin a cos b, cos a cos b, sin b), the third row ends with
  // cos b cos c.
  n.q_rad(0) = std::atan2(-r(0, 1), r(1, 1));
  n.q_rad(1) = std::asin(r(2, 1));
  n.q_rad(2) = std::atan2(-r(2, 0), r(2, 2));
  const Mat3 axes = axes_of(n.q_rad.head<3>());
  n.qd_rad_s.head<3>() = axes.partialPivLu().solve(turn * root.spin);
  const Vec3 rest = turn * root.spin_rate - turning_axes(axes, n.qd_rad_s.head<3>());
  n.qdd_rad_s2.head<3>() = axes.partialPivLu().solve(rest);
  n.force_n = turn * m.force_n;
  return n;
}

TreeState solve(const test::Motion3& m) {
  static const Skeleton skeleton = build_skeleton({70.0, 1.75, Sex::male});
  TreeState t;
  evaluate(skeleton, m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n, t);
  return t;
}

// The list angle stays below 60 deg, so the three angles are well conditioned: 1e-11 is rounding times ten.
TEST(Rotation, AboutTheVerticalLeavesJointTorques) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const test::Motion3 m = test::random_motion(seed);
    const Mat3 turn = Eigen::AngleAxisd(0.4 + 0.5 * static_cast<double>(seed), Vec3::UnitY()).toRotationMatrix();
    const TreeState a = solve(m), b = solve(turned(m, turn));
    const CoordinateVector before = generalised_forces(a), after = generalised_forces(b);
    EXPECT_TRUE(after.tail<n_coordinates - 3>().isApprox(before.tail<n_coordinates - 3>(), 1e-11)) << seed;
    EXPECT_TRUE(b.root.moment.isApprox(turn * a.root.moment, 1e-11)) << seed;
    EXPECT_TRUE(b.com.isApprox(turn * a.com, 1e-11)) << seed;
  }
}

// Gravity enters only through the total force, so any turn of the world will do, not only one about the vertical.
TEST(Rotation, AboutAnyAxisLeavesJointTorques) {
  const test::Motion3 m = test::random_motion(77);
  const Mat3 turn = Eigen::AngleAxisd(0.3, Vec3(1.0, 2.0, -0.5).normalized()).toRotationMatrix();
  const CoordinateVector before = generalised_forces(solve(m)), after = generalised_forces(solve(turned(m, turn)));
  EXPECT_TRUE(after.tail<n_coordinates - 3>().isApprox(before.tail<n_coordinates - 3>(), 1e-11));
}

}  // namespace
}  // namespace stridelab
