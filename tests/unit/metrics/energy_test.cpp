#include "metrics/energy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "metrics/metrics.h"

namespace stridelab {
namespace {

constexpr double pi = std::numbers::pi;

/// A record of 100 instants of a stride of 0.8 s by a runner of 60 kg at 3 m/s up a slope.
StrideRecord record_on(double slope_rad) {
  StrideRecord record{Body{60.0, 1.7, Sex::male}, Form{}, 0.8, {}, {}, {}, {}, {}, {}};
  record.form.speed_m_s = 3.0;
  record.form.slope_rad = slope_rad;
  record.power.resize(100);
  return record;
}

// Powers with a known mean: p (1 + sin) has the mean p, so the work over 0.8 s is 0.8 p; uniform samples of a sine sum to
// nothing. Right knee -50 W, left ankle 20 W, left arm 5 W, trunk 7 W, ground 10 W, residual 1 W.
TEST(EnergyAudit, AddsUpPowersByJoint) {
  StrideRecord record = record_on(0.0);
  for (std::size_t i = 0; i < record.power.size(); ++i) {
    StridePower& power = record.power[i];
    const double wave = 1.0 + std::sin(2.0 * pi * static_cast<double>(i) / 100.0);
    power.joint_w(knee_angle_r) = -50.0 * wave;
    power.joint_w(ankle_angle_l) = 20.0 * wave;
    power.joint_w(arm_flex_l) = 5.0 * wave;
    power.joint_w(lumbar_bending) = 7.0 * wave;
    power.joint_w(hip_rotation_r) = 2.0 * wave;
    power.ground_w = 10.0 * wave;
    power.residual_w = 1.0 * wave;
  }
  const EnergyAudit audit = energy_audit(record);
  EXPECT_NEAR(audit.knee_j, -40.0, 1e-9);
  EXPECT_NEAR(audit.ankle_j, 16.0, 1e-9);
  EXPECT_NEAR(audit.arms_j, 4.0, 1e-9);
  EXPECT_NEAR(audit.trunk_j, 5.6, 1e-9);
  EXPECT_NEAR(audit.hip_other_j, 1.6, 1e-9);
  EXPECT_NEAR(audit.ground_j, 8.0, 1e-9);
  EXPECT_NEAR(audit.residual_j, 0.8, 1e-9);
  EXPECT_NEAR(audit.legs_j(), -24.0, 1e-9);
  EXPECT_NEAR(audit.joints_j(), -12.8, 1e-9);
  EXPECT_NEAR(audit.imbalance_j(), -12.8 + 8.0 + 0.8, 1e-9);
}

// 2.4 m of a slope of 0.1 rad by 60 kg: m g sin(0.1) 2.4 J.
TEST(EnergyAudit, KnowsTheClimb) {
  EXPECT_NEAR(energy_audit(record_on(0.1)).climb_j, 60.0 * 9.81 * std::sin(0.1) * 2.4, 1e-9);
  EXPECT_EQ(energy_audit(record_on(0.0)).climb_j, 0.0);
}

// Per kilogram and metre: hips give 30 W and knees take 6 W on average over 0.8 s, both legs: 0.8 (60 - 12) J over 60 kg and
// 2.4 m; the trunk counts among all joints alone.
TEST(EnergyMetrics, ArePerMassAndDistance) {
  StrideRecord record = record_on(0.0);
  for (StridePower& power : record.power) {
    power.joint_w(hip_flexion_r) = power.joint_w(hip_flexion_l) = 30.0;
    power.joint_w(knee_angle_r) = power.joint_w(knee_angle_l) = -6.0;
    power.joint_w(lumbar_extension) = 10.0;
    power.ground_w = -5.0;
  }
  record.leg[0].grid.resize(record_samples);
  record.com_m.assign(record_samples, Vec3::Zero());
  const MetricValues values = compute_leg_metrics(record, read_load_models().value(), Side::right);
  EXPECT_NEAR(*values.value("leg_work_j_kg_m"), 0.8 * 48.0 / 60.0 / 2.4, 1e-12);
  EXPECT_NEAR(*values.value("joint_work_j_kg_m"), 0.8 * 58.0 / 60.0 / 2.4, 1e-12);
  EXPECT_NEAR(*values.value("ground_work_j"), -4.0, 1e-12);
}

TEST(StridePower, IsMomentTimesRateAndTheGround) {
  StrideSample sample{};
  sample.generalised_force_nm.setZero();
  sample.qd_rad_s.setZero();
  sample.generalised_force_nm(knee_angle_r) = -100.0;
  sample.qd_rad_s(knee_angle_r) = 2.0;
  sample.leg[0].ground_power_w = 3.0;
  sample.leg[1].ground_power_w = 4.0;
  sample.residual_power_w = 0.5;
  const StridePower power = stride_power(sample);
  EXPECT_DOUBLE_EQ(power.joint_w(knee_angle_r), -200.0);
  EXPECT_DOUBLE_EQ(power.ground_w, 7.0);
  EXPECT_DOUBLE_EQ(power.residual_w, 0.5);
}

}  // namespace
}  // namespace stridelab
