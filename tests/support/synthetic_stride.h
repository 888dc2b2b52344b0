#pragma once

#include <cmath>
#include <numbers>

#include "loads/joint_moments.h"
#include "metrics/stride_source.h"
#include "study/solve_cache.h"

namespace stridelab::test {

/// What a synthetic stride is made of: closed forms, so that every metric has a known value.
struct SyntheticStride {
  Body body;
  Form form;
  double duty = 0.32;
  double active_peak_bw = 2.4;      ///< of the vertical force: a half sine over contact
  double knee_peak_nm = 180.0;      ///< extension moment: a half sine over contact
  double knee_flexion_peak = 0.75;  ///< rad: 0.25 at contact, a half sine over contact on top
  double descent_m_s = 1.0;         ///< of the ankle at touch-down
  double calf_peak_nm = 140.0;

  [[nodiscard]] double period_s() const { return 120.0 / form.cadence_spm; }

  /// Half sine over contact, 0 in swing.
  [[nodiscard]] double bump(double phase) const {
    const double u = phase - std::floor(phase);
    return u < duty ? std::sin(std::numbers::pi * u / duty) : 0.0;
  }

  void fill_leg(StrideSample& s, Side side, double phase) const {
    const double f = bump(phase);
    const double u = phase - std::floor(phase);
    const double contact_u = u < duty ? u / duty : 0.0;
    LegSample& leg = s.leg[static_cast<std::size_t>(index(side))];
    const double out = mirror(side);
    const double wave = std::sin(2.0 * std::numbers::pi * phase);
    leg.hip_m = Vec3(0.0, 0.9, 0.08 * out);
    leg.knee_m = Vec3(0.05, 0.5, (0.08 - 0.01 * f) * out);
    leg.ankle_m = Vec3(0.20 * std::cos(2.0 * std::numbers::pi * phase),
                       0.1 - descent_m_s * period_s() * wave / (2.0 * std::numbers::pi), 0.08 * out);
    leg.femur = leg.tibia = leg.foot = Mat3::Identity();
    const double weight_n = body.mass_kg * gravity_m_s2;
    leg.grf_n = Vec3(-0.3 * weight_n * f * std::cos(std::numbers::pi * contact_u), active_peak_bw * weight_n * f, 0.0);
    leg.knee_moment_nm = Vec3(-40.0 * out * f, 0.0, knee_peak_nm * f);
    leg.knee_force_n = -leg.grf_n;  // a shank without mass
    s.q_rad[leg_coordinate(knee_angle_r, side)] = 0.25 + (knee_flexion_peak - 0.25) * f;
    s.qd_rad_s[leg_coordinate(knee_angle_r, side)] = u < duty ? (knee_flexion_peak - 0.25) *
                                                                    std::cos(std::numbers::pi * u / duty) *
                                                                    std::numbers::pi / (duty * period_s())
                                                              : 0.0;
    s.q_rad[leg_coordinate(hip_flexion_r, side)] = 0.4;
    s.q_rad[leg_coordinate(hip_adduction_r, side)] = 0.05 + 0.1 * f;
    s.q_rad[leg_coordinate(ankle_angle_r, side)] = 0.3 * f;
    s.q_rad[leg_coordinate(subtalar_angle_r, side)] = -0.1 * f;
    s.generalised_force_nm[leg_coordinate(knee_angle_r, side)] = -knee_peak_nm * f;
    s.generalised_force_nm[leg_coordinate(hip_flexion_r, side)] = -100.0 * f;
    s.generalised_force_nm[leg_coordinate(hip_adduction_r, side)] = -120.0 * f;
    s.generalised_force_nm[leg_coordinate(ankle_angle_r, side)] = -calf_peak_nm * f;
    s.q_rad[pelvis_list] -= 0.08 * f * out;
  }

  [[nodiscard]] StrideSample at(double phase) const {
    StrideSample s{};
    s.phase = phase - std::floor(phase);
    s.q_rad.setZero();
    s.qd_rad_s.setZero();
    s.qdd_rad_s2.setZero();
    s.generalised_force_nm.setZero();
    s.com_m = Vec3(0.0, 1.0 + 0.04 * std::cos(4.0 * std::numbers::pi * phase), 0.0);
    fill_leg(s, Side::right, phase);
    fill_leg(s, Side::left, phase + 0.5);
    return s;
  }

  [[nodiscard]] StrideSource source() const {
    StrideQuality quality;
    quality.residual_moment_peak_bw_height = 0.0005;
    return {body, form, period_s(), quality, [copy = *this](double phase) { return copy.at(phase); }};
  }
};

/// Change of the synthetic solver's kneecap force with 10 % more steps, in per cent: its knee moment, which is all that
/// the default method counts, goes with 1 / cadence.
inline double quicker_kneecap_change_percent() { return 100.0 * (1.0 / 1.1 - 1.0); }

/// A solver for tests of everything after the gait: more steps load the knee less, a forefoot strike loads the calf more,
/// and forms above 5.5 m/s are not feasible.
inline StrideSolver synthetic_solver() {
  return [](const RunInputs& inputs) -> tl::expected<StrideSource, Infeasible> {
    if (inputs.form.speed_m_s > 5.5)
      return tl::unexpected(Infeasible{"no force in flight", "40 % of stride", 0.04, 0.01, "BW", "raise cadence_spm"});
    SyntheticStride stride;
    stride.body = inputs.body;
    stride.form = inputs.form;
    stride.knee_peak_nm = 180.0 * 169.5 / inputs.form.cadence_spm * inputs.body.mass_kg / 70.0;
    stride.calf_peak_nm = 140.0 + 60.0 * (0.2094 - inputs.form.foot_strike_rad);
    return stride.source();
  };
}

}  // namespace stridelab::test
