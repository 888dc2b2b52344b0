#pragma once

#include <array>
#include <span>
#include <vector>

#include "training/training_models.h"

namespace stridelab {

/// One choice of everything about a tissue that is uncertain.
struct TissueConstants {
  double exponent = 1.0;
  double recovery_days = 1.0;
  double adaptation_days = 100.0;
};

/// Every combination of low, mid and high: 27, the one of all mids first.
std::vector<TissueConstants> all_constants(const Tissue& tissue);

/// Damage that a run does, in units of what the accustomed kilometre does.
///
/// unit    accustomed kilometres (1)
/// valid   distance and steps >= 0, load_ratio >= 0
/// source  linear in cycles, a power of magnitude: Edwards 2018, Exerc Sport Sci Rev 46:224
///
/// distance_km  of the run
/// steps_ratio  steps per kilometre over those of the accustomed run
/// load_ratio   load per step over that of the accustomed run
double run_damage(double distance_km, double steps_ratio, double load_ratio, double exponent);

/// What a tissue carries at the end of one day, everything relative to the accustomed week.
struct DayState {
  double state = 1.0;      ///< trace of the past days; its mean over an accustomed week is 1
  double tolerance = 1.0;  ///< what the tissue has adapted to; 1 = the accustomed week
};

/// Where a runner stands who has run the accustomed week for ever: state at the end of its seventh day.
/// accustomed_day  damage of each of its seven days in units of their mean
double steady_state(std::span<const double> accustomed_day, double recovery_days);

/// The largest state of that week.
double steady_peak(std::span<const double> accustomed_day, double recovery_days);

/// Follows a tissue day by day: S += (1 - exp(-1/recovery)) (damage - S), C += (1 - exp(-1/adaptation)) (S - C).
/// The damage of a day counts at its end; a constant damage of 1 per day holds both at 1.
///
/// day    damage of each day in units of the mean accustomed day
/// start  state at the end of the day before the first
/// errors none (pure function)
std::vector<DayState> follow_state(std::span<const double> day, double start, const TissueConstants& constants);

}  // namespace stridelab
