#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "catalogue/parameter_table.h"
#include "forward/command_log.h"

namespace stridelab {

/// A parameter as it stands in a log: in SI units, under its SI key.
struct LoggedParameter {
  std::string key;
  Target target;
};

/// Those of the parameter table that set something of a person or a form.
inline const std::vector<LoggedParameter>& logged_parameters() {
  static const std::vector<LoggedParameter> fields = [] {
    std::vector<LoggedParameter> all;
    for (const ParameterInfo& row : parameter_table())
      if (row.target.index() != 0) all.push_back({si_key(row), row.target});
    return all;
  }();
  return fields;
}

template <class T>
struct member_of {
  using owner = void;
};
template <class Value, class Owner>
struct member_of<Value Owner::*> {
  using owner = Owner;
};

/// The fields of everything a log line can hold, once for writer, reader and checks: visit(key, value) in the order of
/// the line. T may be const.
template <class T, class U>
concept maybe_const = std::same_as<std::remove_const_t<T>, U>;

/// Everything a stride is solved of.
template <maybe_const<Body> B, maybe_const<Form> F, class Visit>
void each_field(B& body, F& form, Visit&& visit) {
  for (const LoggedParameter& logged : logged_parameters()) {
    std::visit(
        [&]<class Target>(Target target) {
          if constexpr (std::is_same_v<typename member_of<Target>::owner, Body>) visit(logged.key, body.*target);
          if constexpr (std::is_same_v<typename member_of<Target>::owner, Form>) visit(logged.key, form.*target);
        },
        logged.target);
  }
  visit("shoe_mass_change_kg", body.shoe_mass_change_kg);
  visit("midfoot_compliance_change_m_n", form.footing.midfoot_compliance_change_m_n);
  visit("heel_compliance_change_m_n", form.footing.heel_compliance_change_m_n);
  visit("landing_mass_change", form.footing.landing_mass_change);
  visit("drop_change_m", form.footing.drop_change_m);
}

template <maybe_const<LiveRunner> T, class Visit>
void each_field(T& runner, Visit&& visit) {
  each_field(runner.body, runner.form, visit);
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

template <maybe_const<StrideSolved> T, class Visit>
void each_field(T& stride, Visit&& visit) {
  visit("from", stride.warm_from);
  each_field(stride.body, stride.form, visit);
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

/// The words of a choice as they stand in the log, in the order of its enum: those of the parameter.
inline std::span<const std::string_view> words_of_parameter(std::string_view key) {
  return find_parameter(key)->choices;
}

inline constexpr std::array<std::string_view, 2> carrier_words{"bullet", "own"};

/// The word of each event, in the order of LogEvent's alternatives.
inline constexpr std::array<std::string_view, std::variant_size_v<LogEvent>> event_words{
    "stride", "solved", "push", "restart", "pause", "resume", "speed", "steps"};
inline constexpr std::string_view log_heading = "stridelab session log 4";
/// The fields that came with it. A parameter that is new belongs to the next log, and into a list like this one.
inline constexpr std::array<std::string_view, 2> fields_of_log_4{"kneecap_method", "trunk_lateral_lean_rad"};
/// Still read: the same without those fields, and in log 2 without `solved`.
inline constexpr std::array<std::string_view, 2> log_headings_before{"stridelab session log 3",
                                                                     "stridelab session log 2"};

}  // namespace stridelab
