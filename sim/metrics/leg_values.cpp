#include "metrics/leg_values.h"

#include <cmath>

#include "loads/frontal.h"
#include "loads/joint_moments.h"
#include "loads/leg_loads.h"

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

void set_loads(LegValues& out, const StrideSample& sample, Side side, const Body& body, const Form& form,
               const LoadModels& models) {
  const JointMoments moments = joint_moments(sample, side);
  out[knee_extension_nm] = moments.knee_extension_nm;
  out[knee_abduction_nm] = moments.knee_abduction_nm;
  out[hip_abduction_nm] = moments.hip_abduction_nm;
  out[hip_extension_nm] = moments.hip_extension_nm;
  out[ankle_plantarflexion_nm] = moments.ankle_plantarflexion_nm;
  out[Channel::knee_power_w] = stridelab::knee_power_w(sample, side);
  const KneecapLoad load = leg_loads(sample, side, body, form, models).kneecap;
  out[Channel::quadriceps_force_n] = load.quadriceps_force_n;
  out[pfj_force_n] = load.pfj_force_n;
  out[pfj_stress_mpa] = load.stress_mpa;
  out[pfj_contact_area_mm2] = load.contact_area_mm2;
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
