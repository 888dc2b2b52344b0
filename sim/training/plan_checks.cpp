#include "training/plan_checks.h"

#include <algorithm>
#include <limits>

namespace stridelab {
namespace {

/// The largest of a number over the weeks; none where no week has one.
template <typename Weeks, typename Of>
std::optional<double> largest(const Weeks& weeks, Of of) {
  std::optional<double> most;
  for (const auto& week : weeks)
    if (const std::optional<double> value = of(week)) most = std::max(most.value_or(*value), *value);
  return most;
}

std::optional<double> quantity_of_weeks(std::string_view name, const PlanReport& report) {
  if (name == "distance_peak_km") return largest(report.weeks, [](auto& w) { return std::optional(w.distance_km); });
  if (name == "increase_peak_percent") return largest(report.weeks, [](auto& w) { return w.rise_percent; });
  if (name == "acute_chronic_peak") return largest(report.weeks, [](auto& w) { return w.acute_chronic; });
  double total_km = 0.0;
  for (const WeekReport& week : report.weeks) total_km += week.distance_km;
  return name == "distance_total_km" ? std::optional(total_km) : std::nullopt;
}

std::optional<double> quantity_of_tissue(std::string_view what, const TissueReport& tissue) {
  const Band peak = plan_peak(tissue);
  if (what == "_state_peak_low") return peak.low;
  if (what == "_state_peak_mid") return peak.mid;
  if (what == "_state_peak_high") return peak.high;
  return largest(tissue.weeks, [](auto& w) { return std::optional(w.load_percent); });
}

}  // namespace

CheckResult evaluate_plan_check(const Check& check, const PlanReport& report) {
  CheckResult result{check, quantity_of_weeks(check.metric, report), false, {}};
  for (const TissueReport& tissue : report.tissues) {
    const std::string_view name = check.metric;
    if (!name.starts_with(tissue.tissue.key + "_state_") && !name.starts_with(tissue.tissue.key + "_load_")) continue;
    result.missing_reason = tissue.missing;
    if (tissue.missing.empty()) result.value = quantity_of_tissue(name.substr(tissue.tissue.key.size()), tissue);
  }
  if (!result.value && result.missing_reason.empty()) result.missing_reason = "no week has one";
  result.passed = result.value && *result.value >= check.min.value_or(-std::numeric_limits<double>::infinity()) &&
                  *result.value <= check.max.value_or(std::numeric_limits<double>::infinity());
  return result;
}

}  // namespace stridelab
