#pragma once

#include <set>
#include <vector>

namespace stridelab {

constexpr int days_per_week = 7;

/// Days of a week, 1 .. 7, for runs that name none: spread evenly over the days that are not rest days. With fewer free
/// days than runs, some days hold several. Without a free day every run falls on day 1.
/// errors none (pure function)
std::vector<int> spread_days(int runs, const std::set<int>& rest_days);

/// Shares of the days of a week with equal runs on spread days; their mean is 1.
std::vector<double> even_week(int runs);

/// A plan by a rule: `[weeks]`.
struct WeekRule {
  double weeks = 0.0;             ///< a whole number
  double start_km = 0.0;          ///< of the first week
  double growth_percent = 0.0;    ///< from one hard week to the next
  double easier_every = 0.0;      ///< every nth week is easier; 0 = none
  double easier_percent = -30.0;  ///< change of an easier week against the hard week before it
  double runs = 4.0;              ///< per week, of equal length
};

/// Weekly distances of a rule in km. An easier week does not count as growth: the next one goes on from the hard week
/// before it.
/// errors none (pure function)
std::vector<double> weekly_distances_km(const WeekRule& rule);

}  // namespace stridelab
