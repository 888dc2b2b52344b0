#pragma once

#include <array>
#include <string_view>

#include "forward/command_log.h"

namespace stridelab {

/// The fields of everything a log line can hold, once for writer, reader and checks: visit(key, value) in the order of
/// the line. T may be const.
template <class T, class U>
concept maybe_const = std::same_as<std::remove_const_t<T>, U>;

template <maybe_const<LiveRunner> T, class Visit>
void each_field(T& runner, Visit&& visit) {
  visit("mass_kg", runner.body.mass_kg);
  visit("height_m", runner.body.height_m);
  visit("sex", runner.body.sex);
  visit("q_angle_rad", runner.body.q_angle_rad);
  visit("knee_alignment_rad", runner.body.knee_alignment_rad);
  visit("foot_posture", runner.body.foot_posture);
  visit("hamstring_tightness", runner.body.hamstring_tightness);
  visit("calf_tightness", runner.body.calf_tightness);
  visit("shoe_mass_change_kg", runner.body.shoe_mass_change_kg);
  visit("speed_m_s", runner.form.speed_m_s);
  visit("cadence_spm", runner.form.cadence_spm);
  visit("foot_strike_rad", runner.form.foot_strike_rad);
  visit("foot_placement_m", runner.form.foot_placement_m);
  visit("trunk_lean_rad", runner.form.trunk_lean_rad);
  visit("step_width_m", runner.form.step_width_m);
  visit("toe_out_rad", runner.form.toe_out_rad);
  visit("hip_strength", runner.form.hip_strength);
  visit("slope_rad", runner.form.slope_rad);
  visit("quad_strength", runner.form.quad_strength);
  visit("hip_extensor_strength", runner.form.hip_extensor_strength);
  visit("calf_strength", runner.form.calf_strength);
  visit("core_strength", runner.form.core_strength);
  visit("arch_support", runner.form.arch_support);
  visit("knee_support", runner.form.knee_support);
  visit("midfoot_compliance_change_m_n", runner.form.footing.midfoot_compliance_change_m_n);
  visit("heel_compliance_change_m_n", runner.form.footing.heel_compliance_change_m_n);
  visit("landing_mass_change", runner.form.footing.landing_mass_change);
  visit("drop_change_m", runner.form.footing.drop_change_m);
  static constexpr std::array<std::string_view, n_sole_regions> stiffness{"heel_stiffness_n_m", "ball_stiffness_n_m",
                                                                          "toe_stiffness_n_m"};
  static constexpr std::array<std::string_view, n_sole_regions> damping{"heel_damping_s_m", "ball_damping_s_m",
                                                                        "toe_damping_s_m"};
  for (std::size_t i = 0; i < n_sole_regions; ++i) visit(stiffness[i], runner.contact.stiffness_n_m[i]);
  for (std::size_t i = 0; i < n_sole_regions; ++i) visit(damping[i], runner.contact.damping_s_m[i]);
  visit("friction", runner.contact.friction);
  visit("creep_speed_m_s", runner.contact.creep_speed_m_s);
}

template <maybe_const<SimulationSettings> T, class Visit>
void each_field(T& settings, Visit&& visit) {
  visit("dt_s", settings.dt_s);
  visit("carrier", settings.carrier);
  visit("assist_percent", settings.assist_percent);
  visit("torque_noise_percent", settings.torque_noise_percent);
  visit("seed", settings.seed);
  visit("belt_speed_m_s", settings.belt_speed_m_s);
}

template <maybe_const<StrideAdopted> T, class Visit>
void each_field(T& stride, Visit&& visit) {
  visit("from", stride.warm_from);
  visit("blend_s", stride.blend_s);
  each_field(stride.runner, visit);
}

template <maybe_const<PushRunner> T, class Visit>
void each_field(T& push, Visit&& visit) {
  visit("force_x_n", push.force_n.x());
  visit("force_y_n", push.force_n.y());
  visit("force_z_n", push.force_n.z());
  visit("duration_s", push.duration_s);
}

template <maybe_const<SetSpeed> T, class Visit>
void each_field(T& speed, Visit&& visit) {
  visit("factor", speed.factor);
}

template <maybe_const<MakeSteps> T, class Visit>
void each_field(T& steps, Visit&& visit) {
  visit("count", steps.count);
}

template <maybe_const<Restart> T, class Visit>
void each_field(T&, Visit&&) {}
template <maybe_const<Pause> T, class Visit>
void each_field(T&, Visit&&) {}
template <maybe_const<Resume> T, class Visit>
void each_field(T&, Visit&&) {}

/// Choices as they stand in the log, in the order of their enums.
inline constexpr std::array<std::string_view, 2> sex_words{"male", "female"};
inline constexpr std::array<std::string_view, 3> posture_words{"flat", "neutral", "high"};
inline constexpr std::array<std::string_view, 4> support_words{"none", "tape", "brace", "sleeve"};
inline constexpr std::array<std::string_view, 2> carrier_words{"bullet", "own"};

/// The word of each event, in the order of LogEvent's alternatives.
inline constexpr std::array<std::string_view, std::variant_size_v<LogEvent>> event_words{
    "stride", "push", "restart", "pause", "resume", "speed", "steps"};
inline constexpr std::string_view log_heading = "stridelab session log 2";

}  // namespace stridelab
