#include "gait/muscle_capacity.h"

#include <algorithm>
#include <cmath>

#include "core/frames.h"
#include "gait/strength_tables.h"

namespace stridelab {
namespace {

/// Moments per mass grow with height.
double size_kg(const Body& body) { return body.mass_kg * body.height_m / strength_tables().stride.reference_height_m; }

}  // namespace

double abductor_capacity_nm(const Body& body, double strength) {
  const StrengthTables::StrideCapacity& at_full = strength_tables().stride;
  return strength * at_full.hip_abductor_demand_nm_kg * size_kg(body);
}

double available_share(double capacity_nm, double strength, double demand_nm) {
  return demand_nm <= 0.0 ? 1.0 : std::min(1.0, std::max(capacity_nm / demand_nm, strength));
}

double passive_abduction_nm(double mass_kg, double adduction_rad) {
  const StrengthTables::PassiveAbduction& tissue = strength_tables().passive_abduction;
  return tissue.moment_nm_kg * mass_kg * (std::exp(adduction_rad * deg_per_rad / tissue.growth_deg) - 1.0);
}

double passive_abduction_stiffness_nm_rad(double mass_kg, double adduction_rad) {
  const StrengthTables::PassiveAbduction& tissue = strength_tables().passive_abduction;
  return (passive_abduction_nm(mass_kg, adduction_rad) + tissue.moment_nm_kg * mass_kg) * deg_per_rad /
         tissue.growth_deg;
}

double trunk_capacity_nm(const Body& body, double strength) {
  return strength * strength_tables().stride.side_benders_nm_kg * size_kg(body);
}

std::array<MomentLimit, 3> moment_limits(const Body& body, const Form& form) {
  const StrengthTables::StrideCapacity& at_full = strength_tables().stride;
  const double knee_nm = size_kg(body) * at_full.knee_extensors_nm_kg * form.quad_strength;
  const double hip_nm = size_kg(body) * at_full.hip_extensors_nm_kg * form.hip_extensor_strength;
  const double ankle_nm = size_kg(body) * at_full.plantarflexors_nm_kg * form.calf_strength;
  return {{{knee_angle_r, -1.0, knee_nm, form.quad_strength, &StrengthLimits::knee_extensors},
           {hip_flexion_r, -1.0, hip_nm, form.hip_extensor_strength, &StrengthLimits::hip_extensors},
           {ankle_angle_r, -1.0, ankle_nm, form.calf_strength, &StrengthLimits::plantarflexors}}};
}

}  // namespace stridelab
