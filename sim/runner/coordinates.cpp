#include "runner/coordinates.h"

namespace stridelab {

const std::array<std::string_view, n_coordinates> coordinate_names = {
    "pelvis_tilt",   "pelvis_list",      "pelvis_rotation", "lumbar_extension", "lumbar_bending", "lumbar_rotation",
    "hip_flexion_r", "hip_adduction_r",  "hip_rotation_r",  "knee_angle_r",     "ankle_angle_r",  "subtalar_angle_r",
    "mtp_angle_r",   "arm_flex_r",       "hip_flexion_l",   "hip_adduction_l",  "hip_rotation_l", "knee_angle_l",
    "ankle_angle_l", "subtalar_angle_l", "mtp_angle_l",     "arm_flex_l"};

}  // namespace stridelab
