#include <gtest/gtest.h>

#include "dynamics/tree.h"
#include "support/own_kinematics.h"
#include "support/strides.h"

/// What must add up over a step: impulses, speed, and the places of the joints.
namespace stridelab {
namespace {

constexpr int samples = 4000;

/// Mean over a stride by the midpoint rule; forces have two continuous derivatives, so the error is below 1/4000^2 of
/// their second derivative (500 / stride^2): 1e-5 relative.
Vec3 mean_force(const Stride& stride) {
  Vec3 sum = Vec3::Zero();
  for (int i = 0; i < samples; ++i) {
    const StrideSample s = stride.at((i + 0.5) / samples);
    sum += s.leg[0].grf_n + s.leg[1].grf_n;
  }
  return sum / samples;
}

TEST(Closure, MeanForceCarriesTheWeight) {
  for (const double slope : {0.0, 0.06, -0.06}) {
    const Stride stride = test::stride_of(test::changed([&](Form& f) { f.slope_rad = slope; }));
    const Vec3 mean = mean_force(stride) / test::weight_n(stride);
    EXPECT_NEAR(mean.y(), std::cos(slope), 1e-4) << slope;
    EXPECT_NEAR(mean.x(), std::sin(slope), 1e-4) << slope;  // uphill the ground must push forward
    EXPECT_NEAR(mean.z(), 0.0, 1e-6) << slope;              // one step undoes the other
  }
}

TEST(Closure, MeanVelocityIsTheSpeed) {
  const Stride& stride = test::easy_run();
  Vec3 com = Vec3::Zero(), pelvis = Vec3::Zero();
  for (int i = 0; i < samples; ++i) {
    const StrideSample s = stride.at((i + 0.5) / samples);
    com += s.com_velocity_m_s / samples;
    pelvis += s.pelvis_velocity_m_s / samples;
  }
  EXPECT_LT((com - Vec3(stride.form().speed_m_s, 0.0, 0.0)).norm(), 1e-4);  // quadrature as above, of 3 m/s
  EXPECT_LT((pelvis - Vec3(stride.form().speed_m_s, 0.0, 0.0)).norm(), 1e-4);
}

// Speed = stride length x cadence / 120, measured on the foot: while it stands, the belt carries its ball back at the
// running speed. Accepted slip is 0.05 m/s at any instant; over the middle of stance it averages to a third of that.
TEST(Closure, StandingFootMovesWithTheGround) {
  for (const double speed : {2.5, 3.3, 4.5}) {
    const Stride stride = test::stride_of(test::changed([&](Form& f) {
      f.speed_m_s = speed;
      f.cadence_spm = 160.0 + 8.0 * speed;
    }));
    const double a = 0.35 * stride.duty_factor(), b = 0.60 * stride.duty_factor();
    const double moved = stride.at(b).leg[0].ball_m.x() - stride.at(a).leg[0].ball_m.x();
    EXPECT_NEAR(moved / ((b - a) * stride.period_s()), -speed, 0.05 / 3.0) << speed;
    EXPECT_NEAR(stride.period_s(), 120.0 / stride.form().cadence_spm, 1e-12);
  }
}

// Joint centres, sole points and segment axes of a sample are those of its posture.
TEST(Closure, SampleShowsItsPosture) {
  const Stride& stride = test::easy_run();
  const Skeleton skeleton = build_skeleton(stride.body());
  for (const double phase : {0.02, 0.3, 0.44, 0.61, 0.93}) {
    const StrideSample s = stride.at(phase);
    const test::OwnPose pose = test::own_pose(skeleton, s.q_rad);
    EXPECT_LT((s.pelvis_m + test::own_com(skeleton, pose) - s.com_m).norm(), 1e-12);
    for (const int side : {0, 1}) {
      const int first = side == 0 ? hip_flexion_r : hip_flexion_l;
      const LegSample& leg = s.leg[static_cast<std::size_t>(side)];
      EXPECT_LT((s.pelvis_m + pose.point(first + 2, Vec3::Zero()) - leg.hip_m).norm(), 1e-12);
      EXPECT_LT((s.pelvis_m + pose.point(first + 3, Vec3::Zero()) - leg.knee_m).norm(), 1e-12);
      EXPECT_LT((s.pelvis_m + pose.point(first + 5, skeleton.foot.heel_m) - leg.heel_m).norm(), 1e-12);
      EXPECT_LT((s.pelvis_m + pose.point(first + 6, skeleton.foot.toe_m) - leg.toe_m).norm(), 1e-12);
      EXPECT_LT((pose.rotation[static_cast<std::size_t>(first + 3)] - leg.tibia).norm(), 1e-12);
    }
  }
}

// The knee's moment vector and its generalised force are two accounts of one thing: the flexion axis is -z of the
// tibia.
TEST(Closure, KneeMomentVectorDoesTheWorkOfTheCoordinate) {
  const Stride& stride = test::easy_run();
  for (int i = 0; i < 50; ++i) {
    const StrideSample s = stride.at(i / 50.0);
    EXPECT_NEAR(-s.leg[0].tibia.col(2).dot(s.leg[0].knee_moment_nm), s.generalised_force_nm(knee_angle_r), 1e-9);
    EXPECT_NEAR(-s.leg[1].tibia.col(2).dot(s.leg[1].knee_moment_nm), s.generalised_force_nm(knee_angle_l), 1e-9);
  }
}

// In flight nobody else works on the runner: the joints' work is the gain of kinetic energy about the centre of mass.
// Momentum alone would not notice a joint torque of the wrong sign.
TEST(Closure, JointPowerIsTheRateOfEnergy) {
  const Stride& stride = test::easy_run();
  const double duty = stride.duty_factor();
  auto energy = [&](double phase) {
    const StrideSample s = stride.at(phase);
    const Skeleton skeleton = build_skeleton(stride.body());
    TreeState t;
    evaluate(skeleton, s.q_rad, s.qd_rad_s, s.qdd_rad_s2, Vec3::Zero(), t);
    double sum = 0.0;
    for (std::size_t i = 0; i < n_coordinates; ++i)
      if (t.inertia[i].mass > 0.0) sum += 0.5 * dot(t.velocity[i], t.inertia[i] * t.velocity[i]);
    return sum - 0.5 * skeleton.mass_kg * t.com_velocity.squaredNorm();
  };
  const double a = duty + 0.01, b = 0.49;
  double work = 0.0;
  for (int i = 0; i < samples; ++i) {
    const StrideSample s = stride.at(a + (b - a) * (i + 0.5) / samples);
    work += s.generalised_force_nm.dot(s.qd_rad_s) * (b - a) * stride.period_s() / samples;
  }
  // The residual moment (below 0.3 % BW height = 3.6 Nm) works on the pelvis's own turning (below 2 rad/s) for 0.1 s.
  EXPECT_NEAR(work, energy(b) - energy(a), 0.7);
  EXPECT_GT(std::abs(work), 5.0);
}

}  // namespace
}  // namespace stridelab
