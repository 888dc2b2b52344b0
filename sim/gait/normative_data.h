#pragma once

#include <array>

#include "gait/force_shape.h"

namespace stridelab {

/// Coordinates that have published curves, in the order of the data.
enum NormativeAngle : int { n_tilt, n_list, n_rotation, n_hip_flexion, n_hip_adduction, n_hip_rotation, n_knee, n_ankle, n_normative_angles };

/// The reference runners at one speed: angles as a truncated Fourier series of the gait cycle, ground reaction over stance.
struct NormativeData {
  static constexpr int harmonics = 8;  ///< group means have kinks where subjects differ in toe-off; 8 harmonics are 11 Hz
  double speed_m_s, toe_off, strike_rad;
  std::array<std::array<double, 2 * harmonics + 1>, n_normative_angles> angle_rad;  ///< a0, a1, b1, ...
  ForceShape::Row vertical;  ///< active force, scaled to integral one over stance
  ForceShape::Row fore_aft;  ///< on the same scale, integral zero

  [[nodiscard]] std::array<double, n_normative_angles> angles(double gait_phase) const;
};

/// 2.5 and 3.5 m/s; read once per process from models/gait/.
/// errors  std::runtime_error naming the file if it is missing or broken
const std::array<NormativeData, 2>& normative_data();

}  // namespace stridelab
