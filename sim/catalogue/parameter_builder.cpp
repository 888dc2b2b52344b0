#include "catalogue/parameter_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "catalogue/derived_range.h"
#include "catalogue/preferred_cadence.h"
#include "catalogue/usual_q_angle.h"
#include "core/frames.h"
#include "core/text.h"
#include "gait/normative_laws.h"
#include "gait/reference_runners.h"

namespace stridelab {
namespace {

/// What people do on a slope stays inside the range of the key.
double held(const ParameterValue& value, double number) { return std::clamp(number, value.info->lo, value.info->hi); }

/// Rounding leads no value out of its range.
void snap(ParameterValue& value) {
  if (is_rounding(value.number, value.info->lo, value.info->hi)) value.number = held(value, value.number);
}

bool is_gait(std::string_view key) { return key == "speed_m_s" || key == "cadence_spm" || key == "stride_length_m"; }

}  // namespace

const Assignment* find_assignment(std::span<const Assignment> layer, std::string_view key) {
  for (const Assignment& assignment : layer) {
    if (assignment.key == key) return &assignment;
  }
  return nullptr;
}

double ParameterBuilder::cadence_spm() const {
  const double speed = set_.number("speed_m_s");
  switch (rule_) {
    case StepRule::preferred:
      return preferred_factor_ * preferred_cadence_spm(speed, set_.number("height_m"));
    case StepRule::cadence:
      return step_value_;
    case StepRule::stride_length:
      return 120.0 * speed / step_value_;
  }
  return step_value_;
}

double ParameterBuilder::stride_length_m() const {
  return rule_ == StepRule::stride_length ? step_value_ : 120.0 * set_.number("speed_m_s") / cadence_spm();
}

void ParameterBuilder::fix_step(StepRule rule, double value) {
  rule_ = rule;
  step_value_ = value;
  preferred_factor_ = 1.0;
}

void ParameterBuilder::apply(std::span<const Assignment> layer, Origin origin) {
  for (const Assignment& assignment : layer) {
    const bool one_leg = sided_key(assignment.key).side.has_value();
    if (!one_leg && find_relative(assignment.key) == nullptr && !is_gait(assignment.key))
      apply_value(assignment, origin);
  }
  for (const Assignment& assignment : layer)
    if (sided_key(assignment.key).side) apply_side(assignment, origin);
  apply_gait(layer, origin);
  // Speed first: the other two hold it.
  if (const Assignment* change = find_assignment(layer, "speed_percent")) apply_relative(*change, origin);
  if (const Assignment* change = find_assignment(layer, "cadence_percent")) apply_relative(*change, origin);
  if (const Assignment* change = find_assignment(layer, "stride_length_percent")) apply_relative(*change, origin);
}

void ParameterBuilder::apply_value(const Assignment& assignment, Origin origin) {
  ParameterValue& value = set_.at(assignment.key);
  value.number = assignment.number + 0.0;  // -0 and 0 are one value and must give the same bits
  value.text = assignment.text;
  value.origin = origin;
  std::erase_if(set_.sides_, [&](const SideValue& own) { return own.value.info == value.info; });
}

void ParameterBuilder::apply_side(const Assignment& assignment, Origin origin) {
  const SidedKey named = sided_key(assignment.key);
  const Side side = *named.side;
  const ParameterValue value{find_parameter(named.key), assignment.number + 0.0, assignment.text, origin};
  std::erase_if(set_.sides_, [&](const SideValue& own) { return own.side == side && own.value.info == value.info; });
  set_.sides_.push_back({side, value});
}

void ParameterBuilder::keep_differing_sides(ParameterSet& set) {
  std::erase_if(set.sides_, [&](const SideValue& own) {
    const ParameterValue& both = set.value(own.value.info->key);
    return own.value.number == both.number && own.value.text == both.text;
  });
  std::stable_sort(set.sides_.begin(), set.sides_.end(), [](const SideValue& a, const SideValue& b) {
    return std::pair(a.value.info, a.side) < std::pair(b.value.info, b.side);
  });
}

void ParameterBuilder::apply_gait(std::span<const Assignment> layer, Origin origin) {
  const Assignment* speed = find_assignment(layer, "speed_m_s");
  const Assignment* cadence = find_assignment(layer, "cadence_spm");
  const Assignment* stride = find_assignment(layer, "stride_length_m");
  if (speed != nullptr) {
    apply_value(*speed, origin);
  } else if (cadence != nullptr && stride != nullptr) {
    set_.at("speed_m_s").number = stride->number * cadence->number / 120.0;
    set_.at("speed_m_s").origin = Origin::derived;
  }
  if (cadence != nullptr) {
    fix_step(StepRule::cadence, cadence->number);
  } else if (stride != nullptr) {
    fix_step(StepRule::stride_length, stride->number);
  }
  if (cadence == nullptr && stride == nullptr) return;
  set_.at("cadence_spm").origin = cadence != nullptr ? origin : Origin::derived;
  set_.at("stride_length_m").origin = stride != nullptr ? origin : Origin::derived;
}

void ParameterBuilder::apply_relative(const Assignment& change, Origin origin) {
  const double factor = 1.0 + change.number / 100.0;
  if (change.key == "speed_percent") {
    set_.at("speed_m_s").number *= factor;
    set_.at("speed_m_s").origin = origin;
    return;
  }
  const bool cadence = change.key == "cadence_percent";
  if (rule_ == StepRule::preferred) {
    preferred_factor_ *= cadence ? factor : 1.0 / factor;
  } else if (cadence) {
    fix_step(StepRule::cadence, cadence_spm() * factor);
  } else {
    fix_step(StepRule::stride_length, stride_length_m() * factor);
  }
  set_.at("cadence_spm").origin = cadence ? origin : Origin::derived;
  set_.at("stride_length_m").origin = cadence ? Origin::derived : origin;
}

void ParameterBuilder::apply_habit(ParameterSet& set, const Habit& habit, bool preferred) {
  std::string moved;
  ParameterValue& strike = set.at("foot_strike_deg");
  if (strike.origin == Origin::default_value && habit.foot_strike_change_deg != 0.0) {
    strike.number += habit.foot_strike_change_deg;
    strike.origin = Origin::model;
    moved = fmt::format("foot_strike_deg = {}", number_text(strike.number));
  }
  if (preferred && habit.cadence_change_percent != 0.0) {
    ParameterValue& cadence = set.at("cadence_spm");
    cadence.number *= 1.0 + habit.cadence_change_percent / 100.0;
    // A change of cadence or stride length somebody asked for stays theirs; only what it starts from is the shoe's.
    if (cadence.origin == Origin::default_value) cadence.origin = Origin::model;
    moved += fmt::format("{}cadence_spm {:+} %", moved.empty() ? "" : ", ", habit.cadence_change_percent);
  }
  if (moved.empty()) return;
  set.notes_.push_back(
      fmt::format("{}: how people run in this shoe ({}); give your own to hold it", moved, set.text("shoe")));
}

void ParameterBuilder::apply_slope_habit(ParameterSet& set, bool preferred) {
  const double slope_rad = std::atan(set.number("slope_percent") / 100.0);
  if (slope_rad == 0.0) return;
  const NormativeLaws::SlopeHabit& law = normative_laws().slope_habit;
  std::string moved;
  ParameterValue& strike = set.at("foot_strike_deg");
  if (strike.origin == Origin::default_value || strike.origin == Origin::model) {
    strike.number = held(strike, strike.number + law.strike_deg_per_deg * slope_rad * deg_per_rad);
    strike.origin = Origin::model;
    moved = fmt::format("foot_strike_deg = {:.1f}", strike.number);
  }
  if (preferred) {
    ParameterValue& cadence = set.at("cadence_spm");
    cadence.number = held(cadence, cadence.number * (1.0 + law.cadence_per_rad * slope_rad));
    if (cadence.origin == Origin::default_value) cadence.origin = Origin::model;
    moved += fmt::format("{}cadence_spm {:+.1f} %", moved.empty() ? "" : ", ", 100.0 * law.cadence_per_rad * slope_rad);
  }
  if (!moved.empty())
    set.notes_.push_back(fmt::format("{}: how people run on a slope; give your own to hold it", moved));
}

ParameterSet ParameterBuilder::build(const Habit& habit) const {
  const bool preferred = rule_ == StepRule::preferred;
  ParameterSet set = set_;
  set.at("cadence_spm").number = cadence_spm();
  apply_habit(set, habit, preferred);
  apply_slope_habit(set, preferred);
  const double speed = set.number("speed_m_s");
  set.at("stride_length_m").number =
      rule_ == StepRule::stride_length ? stride_length_m() : 120.0 * speed / set.number("cadence_spm");
  for (const std::string_view key : {"speed_m_s", "cadence_spm", "stride_length_m"}) snap(set.at(key));
  ParameterValue& q_angle = set.at("q_angle_deg");
  if (q_angle.origin == Origin::default_value) q_angle.number = usual_q_angle_deg(set.text("sex"));
  keep_differing_sides(set);
  if (preferred && preferred_cadence_is_extrapolated(speed, set.number("height_m"))) {
    set.notes_.push_back(
        fmt::format("preferred cadence at {:.2f} m/s is extrapolated: it was measured at {:.1f} .. {:.1f} m/s; give "
                    "cadence_spm if you know yours",
                    speed, reference_runners().slow.speed_m_s, reference_runners().fastest.speed_m_s));
  }
  return set;
}

}  // namespace stridelab
