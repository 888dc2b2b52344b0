#include "training/tissue_state.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

/// Share by which a first-order quantity moves towards its drive within a day.
double daily_share(double time_constant_days) { return -std::expm1(-1.0 / time_constant_days); }

}  // namespace

std::vector<TissueConstants> all_constants(const Tissue& tissue) {
  const auto ordered = [](const Uncertain& u) { return std::array{u.mid, u.low, u.high}; };
  std::vector<TissueConstants> all;
  for (const double exponent : ordered(tissue.exponent))
    for (const double recovery : ordered(tissue.recovery_days))
      for (const double adaptation : ordered(tissue.adaptation_days)) all.push_back({exponent, recovery, adaptation});
  return all;
}

double run_damage(double distance_km, double steps_ratio, double load_ratio, double exponent) {
  return distance_km * steps_ratio * std::pow(load_ratio, exponent);
}

double steady_state(std::span<const double> accustomed_day, double recovery_days) {
  // One week maps S to a S + b with a = fade^7; the state that a week leaves as it found it is b / (1 - a).
  const double share = daily_share(recovery_days);
  double after = 0.0, fade = 1.0;
  for (const double damage : accustomed_day) {
    after += share * (damage - after);
    fade *= 1.0 - share;
  }
  return after / (1.0 - fade);
}

double steady_peak(std::span<const double> accustomed_day, double recovery_days) {
  const auto week =
      follow_state(accustomed_day, steady_state(accustomed_day, recovery_days), {1.0, recovery_days, 1e9});
  return std::max_element(week.begin(), week.end(), [](auto& a, auto& b) { return a.state < b.state; })->state;
}

std::vector<DayState> follow_state(std::span<const double> day, double start, const TissueConstants& constants) {
  const double recovery = daily_share(constants.recovery_days);
  const double adaptation = daily_share(constants.adaptation_days);
  std::vector<DayState> days;
  DayState now{start, 1.0};
  for (const double damage : day) {
    now.state += recovery * (damage - now.state);
    now.tolerance += adaptation * (now.state - now.tolerance);
    days.push_back(now);
  }
  return days;
}

}  // namespace stridelab
