#include "loads/muscles/capacity.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

/// Muscle volume grows with mass x height and fibres with height, so force grows with mass.
double force_scale(const MuscleModel& model, const Body& body) {
  return model.sharing.force_factor * body.mass_kg / model.generic_mass_kg;
}

UnitVector calf(const MuscleModel& model) {
  return model.members(MuscleGroup::gastrocnemius) + model.members(MuscleGroup::soleus);
}

UnitVector strengths(const MuscleModel& model, const StrengthLimits& limits) {
  UnitVector strength = UnitVector::Ones();
  const auto limit = [&](MuscleGroup group, double share) {
    if (share != 1.0) strength -= (1.0 - share) * model.members(group);
  };
  limit(MuscleGroup::gluteus_medius, limits.abductors);
  limit(MuscleGroup::gluteus_minimus, limits.abductors);
  limit(MuscleGroup::quadriceps, limits.knee_extensors);
  limit(MuscleGroup::gluteus_maximus, limits.hip_extensors);
  limit(MuscleGroup::hamstrings, limits.hip_extensors);
  limit(MuscleGroup::gastrocnemius, limits.plantarflexors);
  limit(MuscleGroup::soleus, limits.plantarflexors);
  return strength;
}

}  // namespace

double achilles_strain(const MuscleModel& model, const Body& body, const MuscleGeometry& geometry,
                       double ankle_dorsiflexion_moment_nm) {
  const double moment_nm = -ankle_dorsiflexion_moment_nm;
  if (!(moment_nm > 0.0)) return 0.0;
  const double capacity_nm = -body.mass_kg / model.generic_mass_kg *
                             geometry.arm_m.col(ankle_dorsiflexion).cwiseProduct(model.max_force_n).dot(calf(model));
  const double load = capacity_nm > moment_nm ? moment_nm / capacity_nm : 1.0;
  return model.sharing.tendon_strain_at_capacity * std::pow(load, model.sharing.tendon_exponent);
}

UnitVector unit_capacity_n(const MuscleModel& model, const Body& body, const StrengthLimits& limits,
                           const MuscleGeometry& geometry, double achilles_strain) {
  // Lengths in the size of the generic runner: fibres grow like everything else.
  const UnitVector slack = model.tendon_slack_m + achilles_strain * model.tendon_slack_m.cwiseProduct(calf(model));
  const UnitVector along = (geometry.length_m * (model.generic_height_m / body.height_m) - slack).cwiseMax(0.0);
  const UnitVector fibre = (along.array().square() + model.fibre_thickness_m.array().square()).sqrt().cwiseMax(1e-6);
  const auto stretch = (fibre.array() / model.optimal_fibre_m.array() - 1.0) / model.sharing.force_length_width;
  const auto force_length = (-stretch.square()).exp().cwiseMax(model.sharing.force_length_floor);
  return force_scale(model, body) * model.max_force_n.array() * strengths(model, limits).array() * force_length *
         along.array() / fibre.array();
}

}  // namespace stridelab
