#pragma once

#include "gait/stride.h"
#include "metrics/stride_record.h"

namespace stridelab {

/// Who does work at this instant of a stride: what energy_audit() adds up.
///
/// unit    W; frame  over the ground
/// errors  none (pure function)
StridePower stride_power(const StrideSample& sample);

/// Work over one stride and where it went. METHODS (54).
///
/// unit    J, one stride, both legs together
/// sign    positive gives energy to the runner; a negative joint absorbs
struct EnergyAudit {
  double ground_j = 0.0;  ///< of the ground on both soles: what shoe, arch and surface would have to give
  double hip_flexion_j = 0.0, knee_j = 0.0, ankle_j = 0.0;  ///< flexion and extension alone
  double hip_other_j = 0.0;                                 ///< adduction and rotation of the hips
  double subtalar_j = 0.0, toe_joint_j = 0.0;
  double trunk_j = 0.0;     ///< the three lumbar coordinates
  double arms_j = 0.0;      ///< the shoulders
  double residual_j = 0.0;  ///< of what nobody supplies (flight), or of what holds a forward run up
  double climb_j = 0.0;     ///< gain of potential energy along the slope

  [[nodiscard]] double legs_j() const { return hip_flexion_j + knee_j + ankle_j; }
  [[nodiscard]] double joints_j() const { return legs_j() + hip_other_j + subtalar_j + toe_joint_j + trunk_j + arms_j; }
  /// What the books miss: work of joints, ground and residual minus the gain. A stride ends with the kinetic energy and
  /// the height over the surface that it began with, so a consistent one leaves only the error of the sum (0.1 J); a
  /// step of a forward run ends a little faster or slower than it began, and that is in here.
  [[nodiscard]] double imbalance_j() const { return joints_j() + ground_j + residual_j - climb_j; }
};

/// Sums the powers of a record over its stride.
/// valid   a record whose grid of powers is filled; all zero without one
/// errors  none (pure function)
/// source  Winter 2009, Biomechanics and Motor Control of Human Movement, ch. 6
EnergyAudit energy_audit(const StrideRecord& record);

}  // namespace stridelab
