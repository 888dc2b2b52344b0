#include "gait/muscle_capacity.h"

#include <cmath>

#include "core/frames.h"

namespace stridelab {
namespace {

constexpr double demand_nm_kg = 1.75;
constexpr double margin = 1.15;
constexpr double passive_nm_kg = 0.03;
constexpr double growth_deg = 6.0;

// What a healthy adult can make, Nm/kg at 1.75 m, a little beyond the isometric peak because these muscles yield while
// they work (judged). The easy run asks for 2.9, 1.2, 2.1 and 0.6.
constexpr double knee_extensors_nm_kg = 4.0;
constexpr double hip_extensors_nm_kg = 2.4;
constexpr double plantarflexors_nm_kg = 3.0;
constexpr double side_benders_nm_kg = 1.2;

/// Moments per mass grow with height.
double size_kg(const Body& body) { return body.mass_kg * body.height_m / 1.75; }

}  // namespace

double abductor_capacity_nm(const Body& body, double strength) {
  return strength * margin * demand_nm_kg * size_kg(body);
}

double passive_abduction_nm(double mass_kg, double adduction_rad) {
  return passive_nm_kg * mass_kg * (std::exp(adduction_rad * deg_per_rad / growth_deg) - 1.0);
}

double passive_abduction_stiffness_nm_rad(double mass_kg, double adduction_rad) {
  return (passive_abduction_nm(mass_kg, adduction_rad) + passive_nm_kg * mass_kg) * deg_per_rad / growth_deg;
}

double trunk_capacity_nm(const Body& body, double strength) { return strength * side_benders_nm_kg * size_kg(body); }

std::array<MomentLimit, 3> moment_limits(const Body& body, const Form& form) {
  const double knee_nm = size_kg(body) * knee_extensors_nm_kg * form.quad_strength;
  const double hip_nm = size_kg(body) * hip_extensors_nm_kg * form.hip_extensor_strength;
  const double ankle_nm = size_kg(body) * plantarflexors_nm_kg * form.calf_strength;
  return {{{knee_angle_r, -1.0, knee_nm, &StrengthLimits::knee_extensors},
           {hip_flexion_r, -1.0, hip_nm, &StrengthLimits::hip_extensors},
           {ankle_angle_r, -1.0, ankle_nm, &StrengthLimits::plantarflexors}}};
}

}  // namespace stridelab
