#pragma once

#include <Eigen/Dense>
#include <array>
#include <string_view>

namespace stridelab {

/// Rotational coordinates of the runner, in radians, names and signs as OpenSim's Rajagopal 2016 model
/// (knee flexion positive). The three pelvis translations complete the 25 degrees of freedom; they follow from the
/// centre of mass, so they are not in this vector. METHODS (4), (6).
///
/// sign  pelvis: tilt about Z (anterior negative), list about X (right side down positive), rotation about Y (to the
///       left positive); subtalar inversion positive; left-side coordinates have the anatomical sign of the right-side
///       ones. All axes and signs: sim/METHODS.md, "Frames, signs, symbols"
enum Coordinate : int {
  pelvis_tilt,
  pelvis_list,
  pelvis_rotation,
  lumbar_extension,
  lumbar_bending,
  lumbar_rotation,
  hip_flexion_r,
  hip_adduction_r,
  hip_rotation_r,
  knee_angle_r,
  ankle_angle_r,
  subtalar_angle_r,
  mtp_angle_r,
  arm_flex_r,
  hip_flexion_l,
  hip_adduction_l,
  hip_rotation_l,
  knee_angle_l,
  ankle_angle_l,
  subtalar_angle_l,
  mtp_angle_l,
  arm_flex_l,
};
inline constexpr int n_coordinates = 22;
inline constexpr int n_leg_coordinates = 8;  ///< hip 3, knee, ankle, subtalar, toe joint, and the arm of that side

using CoordinateVector = Eigen::Matrix<double, n_coordinates, 1>;

extern const std::array<std::string_view, n_coordinates> coordinate_names;

}  // namespace stridelab
