#include "forward/joint_strength.h"

#include <algorithm>

#include "gait/muscle_capacity.h"

namespace stridelab {
namespace {

struct Peak {
  double up_nm_kg, down_nm_kg;
};

// Per leg: hip flexion / extension, adduction / abduction (replaced), rotation; knee flexion / extension; dorsiflexion /
// plantarflexion; inversion / eversion; toe extension / flexion; arm.
constexpr Peak leg_peaks[n_leg_coordinates] = {{4.5, 4.5}, {3.0, 0.0}, {1.4, 1.4}, {3.0, 5.2},
                                               {1.2, 4.5}, {0.9, 0.9}, {0.6, 0.9}, {1.5, 1.5}};
constexpr Peak lumbar_peaks[3] = {{5.0, 4.0}, {3.5, 3.5}, {1.8, 1.8}};

}  // namespace

JointStrength::JointStrength(const Body& body, double hip_strength, const StrengthLimits& weak)
    : up_nm(CoordinateVector::Zero()), down_nm(CoordinateVector::Zero()) {
  auto put = [&](int coordinate, const Peak& peak) {
    up_nm(coordinate) = peak.up_nm_kg * body.mass_kg;
    down_nm(coordinate) = peak.down_nm_kg * body.mass_kg;
  };
  for (int k = 0; k < 3; ++k) put(lumbar_extension + k, lumbar_peaks[k]);
  for (const int first : {static_cast<int>(hip_flexion_r), static_cast<int>(hip_flexion_l)}) {
    for (int k = 0; k < n_leg_coordinates; ++k) put(first + k, leg_peaks[k]);
    down_nm(first) *= weak.hip_extensors;
    down_nm(first + 1) = abductor_capacity_nm(body, hip_strength);
    down_nm(first + 3) *= weak.knee_extensors;
    down_nm(first + 4) *= weak.plantarflexors;
  }
  up_nm(lumbar_bending) *= weak.trunk;
  down_nm(lumbar_bending) *= weak.trunk;
}

StrengthLimits weak_groups_of(const Form& form) {
  StrengthLimits weak;
  weak.knee_extensors = std::min(1.0, form.quad_strength);
  weak.hip_extensors = std::min(1.0, form.hip_extensor_strength);
  weak.plantarflexors = std::min(1.0, form.calf_strength);
  weak.trunk = std::min(1.0, form.core_strength);
  return weak;
}

}  // namespace stridelab
