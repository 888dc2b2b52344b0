#include "metrics/leg_values.h"

#include <algorithm>
#include <cmath>

#include "loads/frontal.h"
#include "loads/joint_moments.h"
#include "loads/leg_loads.h"
#include "loads/patellofemoral.h"

namespace stridelab {
namespace {

using enum Channel;

void set_angles(LegValues& out, const StrideSample& sample, Side side, const Form& form) {
  const CoordinateVector& q = sample.q_rad;
  out[knee_flexion_rad] = q[leg_coordinate(knee_angle_r, side)];
  out[hip_flexion_rad] = q[leg_coordinate(hip_flexion_r, side)];
  out[hip_adduction_rad] = q[leg_coordinate(hip_adduction_r, side)];
  out[hip_internal_rotation_rad] = q[leg_coordinate(hip_rotation_r, side)];
  out[ankle_dorsiflexion_rad] = q[leg_coordinate(ankle_angle_r, side)];
  // The subtalar axis points forward and up, so a positive angle tips the right sole inward: inversion.
  out[rearfoot_eversion_rad] = -q[leg_coordinate(subtalar_angle_r, side)];
  out[pelvic_list_rad] = mirror(side) * q[pelvis_list];
  out[trunk_lean_lateral_rad] = lateral_trunk_lean_rad(q, form.slope_rad, side);
}

void set_geometry(LegValues& out, const StrideSample& sample, Side side) {
  const LegSample& leg = sample.leg[static_cast<std::size_t>(index(side))];
  out[fppa_rad] = frontal_plane_projection_rad(leg.hip_m, leg.knee_m, leg.ankle_m, side);
  out[shank_angle_rad] = std::atan2(leg.ankle_m.x() - leg.knee_m.x(), leg.knee_m.y() - leg.ankle_m.y());
  out[foot_ahead_of_com_m] = leg.ankle_m.x() - sample.com_m.x();
  out[vertical_force_n] = leg.grf_n.y();
  out[fore_aft_force_n] = leg.grf_n.x();
}

void set_moments(LegValues& out, const StrideSample& sample, Side side) {
  const JointMoments moments = joint_moments(sample, side);
  out[knee_extension_nm] = moments.knee_extension_nm;
  out[knee_abduction_nm] = moments.knee_abduction_nm;
  out[hip_abduction_nm] = moments.hip_abduction_nm;
  out[hip_extension_nm] = moments.hip_extension_nm;
  out[ankle_plantarflexion_nm] = moments.ankle_plantarflexion_nm;
  out[support_moment_nm] = moments.hip_extension_nm + moments.knee_extension_nm + moments.ankle_plantarflexion_nm;
  out[Channel::knee_power_w] = stridelab::knee_power_w(sample, side);
}

/// Kneecap force if nothing but the net moment had to be supplied: what is left of the headline is co-contraction.
double net_kneecap_force_n(const LegValues& leg, const Body& body, const Form& form, const LoadModels& models) {
  const PatellofemoralModel& model = models.patellofemoral;
  const double flexion_rad = leg[knee_flexion_rad];
  const double pull_n = std::max(leg[knee_extension_nm], 0.0) / quadriceps_lever_arm_m(model, body, flexion_rad);
  return pull_n * pfj_force_ratio(model, flexion_rad) * models.supports.effect(form.knee_support).force_factor;
}

void set_kneecap(LegValues& out, const LegLoads& loads) {
  out[Channel::quadriceps_force_n] = loads.kneecap.quadriceps_force_n;
  out[pfj_force_n] = loads.kneecap.pfj_force_n;
  out[pfj_stress_mpa] = loads.kneecap.stress_mpa;
  out[pfj_contact_area_mm2] = loads.kneecap.contact_area_mm2;
  out[pfj_static_opt_force_n] = loads.pfj_static_opt_force_n;
  out[pfj_lateral_force_n] = loads.pfj_lateral_force_n;
  out[pfj_lateral_stress_mpa] = loads.pfj_lateral_stress_mpa;
  out[pfj_medial_stress_mpa] = loads.pfj_medial_stress_mpa;
  out[contact_band] = loads.contact_band;
  out[knee_abduction_rad] = loads.knee_abduction_rad;
  out[patellar_tendon_force_n] = loads.patellar_tendon_force_n;
  out[quadriceps_tendon_force_n] = loads.quadriceps_tendon_force_n;
}

void set_muscles(LegValues& out, const LegLoads& loads) {
  out[quadriceps_static_opt_force_n] = loads.quadriceps_static_opt_force_n;
  out[gastrocnemius_force_n] = loads.gastrocnemius_force_n;
  out[soleus_force_n] = loads.soleus_force_n;
  out[achilles_force_n] = loads.achilles_force_n;
  out[hamstrings_force_n] = loads.hamstrings_force_n;
  out[popliteal_force_n] = loads.gastrocnemius_force_n + loads.hamstrings_force_n;
  out[gluteus_medius_force_n] = loads.gluteus_medius_force_n;
  out[gluteus_medius_activation] = loads.gluteus_medius_activation;
  out[gluteus_medius_use] = loads.gluteus_medius_use;
  out[muscle_reserve_nm] = loads.muscle_reserve_nm;
  out[muscle_shortfall_nm] = loads.muscle_shortfall_nm;
  out[muscles_extrapolated] = loads.muscles_extrapolated ? 1.0 : 0.0;
  out[sharing_failed] = loads.muscles_shared ? 0.0 : 1.0;
}

void set_neighbours(LegValues& out, const LegLoads& loads) {
  out[itb_strain] = loads.itb_strain;
  out[itb_strain_rate_s] = loads.itb_strain_rate_s;
  out[tibiofemoral_force_n] = loads.tibiofemoral_force_n;
  out[medial_contact_force_n] = loads.medial_contact_force_n;
  out[tibial_bending_moment_nm] = loads.tibial_bending_moment_nm;
}

void set_loads(LegValues& out, const StrideSample& sample, Side side, const Body& body, const Form& form,
               const LoadModels& models) {
  set_moments(out, sample, side);
  out[pfj_net_force_n] = net_kneecap_force_n(out, body, form, models);
  const LegLoads loads = leg_loads(sample, side, body, form, models);
  set_kneecap(out, loads);
  set_muscles(out, loads);
  set_neighbours(out, loads);
}

}  // namespace

LegValues leg_values(const StrideSample& sample, Side side, const Body& body, const Form& form,
                     const LoadModels& models) {
  LegValues out;
  set_angles(out, sample, side, form);
  set_geometry(out, sample, side);
  set_loads(out, sample, side, body, form, models);
  return out;
}

}  // namespace stridelab
