#include "training/plan_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/text.h"

namespace stridelab {
namespace {

/// What a check looks at, or why there is nothing to look at.
struct PlanQuantity {
  std::optional<double> value;
  std::string missing;
};

/// The largest of a number over the weeks; none where no week has one.
template <typename Weeks, typename Of>
std::optional<double> largest(const Weeks& weeks, Of of) {
  std::optional<double> most;
  for (const auto& week : weeks)
    if (const std::optional<double> value = of(week)) most = std::max(most.value_or(*value), *value);
  return most;
}

/// The largest ratio of the weeks to what came before them. After nothing a week with runs has no ratio that could be
/// compared, so neither has the plan.
template <typename Of>
PlanQuantity largest_ratio(const PlanReport& report, Of of) {
  for (const WeekReport& week : report.weeks)
    if (week.distance_km > 0.0 && !of(week))
      return {std::nullopt, fmt::format("week {} rises from nothing to {} km: no finite value", week.number,
                                        number_text(week.distance_km))};
  return {largest(report.weeks, of), "no week has one"};
}

PlanQuantity quantity_of_weeks(std::string_view name, const PlanReport& report) {
  if (name == "distance_peak_km")
    return {largest(report.weeks, [](auto& w) { return std::optional(w.distance_km); }), {}};
  if (name == "increase_peak_percent") return largest_ratio(report, [](auto& w) { return w.rise_percent; });
  if (name == "acute_chronic_peak") return largest_ratio(report, [](auto& w) { return w.acute_chronic; });
  double total_km = 0.0;
  for (const WeekReport& week : report.weeks) total_km += week.distance_km;
  return {name == "distance_total_km" ? std::optional(total_km) : std::nullopt, "no week has one"};
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
  const PlanQuantity of_weeks = quantity_of_weeks(check.metric, report);
  CheckResult result{check, of_weeks.value, CheckVerdict::failed, of_weeks.value ? "" : of_weeks.missing};
  for (const TissueReport& tissue : report.tissues) {
    const std::string_view name = check.metric;
    if (!name.starts_with(tissue.tissue.key + "_state_") && !name.starts_with(tissue.tissue.key + "_load_")) continue;
    result.missing_reason = tissue.missing;
    if (tissue.missing.empty()) result.value = quantity_of_tissue(name.substr(tissue.tissue.key.size()), tissue);
  }
  const bool inside = result.value && *result.value >= check.min.value_or(-std::numeric_limits<double>::infinity()) &&
                      *result.value <= check.max.value_or(std::numeric_limits<double>::infinity());
  result.verdict = inside ? CheckVerdict::passed : CheckVerdict::failed;
  return result;
}

}  // namespace stridelab
