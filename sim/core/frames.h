#pragma once

#include <Eigen/Dense>
#include <numbers>

namespace stridelab {

/// World frame everywhere inside sim: X forward, Y up (normal to the running surface), Z to the runner's right.
using Vec3 = Eigen::Vector3d;
using Mat3 = Eigen::Matrix3d;

inline constexpr double gravity_m_s2 = 9.81;  ///< BW = mass_kg x 9.81 N (contract)
inline constexpr double rad_per_deg = std::numbers::pi / 180.0;
inline constexpr double deg_per_rad = 180.0 / std::numbers::pi;

}  // namespace stridelab
