#pragma once

#include "loads/patella_model.h"
#include "loads/patellofemoral.h"
#include "runner/body.h"

namespace stridelab {

/// Force of the patellar tendon / force of the quadriceps (its own tendon carries the whole).
///
/// unit    1
/// valid   flexion as fit_flexion() gives it
/// errors  none (pure function)
/// source  dynamic MRI, above 1 up to 20 deg; models/knee/patella.toml
double patellar_tendon_ratio(const PatellaModel& model, const FitFlexion& flexion);

/// The hip as the kneecap feels it.
/// unit    rad
struct HipPosture {
  double internal_rotation_rad, adduction_rad;
};

/// Share of hip adduction beyond the usual that becomes a knock knee while running.
/// sign    valgus positive; direction known, size uncertain
double dynamic_valgus_rad(const PatellaModel& model, double hip_adduction_rad);

/// Direction of the patellar tendon in the frontal plane of a usual knee of this sex: the norm of the Q angle as far as
/// the tendon shows it at that bend.
/// unit    rad, lateral positive
double usual_tendon_angle_rad(const PatellaModel& model, const Body& body, const FitFlexion& flexion);

/// Direction of the patellar tendon in the frontal plane against the usual knee of this sex.
///
/// unit    rad
/// sign    lateral positive, on both legs
/// valid   direction known, size uncertain: the gains of rotation and adduction are judged
/// errors  none (pure function)
/// source  METHODS (patella); geometry and judged gains in models/knee/patella.toml
double patellar_deviation_rad(const PatellaModel& model, const Body& body, const FitFlexion& flexion,
                              const HipPosture& hip);

/// Force on the patella toward the outer side, less what the retinaculum holds.
///
/// unit    N
/// sign    lateral positive
/// frame   in the plane of the contact, across the groove
struct LateralPull {
  double patellar_tendon_force_n;
  double deviation_rad;
  double vastus_medialis_missing_n;  ///< force a weak vastus medialis does not give
};
double patellar_lateral_force_n(const PatellaModel& model, const FitFlexion& flexion, const LateralPull& pull);

/// Force of the vastus medialis that is missing in a quadriceps that supplies only a share of its usual action.
/// unit    N; zero at full strength (share 1)
double vastus_medialis_missing_n(const PatellaModel& model, double vastus_medialis_force_n, double strength_share);

/// Normal forces of the two facets: a frictionless wedge in equilibrium with the joint force and the lateral force. A
/// facet cannot pull: where one would, it is zero and the other carries the resultant.
///
/// unit    N
/// valid   joint force >= 0
/// source  statics; slopes in models/knee/patella.toml
struct FacetForces {
  double lateral_n, medial_n;
};
FacetForces facet_forces(const PatellaModel::Facets& facets, double pfj_force_n, double lateral_force_n);

/// Pressure of the facets. Their areas are such that both are the mean stress where nothing pulls sideways.
/// unit    MPa
struct FacetStress {
  double lateral_mpa, medial_mpa;
};
FacetStress facet_stress(const PatellaModel::Facets& facets, const FacetForces& force, double contact_area_mm2);

/// Share of the contact area on the lateral facet.
double lateral_area_share(const PatellaModel::Facets& facets);

/// Height of the contact band on the patella: 0 apex .. 1 base, rising as the knee bends.
double contact_band(const PatellaModel& model, const FitFlexion& flexion);

/// The same kneecap inside a support: force and area by its factors, stress from them. Nothing changes without one.
KneecapLoad supported(const KneecapLoad& load, const KneeSupportEffect& support);

}  // namespace stridelab
