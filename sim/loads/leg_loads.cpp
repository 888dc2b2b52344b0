#include "loads/leg_loads.h"

#include "loads/iliotibial_band.h"
#include "loads/leg_muscles.h"
#include "loads/leg_state.h"
#include "loads/patella.h"
#include "loads/quadriceps.h"
#include "loads/tibia.h"

namespace stridelab {
namespace {

/// One leg at one instant, with everything the loads are made of.
struct Leg {
  const StrideSample& sample;
  Side side;
  const Body& body;
  const Form& form;
  const LoadModels& models;
  LegAngles angle_rad;
  JointMoments net, active;  ///< with and without what tight tissue supplies
  FitFlexion flexion;        ///< of the knee
  MuscleState muscles;
  PassiveForces tissue;

  [[nodiscard]] double force_n(MuscleGroup group) const { return group_force_n(models.muscles, muscles, group); }
  [[nodiscard]] const LegSample& pose() const { return sample.leg[static_cast<std::size_t>(index(side))]; }
};

PassiveArms passive_arms(const MuscleModel& model, const UnitArms& arm_m) {
  const auto arm = [&](MuscleGroup group, LegAngle about) { return group_arm_m(model, arm_m, group, about); };
  // Most of the Achilles tendon's muscle is soleus, but what is tight is told apart by nobody: both count at the ankle.
  const double calf_at_ankle_m =
      0.5 * (arm(MuscleGroup::gastrocnemius, ankle_dorsiflexion) + arm(MuscleGroup::soleus, ankle_dorsiflexion));
  return {calf_at_ankle_m, arm(MuscleGroup::hamstrings, hip_flexion), arm(MuscleGroup::gastrocnemius, knee_flexion),
          arm(MuscleGroup::hamstrings, knee_flexion)};
}

Leg observe(const StrideSample& sample, Side side, const Body& body, const Form& form, const LoadModels& models) {
  const LegMuscles leg = leg_muscles(sample, side, body, form, models);
  return {sample,
          side,
          body,
          form,
          models,
          leg.angle_rad,
          leg.net,
          leg.active,
          fit_flexion(models.patellofemoral, leg.angle_rad[knee_flexion]),
          leg.state,
          passive_forces(leg.passive, passive_arms(models.muscles, leg.state.arm_m))};
}

/// The kneecap by one method, inside what is worn around the knee.
KneecapLoad kneecap_by(KneecapMethod method, const Leg& leg) {
  const PatellofemoralModel& model = leg.models.patellofemoral;
  const double flexion_rad = leg.angle_rad[knee_flexion];
  const double quadriceps_n =
      quadriceps_force_n(model, leg.body, method, {leg.active, flexion_rad, leg.force_n(MuscleGroup::quadriceps)});
  return supported(kneecap_load(model, leg.body, quadriceps_n, flexion_rad),
                   leg.models.supports.effect(leg.form.knee_support));
}

/// The headline, and the joint force by every method beside it. The tendons above and below the kneecap are in balance
/// with its joint force, so they follow the method.
void set_kneecap(LegLoads& out, const Leg& leg) {
  using enum KneecapMethod;
  out.kneecap = kneecap_by(leg.form.kneecap_method, leg);
  out.pfj_net_force_n = kneecap_by(net, leg).pfj_force_n;
  out.pfj_willson_force_n = kneecap_by(willson_2015, leg).pfj_force_n;
  out.pfj_static_opt_force_n = kneecap_by(static_optimisation, leg).pfj_force_n;
  out.quadriceps_tendon_force_n = out.kneecap.quadriceps_force_n;
  out.patellar_tendon_force_n = patellar_tendon_ratio(leg.models.patella, leg.flexion) * out.kneecap.quadriceps_force_n;
}

/// Share of the quadriceps' force that static optimisation gives to the vastus medialis.
double vastus_medialis_share(const Leg& leg) {
  const double quadriceps_n = leg.force_n(MuscleGroup::quadriceps);
  return quadriceps_n > 0.0 ? leg.force_n(MuscleGroup::vasti_medial) / quadriceps_n : 0.0;
}

void set_facets(LegLoads& out, const Leg& leg) {
  const PatellaModel& model = leg.models.patella;
  const HipPosture hip{leg.angle_rad[hip_rotation], leg.angle_rad[hip_adduction]};
  out.patellar_deviation_rad = patellar_deviation_rad(model, leg.body, leg.flexion, hip);
  out.knee_abduction_rad = leg.body.knee_alignment_rad + dynamic_valgus_rad(model, hip.adduction_rad);
  out.contact_band = contact_band(model, leg.flexion);
  const double missing_n =
      vastus_medialis_missing_n(model, vastus_medialis_share(leg) * out.quadriceps_tendon_force_n,
                                leg.sample.strength[static_cast<std::size_t>(index(leg.side))].knee_extensors);
  const auto sideways_n = [&](double angle_rad) {
    return patellar_lateral_force_n(model, leg.flexion, {out.patellar_tendon_force_n, angle_rad, missing_n});
  };
  const double usual_rad = usual_tendon_angle_rad(model, leg.body, leg.flexion);
  out.pfj_lateral_force_n = sideways_n(usual_rad + out.patellar_deviation_rad);
  // A usual knee presses alike on both facets (Huberti & Hayes 1984): only what deviates tips the balance.
  const FacetForces force = facet_forces(model.facets, out.kneecap.pfj_force_n, sideways_n(out.patellar_deviation_rad));
  const FacetStress stress = facet_stress(model.facets, force, out.kneecap.contact_area_mm2);
  out.pfj_lateral_stress_mpa = stress.lateral_mpa;
  out.pfj_medial_stress_mpa = stress.medial_mpa;
}

void set_muscles(LegLoads& out, const Leg& leg) {
  using enum MuscleGroup;
  out.quadriceps_static_opt_force_n = leg.force_n(quadriceps);
  out.gastrocnemius_force_n = leg.force_n(gastrocnemius);
  out.soleus_force_n = leg.force_n(soleus);
  out.achilles_force_n = out.gastrocnemius_force_n + out.soleus_force_n + leg.tissue.calf_n;
  out.hamstrings_force_n = leg.force_n(hamstrings) + leg.tissue.hamstrings_n;
  out.gluteus_medius_force_n = leg.force_n(gluteus_medius);
  out.gluteus_medius_activation = group_activation(leg.models.muscles, leg.muscles, gluteus_medius);
  out.gluteus_medius_use =
      out.gluteus_medius_force_n / leg.models.muscles.members(gluteus_medius).dot(leg.muscles.capacity_n);
  out.muscle_reserve_nm = largest_reserve_nm(leg.muscles);
  out.muscle_shortfall_nm = muscle_shortfall_nm(leg.muscles);
  out.muscles_shared = leg.muscles.converged;
  out.muscles_extrapolated = leg.muscles.extrapolated;
}

void set_band(LegLoads& out, const Leg& leg) {
  const auto rate = [&](Coordinate right) { return leg.sample.qd_rad_s[leg_coordinate(right, leg.side)]; };
  const LegAngles& q = leg.angle_rad;
  const BandStrain band =
      iliotibial_strain(leg.models.iliotibial, {q[hip_flexion], q[hip_adduction], q[hip_rotation], q[knee_flexion]},
                        {rate(hip_flexion_r), rate(hip_adduction_r), rate(hip_rotation_r), rate(knee_angle_r)});
  out.itb_strain = band.strain;
  out.itb_strain_rate_s = band.rate_s;
}

/// Contact force and bending follow the muscles as static optimisation shares them, whatever the kneecap's method is:
/// they need the forces of all muscles, which the moments alone do not give.
void set_shank(LegLoads& out, const Leg& leg) {
  const TibiaModel& model = leg.models.tibia;
  const KneePulls pulls{patellar_tendon_ratio(leg.models.patella, leg.flexion) * out.quadriceps_static_opt_force_n,
                        leg.force_n(MuscleGroup::hamstrings), out.gastrocnemius_force_n,
                        leg.force_n(MuscleGroup::tensor_fasciae_latae) + leg.tissue.across_knee_n};
  out.tibiofemoral_force_n = tibiofemoral_force_n(model, leg.pose(), leg.angle_rad[knee_flexion], pulls);
  out.medial_contact_force_n =
      medial_contact_force_n(model, leg.body, out.tibiofemoral_force_n, leg.net.knee_abduction_nm);
  out.tibial_bending_moment_nm =
      tibial_bending_nm(model, leg.body, leg.pose(), out.soleus_force_n + leg.tissue.calf_n, out.gastrocnemius_force_n);
}

}  // namespace

LegLoads leg_loads(const StrideSample& sample, Side side, const Body& body, const Form& form,
                   const LoadModels& models) {
  const Leg leg = observe(sample, side, body, form, models);
  LegLoads loads;
  set_kneecap(loads, leg);
  set_facets(loads, leg);
  set_muscles(loads, leg);
  set_band(loads, leg);
  set_shank(loads, leg);
  return loads;
}

}  // namespace stridelab
