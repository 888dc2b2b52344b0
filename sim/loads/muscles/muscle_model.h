#pragma once

#include <Eigen/Dense>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

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

/// A product of powers of scaled angles that lengths are sums of.
struct LengthMonomial {
  static constexpr int max_factors = 3, max_power = 5;
  struct Factor {
    int angle = 0, power = 1;
    bool operator==(const Factor&) const = default;
  };
  std::array<Factor, max_factors> factor{};  ///< the first n_factors count, angles rising
  int n_factors = 0;                         ///< 0: the constant
  bool operator==(const LengthMonomial&) const = default;
};

/// Lengths of all units of the generic runner: coefficients x monomials of x = (angle - centre) / scale.
struct LengthPolynomials {
  LegAngles centre_rad, scale_rad;
  LegAngles fitted_from_rad, fitted_to_rad;  ///< postures of the fit; polynomials run away beyond
  std::vector<LengthMonomial> monomials;
  Eigen::Matrix<double, n_muscle_units, Eigen::Dynamic> coefficients_m;  ///< a row per unit, a column per monomial
};

/// How moments are shared (models/muscles/sharing.toml says why).
struct SharingSettings {
  double force_factor;                            ///< runners' maximal forces / those of the generic runner
  double force_length_width, force_length_floor;  ///< dimensionless
  double tendon_strain_at_capacity;               ///< Achilles tendon, 1 = 100 %; 0 = rigid
  double tendon_exponent;                         ///< strain ~ (moment / capacity)^exponent
  LegMoments reserve_scale_nm;                    ///< of the generic runner
};

/// The muscles of one leg: read once, immutable. Units in alphabetical order of the model's names.
struct MuscleModel {
  double generic_height_m, generic_mass_kg;
  std::array<std::string, n_muscle_units> name;
  UnitVector max_force_n;        ///< isometric
  UnitVector optimal_fibre_m;    ///< length of a fibre at its strongest
  UnitVector tendon_slack_m;     ///< length of the unloaded tendon
  UnitVector fibre_thickness_m;  ///< fibre across the line of pull, constant: optimal length x sin(pennation there)
  std::array<UnitVector, n_muscle_groups> membership;  ///< 1 for units of the group, else 0
  LengthPolynomials lengths;
  SharingSettings sharing;

  [[nodiscard]] const UnitVector& members(MuscleGroup group) const {
    return membership[static_cast<std::size_t>(group)];
  }
};

/// Reads the muscles of the installation (core/model_path.h).
/// errors  every missing file, missing or unknown key and number out of range in one pass
tl::expected<MuscleModel, Diagnostics> read_muscle_model();

/// The same from two named files, each found or not.
tl::expected<MuscleModel, Diagnostics> read_muscle_model(
    const tl::expected<std::filesystem::path, Diagnostic>& muscles_file,
    const tl::expected<std::filesystem::path, Diagnostic>& sharing_file);

}  // namespace stridelab
