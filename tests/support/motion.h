#pragma once

#include "runner/coordinates.h"
#include "support/seeded_random.h"

namespace stridelab::test {

/// One instant of the runner: what inverse dynamics takes.
struct Motion3 {
  CoordinateVector q_rad = CoordinateVector::Zero();
  CoordinateVector qd_rad_s = CoordinateVector::Zero();
  CoordinateVector qdd_rad_s2 = CoordinateVector::Zero();
  Eigen::Vector3d force_n = Eigen::Vector3d::Zero();
};

/// As wild as running gets, and a little beyond: half a radian and more, 8 rad/s, 80 rad/s2, 1.5 kN.
inline Motion3 random_motion(std::uint64_t seed) {
  SeededRandom random(seed);
  Motion3 m;
  for (Eigen::Index i = 0; i < n_coordinates; ++i) {
    m.q_rad(i) = random.uniform(-0.8, 0.8);
    m.qd_rad_s(i) = random.uniform(-8.0, 8.0);
    m.qdd_rad_s2(i) = random.uniform(-80.0, 80.0);
  }
  for (Eigen::Index i = 0; i < 3; ++i) m.force_n(i) = random.uniform(-1500.0, 1500.0);
  return m;
}

/// The runner seen in a mirror (z reversed): legs exchanged, and what turns about X or Y in the middle reversed.
/// Written out here by the table of signs, apart from the simulation's own function.
inline CoordinateVector seen_in_mirror(const CoordinateVector& v) {
  CoordinateVector m;
  m << v(pelvis_tilt), -v(pelvis_list), -v(pelvis_rotation), v(lumbar_extension), -v(lumbar_bending),
      -v(lumbar_rotation), v.segment<n_leg_coordinates>(hip_flexion_l), v.segment<n_leg_coordinates>(hip_flexion_r);
  return m;
}

inline Eigen::Vector3d seen_in_mirror(const Eigen::Vector3d& v) { return {v.x(), v.y(), -v.z()}; }

}  // namespace stridelab::test
