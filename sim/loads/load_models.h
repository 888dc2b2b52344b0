#pragma once

#include <array>
#include <filesystem>
#include <tl/expected.hpp>

#include "core/diagnostics.h"
#include "loads/muscles/muscle_model.h"
#include "loads/neighbour_models.h"
#include "loads/patella_model.h"
#include "loads/published_limits.h"

namespace stridelab {

/// Published knee geometry, as read from models/knee/patellofemoral.toml. Polynomials in knee flexion in degrees,
/// coefficients from the constant upward.
struct PatellofemoralModel {
  struct Area {
    std::array<double, 3> polynomial_mm2;
    double reference_height_m;
  };
  struct LoadTerm {
    double exponent;            ///< dimensionless
    double reference_force_bw;  ///< the term is 1 here
    double smallest, largest;   ///< bounds of the term
  };
  /// Effective lever arm of the quadriceps by one source; outside the flexion that source covers, the arm is held.
  struct LeverArm {
    std::array<double, 4> polynomial_m;
    double reference_height_m;
    double from_deg, to_deg;
  };
  /// Flexion moment of muscles that cross two joints, which the quadriceps must outdo on top of the net moment, per
  /// net moment at the other joint, dimensionless.
  struct CoContraction {
    double hamstrings;     ///< per hip extension moment
    double gastrocnemius;  ///< per plantarflexion moment
  };
  double flexion_min_deg, flexion_max_deg;  ///< outside, flexion is held and the load flagged as extrapolated
  LeverArm lever_arm;                       ///< of the sources in the file, the one that it names
  std::array<double, 3> ratio_numerator;
  std::array<double, 4> ratio_denominator;
  double loaded_factor;
  double area_peak_flexion_deg, area_decline_until_deg, area_decline_fraction;
  Area male, female;
  LoadTerm load;
  CoContraction willson;  ///< all that these muscles can do at the knee
};

/// The landing transient's two numbers for a way of landing.
struct ImpactStyle {
  double effective_mass_fraction;  ///< of body mass, stopped by the impact
  double half_duration_s;          ///< contact to the peak of the transient
};

/// models/loads/impact.toml, and the ways to land of models/gait/strike_groups.toml.
struct ImpactModel {
  /// One style for heel landings, one for forefoot landings.
  struct Styles {
    ImpactStyle rearfoot, forefoot;
  };
  /// How far the knee's flexion at contact changes the mass that is stopped.
  struct Knee {
    double reference_flexion_rad;
    double change_per_rad;     ///< relative, more mass for a straighter knee
    double smallest, largest;  ///< bounds of the factor
  };
  /// What another shoe or ground under the heel does to the landing.
  struct Heel {
    double usual_compliance_m_n;          ///< heel pad, usual shoe and asphalt
    double mass_exponent, time_exponent;  ///< effective mass and half duration ~ (compliance / usual)^exponent
    double smallest, largest;             ///< bounds of the mass factor
  };
  Styles own;                                     ///< of the runner
  Styles smear;                                   ///< contained in the mean curves the synthesis follows
  std::array<double, 2> smear_speed_m_s;          ///< speeds of the reference runners
  std::array<double, 2> smear_descent_speed_m_s;  ///< of their ankle at these speeds
  Knee knee;
  Heel heel;
  double rearfoot_from_rad;   ///< strike angle from which on the rearfoot values hold
  double forefoot_below_rad;  ///< strike angle below which the forefoot values hold
};

/// All constants of the loads: read once, immutable.
struct LoadModels {
  PatellofemoralModel patellofemoral;
  ImpactModel impact;
  PatellaModel patella;
  KneeSupportModel supports;
  PassiveTissueModel passive;
  IliotibialModel iliotibial;
  TibiaModel tibia;
  MuscleModel muscles;
  PublishedLimits published;
};

/// Reads the load models of the installation (core/model_path.h).
/// errors  every missing file, missing or unknown key and impossible number in one pass
tl::expected<LoadModels, Diagnostics> read_load_models();

/// The same from another folder laid out like models/.
tl::expected<LoadModels, Diagnostics> read_load_models(const std::filesystem::path& folder);

}  // namespace stridelab
