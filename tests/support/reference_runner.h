#pragma once

#include <string>

#include "loads/joint_moments.h"
#include "support/strides.h"

namespace stridelab::test {

/// The mean runner of Fukuchi 2017 at 2.5 or 3.5 m/s: 69.4 kg, 1.756 m, 25 of 26 men, with his own cadence, strike
/// angle and step width. Everything else is the default.
inline Stride reference_stride(double speed_m_s) {
  const bool slow = speed_m_s < 3.0;
  Form form;
  form.speed_m_s = speed_m_s;
  form.cadence_spm = slow ? 161.7 : 171.5;
  form.foot_strike_rad = (slow ? 5.8 : 9.05) * rad_per_deg;
  form.step_width_m = slow ? 0.041 : 0.030;
  return stride_of(form, {69.4, 1.756, Sex::male});
}

/// Contact as it is measured: from 50 N rising to 50 N falling, right foot.
struct Contact {
  double begin, end;
};

inline Contact measured_contact(const Stride& stride) {
  auto loaded = [&](double phase) { return stride.at(phase).leg[0].grf_n.y() > 50.0; };
  constexpr double step = 1e-4;
  Contact c{0.0, stride.duty_factor()};
  while (!loaded(c.begin)) c.begin += step;
  while (!loaded(c.end)) c.end -= step;
  return c;
}

/// The value of a reference curve's quantity, right leg, in the unit and sign of that curve.
inline double quantity(const StrideSample& s, const Body& body, const std::string& curve) {
  const double weight = body.mass_kg * gravity_m_s2;
  const JointMoments m = joint_moments(s, Side::right);
  if (curve == "vgrf_bw") return s.leg[0].grf_n.y() / weight;
  if (curve == "apgrf_bw") return s.leg[0].grf_n.x() / weight;
  if (curve == "knee_flexion_deg") return s.q_rad(knee_angle_r) * deg_per_rad;
  if (curve == "hip_flexion_deg") return s.q_rad(hip_flexion_r) * deg_per_rad;
  if (curve == "hip_adduction_deg") return s.q_rad(hip_adduction_r) * deg_per_rad;
  if (curve == "ankle_dorsiflexion_deg") return s.q_rad(ankle_angle_r) * deg_per_rad;
  if (curve == "pelvic_list_deg") return s.q_rad(pelvis_list) * deg_per_rad;
  if (curve == "knee_extension_moment_nm_kg") return m.knee_extension_nm / body.mass_kg;
  if (curve == "hip_extension_moment_nm_kg") return m.hip_extension_nm / body.mass_kg;
  if (curve == "hip_abduction_moment_nm_kg") return m.hip_abduction_nm / body.mass_kg;
  if (curve == "ankle_plantarflexion_moment_nm_kg") return m.ankle_plantarflexion_nm / body.mass_kg;
  if (curve == "knee_abduction_moment_nm_kg") return m.knee_abduction_nm / body.mass_kg;
  throw std::runtime_error("no such reference curve: " + curve);
}

}  // namespace stridelab::test
