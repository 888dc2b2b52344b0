#include "forward/joint_strength.h"

#include <algorithm>

#include "gait/muscle_capacity.h"
#include "gait/strength_tables.h"

namespace stridelab {

JointStrength::JointStrength(const Body& body, double hip_strength, const StrengthLimits& weak)
    : up_nm(strength_tables().forward_up_nm_kg * body.mass_kg),
      down_nm(strength_tables().forward_down_nm_kg * body.mass_kg) {
  for (const int first : {static_cast<int>(hip_flexion_r), static_cast<int>(hip_flexion_l)}) {
    down_nm(first) *= weak.hip_extensors;
    down_nm(first + 1) =
        strength_tables().stride.hip_abductor_forward_margin * abductor_capacity_nm(body, hip_strength);
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
