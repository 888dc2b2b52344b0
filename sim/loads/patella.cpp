#include "loads/patella.h"

#include <algorithm>
#include <cmath>

namespace stridelab {

double patellar_tendon_ratio(const PatellaModel& model, const FitFlexion& flexion) {
  return std::max(model.tendon.at_zero - model.tendon.fall_per_deg * flexion.deg, model.tendon.smallest);
}

double dynamic_valgus_rad(const PatellaModel& model, double hip_adduction_rad) {
  return model.deviation.adduction_gain * (hip_adduction_rad - model.deviation.usual_adduction_rad);
}

namespace {

double q_norm_rad(const PatellaModel::Deviation& d, const Body& body) {
  return body.sex == Sex::female ? d.q_norm_female_rad : d.q_norm_male_rad;
}

/// How much of the static Q angle the tendon shows at a bend of the knee.
double q_share(const PatellaModel::Deviation& d, const FitFlexion& flexion) {
  return d.q_share_bent + d.q_share_straight * std::exp(-flexion.deg / d.q_flexion_deg);
}

}  // namespace

double usual_tendon_angle_rad(const PatellaModel& model, const Body& body, const FitFlexion& flexion) {
  return q_norm_rad(model.deviation, body) * q_share(model.deviation, flexion);
}

double patellar_deviation_rad(const PatellaModel& model, const Body& body, const FitFlexion& flexion,
                              const HipPosture& hip) {
  const PatellaModel::Deviation& d = model.deviation;
  const double knee_rotation_rad = d.rotation_gain * (hip.internal_rotation_rad - d.usual_rotation_rad);
  return (body.q_angle_rad - q_norm_rad(d, body)) * q_share(d, flexion) + d.rotation_lever * knee_rotation_rad +
         dynamic_valgus_rad(model, hip.adduction_rad);
}

double vastus_medialis_missing_n(const PatellaModel& model, double vastus_medialis_force_n, double strength_share) {
  return model.vastus_medialis.extra_loss * (1.0 - strength_share) * vastus_medialis_force_n;
}

double patellar_lateral_force_n(const PatellaModel& model, const FitFlexion& flexion, const LateralPull& pull) {
  const PatellaModel::Retinaculum& r = model.retinaculum;
  const double held = r.share * std::exp(-std::max(flexion.deg - r.flexion_deg, 0.0) / r.decay_deg);
  const double lateral_n = pull.patellar_tendon_force_n * std::sin(pull.deviation_rad) +
                           pull.vastus_medialis_missing_n * std::sin(model.vastus_medialis.pull_angle_rad);
  return lateral_n * (1.0 - held);
}

FacetForces facet_forces(const PatellaModel::Facets& facets, double pfj_force_n, double lateral_force_n) {
  const double lateral = facets.lateral_slope_rad, medial = facets.medial_slope_rad;
  const double sine = std::sin(lateral + medial);
  const FacetForces f{(pfj_force_n * std::sin(medial) + lateral_force_n * std::cos(medial)) / sine,
                      (pfj_force_n * std::sin(lateral) - lateral_force_n * std::cos(lateral)) / sine};
  const double resultant_n = std::hypot(pfj_force_n, lateral_force_n);
  if (f.medial_n < 0.0) return {resultant_n, 0.0};
  if (f.lateral_n < 0.0) return {0.0, resultant_n};
  return f;
}

double lateral_area_share(const PatellaModel::Facets& facets) {
  const double lateral = std::sin(facets.medial_slope_rad), medial = std::sin(facets.lateral_slope_rad);
  return lateral / (lateral + medial);
}

FacetStress facet_stress(const PatellaModel::Facets& facets, const FacetForces& force, double contact_area_mm2) {
  // At no lateral force the facets together press more than the joint force, because they are inclined; dividing by
  // that ratio makes the mean of the two pressures the joint's stress.
  const double inclined = (std::sin(facets.lateral_slope_rad) + std::sin(facets.medial_slope_rad)) /
                          std::sin(facets.lateral_slope_rad + facets.medial_slope_rad);
  const double lateral_share = lateral_area_share(facets);
  return {force.lateral_n / (lateral_share * contact_area_mm2 * inclined),
          force.medial_n / ((1.0 - lateral_share) * contact_area_mm2 * inclined)};
}

double contact_band(const PatellaModel& model, const FitFlexion& flexion) {
  return model.band.lowest +
         model.band.span * std::clamp((flexion.deg - model.band.from_deg) / model.band.over_deg, 0.0, 1.0);
}

KneecapLoad supported(const KneecapLoad& load, const KneeSupportEffect& support) {
  KneecapLoad inside = load;
  inside.pfj_force_n *= support.force_factor;
  inside.contact_area_mm2 *= support.area_factor;
  inside.stress_mpa = inside.pfj_force_n / inside.contact_area_mm2;
  return inside;
}

}  // namespace stridelab
