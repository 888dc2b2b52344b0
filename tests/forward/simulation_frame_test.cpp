#include <gtest/gtest.h>

#include <numbers>

#include "support/differences.h"
#include "support/forward_runs.h"
#include "support/own_kinematics.h"

/// What a frame says of forces against the motion it says they made, with kinematics of the tests' own.
namespace stridelab {
namespace {

using test::ground_force;

/// Frames of a run, from every seventh step: 7 ms never falls into step with the gait.
const std::vector<Frame>& frames_of(const SimulationSettings& settings, const Stride& stride, int steps) {
  static std::vector<std::pair<double, std::vector<Frame>>> known;
  const double key = settings.assist_percent + 1000.0 * stride.form().slope_rad;
  for (const auto& [k, frames] : known)
    if (k == key) return frames;
  std::vector<Frame> frames;
  Simulation simulation = test::simulation_of(settings, stride);
  for (int i = 0; i < steps; i += 7) {
    test::advance(simulation, 7);
    frames.push_back(simulation.frame());
  }
  return known.emplace_back(key, std::move(frames)).second;
}

const std::vector<Frame>& held_frames() { return frames_of(test::held_run(), test::easy_run(), 2100); }
const std::vector<Frame>& free_frames() { return frames_of(test::free_run(), test::easy_run(), 1050); }

const Stride& uphill() {
  static const Stride stride = test::stride_of(test::changed([](Form& f) { f.slope_rad = std::atan(0.06); }));
  return stride;
}

const Skeleton& runner() {
  static const Skeleton skeleton = build_skeleton(Body{});
  return skeleton;
}

const Vec3 plain_gravity(0.0, -gravity_m_s2, 0.0);

/// Position of the runner t seconds around the frame's instant: a parabola with the frame's own rates.
test::OwnPose pose_around(const Frame& frame, double t) {
  const StrideSample& m = frame.motion;
  return test::own_pose(runner(), m.q_rad + t * m.qd_rad_s + 0.5 * t * t * m.qdd_rad_s2);
}

/// Differences in time: joints turn at 10 rad/s and 1000 rad/s2, so 0.2 ms is 2e-3 rad; fourth order and rounding leave
/// 1e-11 of rates, twice so 1e-7 of accelerations of 100.
constexpr double moment_s = 2e-4;

/// Angular momentum about the centre of mass, from differences of positions alone.
Vec3 angular_momentum(const Frame& frame, double at_s) {
  Vec3 h = Vec3::Zero();
  const Vec3 com = test::own_com(runner(), pose_around(frame, at_s));
  for (int i = 0; i < n_coordinates; ++i) {
    const auto k = static_cast<std::size_t>(i);
    const Link& link = runner().link[k];
    if (link.mass_kg == 0.0) continue;
    const Mat3 r = pose_around(frame, at_s).rotation[k];
    const Mat3 rate =
        test::central_difference([&](double t) { return pose_around(frame, t).rotation[k]; }, at_s, moment_s);
    const Mat3 w = rate * r.transpose();
    const Vec3 spin = 0.5 * Vec3(w(2, 1) - w(1, 2), w(0, 2) - w(2, 0), w(1, 0) - w(0, 1));
    const Vec3 velocity =
        test::central_difference([&](double t) { return pose_around(frame, t).point(i, link.com_m); }, at_s, moment_s);
    h += r * link.inertia_kg_m2 * r.transpose() * spin +
         link.mass_kg * (pose_around(frame, at_s).point(i, link.com_m) - com).cross(velocity);
  }
  return h;
}

// One equation, read twice: the step solved it for the acceleration, the frame for the torque. The acceleration comes
// out of velocities of 10 rad/s, 1e-15 / 1 ms = 1e-12, on inertias of 1 kg m2; the solve adds its condition number, 1e6
// x 1e-16 of 200 Nm.
TEST(SimulationFrame, InverseDynamicsReturnsTheActuatorTorque) {
  for (const Frame& f : held_frames()) {
    for (int i = lumbar_extension; i < n_coordinates; ++i)
      ASSERT_NEAR(f.motion.generalised_force_nm(i), f.actuator_torque_nm(i), 1e-8)
          << f.time_s << " " << coordinate_names[static_cast<std::size_t>(i)];
    ASSERT_TRUE(f.motion.generalised_force_nm.head<3>().isZero(0.0));
  }
}

// m (a - g) = ground + what nobody supplies, with the acceleration of the centre of mass from our own kinematics.
TEST(SimulationFrame, NewtonHoldsForTheWholeRunner) {
  for (const Frame& f : held_frames()) {
    const Vec3 force = runner().mass_kg * (f.motion.com_acceleration_m_s2 - plain_gravity);
    ASSERT_LT((force - ground_force(f) - f.motion.residual_force_n).norm(), 1e-8) << f.time_s;  // of 2 kN: rounding
  }
}

TEST(SimulationFrame, CentreOfMassIsThatOfTheSegments) {
  for (std::size_t n = 0; n < held_frames().size(); n += 15) {
    const Frame& f = held_frames()[n];
    auto com = [&](double t) { return test::own_com(runner(), pose_around(f, t)); };
    auto com_rate = [&](double at) { return test::central_difference(com, at, moment_s); };
    EXPECT_LT((f.motion.com_m - f.motion.pelvis_m - com(0.0)).norm(), 1e-12);
    EXPECT_LT((f.motion.com_velocity_m_s - f.motion.pelvis_velocity_m_s - com_rate(0.0)).norm(), 1e-9);
    // The pelvis's own acceleration, from Newton's law, is the rest.
    const Vec3 pelvis = (ground_force(f) + f.motion.residual_force_n) / runner().mass_kg + plain_gravity -
                        test::central_difference(com_rate, 0.0, moment_s);
    const Vec3 from_frame = f.motion.com_acceleration_m_s2 - test::central_difference(com_rate, 0.0, moment_s);
    EXPECT_LT((pelvis - from_frame).norm(), 1e-6);
  }
}

// dH/dt about the centre of mass = moments of the sole's forces about it; the assist acts at the centre of mass and has
// none. Moments are 100 Nm; differences leave 1e-6 of them.
TEST(SimulationFrame, AngularMomentumFollowsTheMomentsOfTheGround) {
  for (std::size_t n = 0; n < held_frames().size(); n += 15) {
    const Frame& f = held_frames()[n];
    const Vec3 rate = test::central_difference([&](double t) { return angular_momentum(f, t); }, 0.0, moment_s);
    Vec3 moment = Vec3::Zero();
    for (const FootContact& foot : f.contact)
      for (std::size_t k = 0; k < sole_points_per_foot; ++k)
        moment += (foot.point_m[k] - f.motion.com_m).cross(foot.force_n[k]);
    EXPECT_LT((rate - moment).norm(), 1e-3) << f.time_s;
    EXPECT_TRUE(f.motion.residual_moment_nm.isZero(0.0));
  }
}

TEST(SimulationFrame, NothingHoldsTheFreeRunner) {
  for (const Frame& f : free_frames()) {
    ASSERT_TRUE(f.motion.residual_force_n.isZero(0.0));
    const Vec3 force = runner().mass_kg * (f.motion.com_acceleration_m_s2 - plain_gravity);
    ASSERT_LT((force - ground_force(f)).norm(), 1e-8) << f.time_s;
  }
}

// 10 % of 2000 N/m and 300 Ns/m: some ten newtons along the line of running and nothing else.
TEST(SimulationFrame, AssistIsForeAftAndShown) {
  double largest_n = 0.0;
  for (const Frame& f : held_frames()) {
    EXPECT_EQ(f.motion.residual_force_n.y(), 0.0);
    EXPECT_EQ(f.motion.residual_force_n.z(), 0.0);
    largest_n = std::max(largest_n, std::abs(f.motion.residual_force_n.x()));
  }
  EXPECT_GT(largest_n, 0.1);
  EXPECT_LT(largest_n, 70.0);  // 10 % of body weight: a hand, not a rope
}

// Without a foot on the ground the centre of mass falls freely, whatever the limbs do.
TEST(SimulationFrame, FlightIsBallistic) {
  int flights = 0;
  for (const Frame& f : free_frames()) {
    if (!test::in_flight(f)) continue;
    ++flights;
    ASSERT_LT((f.motion.com_acceleration_m_s2 - plain_gravity).norm(), 1e-9) << f.time_s;
    ASSERT_EQ(f.motion.cop_m, Vec3::Zero());
  }
  EXPECT_GT(flights, 15);  // a third of the time
}

// Uphill gravity pulls backwards along the surface.
TEST(SimulationFrame, GravityIsTiltedWithTheSlope) {
  const double slope = uphill().form().slope_rad;
  const Vec3 tilted = gravity_m_s2 * Vec3(-std::sin(slope), -std::cos(slope), 0.0);
  for (const Frame& f : frames_of(test::held_run(), uphill(), 490)) {
    const Vec3 force = runner().mass_kg * (f.motion.com_acceleration_m_s2 - tilted);
    ASSERT_LT((force - ground_force(f) - f.motion.residual_force_n).norm(), 1e-8) << f.time_s;
  }
}

/// Sum of the angles under which a point sees a convex polygon's corners in turn is a full turn only from inside; here
/// instead: no direction separates the point from all corners.
bool inside_hull(const std::vector<Vec3>& corners, const Vec3& point, double slack_m) {
  for (int i = 0; i < 720; ++i) {
    const double angle = i * std::numbers::pi / 360.0;
    const Vec3 direction(std::cos(angle), 0.0, std::sin(angle));
    double farthest = -1e9;
    for (const Vec3& corner : corners) farthest = std::max(farthest, direction.dot(corner - point));
    if (farthest < -slack_m) return false;
  }
  return true;
}

// Points that only push have their resultant among them.
TEST(SimulationFrame, CentreOfPressureLiesAmongTheLoadedPoints) {
  int loaded_frames = 0;
  for (const Frame& f : held_frames()) {
    std::vector<Vec3> loaded;
    for (const FootContact& foot : f.contact)
      for (std::size_t k = 0; k < sole_points_per_foot; ++k)
        if (foot.force_n[k].y() > 0.0) loaded.push_back(foot.point_m[k]);
    if (ground_force(f).y() < 20.0) continue;
    ++loaded_frames;
    ASSERT_NEAR(f.motion.cop_m.y(), 0.0, 1e-12);
    // Forces act at the points, some mm below the surface where the resultant is read: slack of 20 mm x the steepest
    // friction.
    ASSERT_TRUE(inside_hull(loaded, f.motion.cop_m, 0.02 * 0.9)) << f.time_s;
  }
  EXPECT_GT(loaded_frames, 100);
}

// The ground pushes, and holds no harder sideways than friction lets it (2 % and 1 N, ground_contact.h).
TEST(SimulationFrame, GroundOnlyPushesWithinItsFriction) {
  const double friction = test::held_run().contact.friction;
  for (const Frame& f : held_frames()) {
    for (const FootContact& foot : f.contact) {
      for (std::size_t k = 0; k < sole_points_per_foot; ++k) {
        const Vec3& force = foot.force_n[k];
        ASSERT_GE(force.y(), 0.0);
        ASSERT_LE(std::hypot(force.x(), force.z()), 1.02 * friction * force.y() + 1.0) << f.time_s;
      }
    }
    for (std::size_t side = 0; side < 2; ++side) {
      Vec3 sum = Vec3::Zero();
      for (const Vec3& force : f.contact[side].force_n) sum += force;
      ASSERT_LT((f.motion.leg[side].grf_n - sum).norm(), 1e-9);
    }
  }
}

TEST(SimulationFrame, SolePointsAreOnTheLegs) {
  for (const Frame& f : held_frames())
    for (std::size_t side = 0; side < 2; ++side) {
      const auto& at = f.contact[side].point_m;
      ASSERT_LT((0.5 * (at[0] + at[1]) - f.motion.leg[side].heel_m).norm(), 1e-12);
    }
}

}  // namespace
}  // namespace stridelab
