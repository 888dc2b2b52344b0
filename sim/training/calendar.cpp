#include "training/calendar.h"

#include <cmath>

namespace stridelab {

std::vector<int> spread_days(int runs, const std::set<int>& rest_days) {
  std::vector<int> free;
  for (int day = 1; day <= days_per_week; ++day)
    if (!rest_days.contains(day)) free.push_back(day);
  if (free.empty()) free.push_back(1);
  std::vector<int> days;
  for (int i = 0; i < runs; ++i) {
    const auto slot = static_cast<std::size_t>(i) * free.size() / static_cast<std::size_t>(runs);
    days.push_back(free[slot]);
  }
  return days;
}

std::vector<double> even_week(int runs) {
  std::vector<double> days(days_per_week, 0.0);
  for (const int day : spread_days(runs, {}))
    days[static_cast<std::size_t>(day - 1)] += static_cast<double>(days_per_week) / runs;
  return days;
}

std::vector<double> weekly_distances_km(const WeekRule& rule) {
  std::vector<double> distances;
  const int every = static_cast<int>(rule.easier_every);
  double hard_km = rule.start_km;
  for (int week = 1; week <= static_cast<int>(rule.weeks); ++week) {
    const bool easier = every > 0 && week % every == 0;
    if (!easier && week > 1) hard_km *= 1.0 + rule.growth_percent / 100.0;
    distances.push_back(easier ? hard_km * (1.0 + rule.easier_percent / 100.0) : hard_km);
  }
  return distances;
}

}  // namespace stridelab
