#include <gtest/gtest.h>

#include "dynamics/tree.h"
#include "support/differences.h"
#include "support/motion.h"
#include "support/own_kinematics.h"

/// Newton's and Euler's laws for the whole runner, from positions alone.
namespace stridelab {
namespace {

using Vec6 = Eigen::Matrix<double, 6, 1>;

// Two nested fourth-order differences of step 1e-3 s at angular rates of up to about 60 rad/s on a chain: truncation
// (60 x 1e-3)^4 / 30 = 4e-7 of the velocities at worst, rounding 1e-16 / 1e-6 = 1e-10.
constexpr double step_s = 1e-3;
constexpr double tolerance = 1e-5;

CoordinateVector at_time(const test::Motion3& m, double t) {
  return m.q_rad + m.qd_rad_s * t + 0.5 * m.qdd_rad_s2 * t * t;
}

struct Segments {
  test::OwnPose pose;
  std::array<Vec3, n_coordinates> com, velocity, spin;
};

/// Angular velocity from a rotation matrix and its rate: the skew part of R' R^T.
Vec3 spin_of(const Mat3& rate, const Mat3& rotation) {
  const Mat3 w = rate * rotation.transpose();
  return 0.5 * Vec3(w(2, 1) - w(1, 2), w(0, 2) - w(2, 0), w(1, 0) - w(0, 1));
}

/// Linear momentum, and angular momentum about the pelvis origin, of the motion relative to that origin.
Vec6 momentum(const Skeleton& s, const test::Motion3& m, double t) {
  Vec6 h = Vec6::Zero();
  const test::OwnPose pose = test::own_pose(s, at_time(m, t));
  auto pose_at = [&](double time) { return test::own_pose(s, at_time(m, time)); };
  for (int i = 0; i < n_coordinates; ++i) {
    const Link& link = s.link[static_cast<std::size_t>(i)];
    if (link.mass_kg == 0.0) continue;
    const auto k = static_cast<std::size_t>(i);
    const Vec3 com = pose.point(i, link.com_m);
    const Vec3 velocity =
        test::central_difference([&](double time) { return pose_at(time).point(i, link.com_m); }, t, step_s);
    const Mat3 rate = test::central_difference([&](double time) { return pose_at(time).rotation[k]; }, t, step_s);
    const Mat3& r = pose.rotation[k];
    h.head<3>() += link.mass_kg * velocity;
    h.tail<3>() += link.mass_kg * com.cross(velocity) + r * link.inertia_kg_m2 * r.transpose() * spin_of(rate, r);
  }
  return h;
}

class Momentum : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(Momentum, RateIsTheRootWrench) {
  const Skeleton s = build_skeleton({70.0, 1.75, Sex::male});
  const test::Motion3 m = test::random_motion(GetParam());
  TreeState t;
  evaluate(s, m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n, t);
  const Vec6 rate = test::central_difference([&](double time) { return momentum(s, m, time); }, 0.0, step_s);
  // The origin itself accelerates: its acceleration acts on the whole mass at the centre of mass.
  const Vec3 com = test::own_com(s, test::own_pose(s, m.q_rad));
  const Vec3 force = rate.head<3>() + s.mass_kg * t.base_acceleration;
  const Vec3 moment = rate.tail<3>() + s.mass_kg * com.cross(t.base_acceleration);
  EXPECT_LT((t.root.force - m.force_n).norm(), 1e-10);  // by construction, of 1500 N
  EXPECT_LT((force - m.force_n).norm(), tolerance * rate.head<3>().norm());
  EXPECT_LT((moment - t.root.moment).norm(), tolerance * rate.tail<3>().norm());
}

TEST_P(Momentum, CentreOfMassMovesAsTheSegmentsDo) {
  const Skeleton s = build_skeleton({70.0, 1.75, Sex::male});
  const test::Motion3 m = test::random_motion(GetParam());
  TreeState t;
  evaluate(s, m.q_rad, m.qd_rad_s, m.qdd_rad_s2, m.force_n, t);
  auto com = [&](double time) { return test::own_com(s, test::own_pose(s, at_time(m, time))); };
  EXPECT_LT((t.com - com(0.0)).norm(), 1e-14);
  EXPECT_LT((t.com_velocity - test::central_difference(com, 0.0, step_s)).norm(), tolerance * t.com_velocity.norm());
}

INSTANTIATE_TEST_SUITE_P(RandomMotions, Momentum, ::testing::Range<std::uint64_t>(100, 110));

}  // namespace
}  // namespace stridelab
