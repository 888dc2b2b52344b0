#include "metrics/energy.h"

#include <cmath>
#include <initializer_list>

namespace stridelab {

StridePower stride_power(const StrideSample& sample) {
  StridePower power;
  power.joint_w = sample.generalised_force_nm.cwiseProduct(sample.qd_rad_s);
  power.ground_w = sample.leg[0].ground_power_w + sample.leg[1].ground_power_w;
  power.residual_w = sample.residual_power_w;
  return power;
}

EnergyAudit energy_audit(const StrideRecord& record) {
  EnergyAudit audit;
  if (record.power.empty()) return audit;
  // Uniform samples of a periodic signal: their mean is the trapezoidal rule.
  StridePower sum;
  for (const StridePower& power : record.power) {
    sum.joint_w += power.joint_w;
    sum.ground_w += power.ground_w;
    sum.residual_w += power.residual_w;
  }
  const double dt_s = record.period_s / static_cast<double>(record.power.size());
  const auto both = [&](std::initializer_list<Coordinate> right) {
    double work_j = 0.0;
    for (const Coordinate c : right) work_j += dt_s * (sum.joint_w(c) + sum.joint_w(c + n_leg_coordinates));
    return work_j;
  };
  audit.ground_j = dt_s * sum.ground_w;
  audit.hip_flexion_j = both({hip_flexion_r});
  audit.hip_other_j = both({hip_adduction_r, hip_rotation_r});
  audit.knee_j = both({knee_angle_r});
  audit.ankle_j = both({ankle_angle_r});
  audit.subtalar_j = both({subtalar_angle_r});
  audit.toe_joint_j = both({mtp_angle_r});
  audit.arms_j = both({arm_flex_r});
  audit.trunk_j = dt_s * (sum.joint_w(lumbar_extension) + sum.joint_w(lumbar_bending) + sum.joint_w(lumbar_rotation));
  audit.residual_j = dt_s * sum.residual_w;
  audit.climb_j = record.body_weight_n() * std::sin(record.form.slope_rad) * record.form.speed_m_s * record.period_s;
  return audit;
}

}  // namespace stridelab
