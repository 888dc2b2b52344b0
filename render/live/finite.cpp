#include "render/live/finite.h"

#include <algorithm>
#include <cmath>

namespace stridelab::view {
namespace {

bool is_finite(const LegSample& leg) {
  for (const Vec3* v : {&leg.hip_m, &leg.knee_m, &leg.ankle_m, &leg.mtp_m, &leg.heel_m, &leg.ball_m, &leg.toe_m,
                        &leg.grf_n, &leg.knee_moment_nm, &leg.hip_moment_nm, &leg.knee_force_n})
    if (!v->allFinite()) return false;
  return leg.femur.allFinite() && leg.tibia.allFinite() && leg.foot.allFinite() && std::isfinite(leg.foot_pitch_rad);
}

bool is_finite(const StrideSample& s) {
  for (const Vec3* v : {&s.pelvis_m, &s.pelvis_velocity_m_s, &s.com_m, &s.com_velocity_m_s, &s.com_acceleration_m_s2,
                        &s.cop_m, &s.residual_force_n, &s.residual_moment_nm})
    if (!v->allFinite()) return false;
  for (const CoordinateVector* v : {&s.q_rad, &s.qd_rad_s, &s.qdd_rad_s2, &s.generalised_force_nm})
    if (!v->allFinite()) return false;
  return std::isfinite(s.phase) && std::isfinite(s.free_moment_nm) && is_finite(s.leg[0]) && is_finite(s.leg[1]);
}

bool is_finite(const FootContact& foot) {
  const auto finite = [](const Vec3& v) { return v.allFinite(); };
  return std::ranges::all_of(foot.point_m, finite) && std::ranges::all_of(foot.force_n, finite);
}

bool is_finite(const LegValues& leg) {
  return std::ranges::all_of(leg.value, [](double v) { return std::isfinite(v); });
}

}  // namespace

bool is_finite(const Frame& frame) {
  return std::isfinite(frame.stride_phase) && is_finite(frame.motion) && is_finite(frame.contact[0]) &&
         is_finite(frame.contact[1]) && frame.actuator_torque_nm.allFinite() && is_finite(frame.leg[0]) &&
         is_finite(frame.leg[1]);
}

}  // namespace stridelab::view
