#pragma once

#include <Eigen/Dense>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "core/diagnostics.h"

namespace stridelab {

inline constexpr int n_muscle_units = 40;

/// The coordinates that leg muscles cross, OpenSim signs and zero.
enum LegAngle : int { hip_flexion, hip_adduction, hip_rotation, knee_flexion, ankle_dorsiflexion, subtalar_inversion };
inline constexpr int n_leg_angles = 6;

using LegAngles = Eigen::Matrix<double, n_leg_angles, 1>;   ///< rad
using LegMoments = Eigen::Matrix<double, n_leg_angles, 1>;  ///< Nm, positive where a coordinate would grow
using UnitVector = Eigen::Matrix<double, n_muscle_units, 1>;
using UnitArms = Eigen::Matrix<double, n_muscle_units, n_leg_angles>;

/// Units that act together, for sums and for strength.
enum class MuscleGroup : int {
  quadriceps,
  vasti_medial,  ///< vastus medialis alone
  gastrocnemius,
  soleus,
  hamstrings,  ///< both heads of biceps femoris, semimembranosus, semitendinosus
  gluteus_medius,
  gluteus_minimus,
  gluteus_maximus,
  tensor_fasciae_latae,
};
inline constexpr int n_muscle_groups = 9;

}  // namespace stridelab
