#pragma once

#include <array>
#include <cstddef>

#include "gait/force_shape.h"

namespace stridelab {

/// Coordinates that have published curves, in the order of the data.
enum NormativeAngle : int {
  n_tilt,
  n_list,
  n_rotation,
  n_hip_flexion,
  n_hip_adduction,
  n_hip_rotation,
  n_knee,
  n_ankle,
  n_normative_angles
};

/// Fourier series of a curve over the gait cycle: a0, a1, b1, ... Group means have kinks where subjects differ in
/// toe-off; 8 harmonics are 11 Hz.
inline constexpr int normative_harmonics = 8;
using AngleSeries = std::array<double, 2 * normative_harmonics + 1>;

/// The reference runners at one speed: angles as a truncated Fourier series of the gait cycle, ground reaction over stance.
struct NormativeData {
  double speed_m_s, toe_off, strike_rad;
  std::array<AngleSeries, n_normative_angles> angle_rad;
  ForceShape::Row vertical;  ///< the mean over runners, impact smeared with it; integral one over stance
  ForceShape::Row fore_aft;  ///< on the same scale, integral zero
  ForceShape::Row lateral;   ///< on the same scale

  [[nodiscard]] std::array<double, n_normative_angles> angles(double gait_phase) const;
};

/// What landing further forward does to the ground reaction, per radian of strike angle, forces on the scale of
/// NormativeData:
/// difference between mid- or forefoot and rearfoot strikers among the same runners at 2.5 m/s; impulse zero.
struct StrikeEffect {
  ForceShape::Row vertical, fore_aft;
  std::array<AngleSeries, n_normative_angles> angle;  ///< rad per rad; zero for the pelvis and hip rotation

  [[nodiscard]] std::array<double, n_normative_angles> angles(double gait_phase) const;
};
const StrikeEffect& strike_effect();

inline constexpr std::size_t normative_speeds = 3;

/// 2.5, 3.5 and 4.5 m/s; read once per process from models/gait/.
/// errors  InvalidModelFiles if a file is missing or broken
const std::array<NormativeData, normative_speeds>& normative_data();

/// How much each of the three speeds counts at a speed: the parabola through them in ln v, its tangents beyond. Sums to one.
std::array<double, normative_speeds> speed_weights(double speed_m_s);

/// The cadence at which the reference runners run a speed, steps/min, both feet.
double usual_cadence_spm(double speed_m_s);

}  // namespace stridelab
