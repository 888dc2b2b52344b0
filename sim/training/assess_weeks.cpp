#include "training/assess_weeks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "training/calendar.h"
#include "training/tissue_state.h"

namespace stridelab {
namespace {

/// Mean distance of the weeks before week `i`; accustomed weeks lie before the plan.
double chronic_km(const std::vector<WeekReport>& before, int count, double accustomed_km) {
  double sum = 0.0;
  for (int back = 1; back <= count; ++back) {
    const auto known = static_cast<int>(before.size()) - back;
    sum += known >= 0 ? before[static_cast<std::size_t>(known)].distance_km : accustomed_km;
  }
  return sum / count;
}

/// How much more, in %; nothing can be said against a week without a run.
std::optional<double> rise_percent(double distance_km, double before_km) {
  if (before_km <= 0.0) return std::nullopt;
  return 100.0 * (distance_km / before_km - 1.0);
}

/// Against the harder of the two weeks before; of equals the later one.
void compare_with_harder(WeekReport& report, const std::vector<WeekReport>& before, double accustomed_km) {
  const auto km = [&](int number) {
    return number >= 1 ? before[static_cast<std::size_t>(number - 1)].distance_km : accustomed_km;
  };
  const int last = static_cast<int>(before.size());
  report.rise_from = km(last - 1) > km(last) ? std::max(0, last - 1) : last;
  report.rise_percent = rise_percent(report.distance_km, km(report.rise_from));
}

WeekReport week_report(const LoadedWeek& week) {
  WeekReport report;
  std::set<int> days;
  for (const LoadedRun& r : week) {
    report.distance_km += r.run.distance_km;
    report.steps += r.run.distance_km * r.loads->steps_per_km;
    days.insert(r.run.day);
  }
  report.runs = static_cast<int>(std::ranges::count_if(week, [](const LoadedRun& r) { return !r.run.goes_on; }));
  report.rest_days = days_per_week - static_cast<int>(days.size());
  return report;
}

/// Damage of each day of the plan in units of the mean accustomed day.
std::vector<double> daily_damage(std::size_t tissue, const std::vector<LoadedWeek>& weeks, const RunLoads& usual,
                                 double accustomed_km, double exponent) {
  std::vector<double> days(weeks.size() * days_per_week, 0.0);
  for (std::size_t w = 0; w < weeks.size(); ++w)
    for (const LoadedRun& r : weeks[w]) {
      const double ratio = *r.loads->tissues[tissue].peak / *usual.tissues[tissue].peak;
      days[w * days_per_week + static_cast<std::size_t>(r.run.day - 1)] +=
          run_damage(r.run.distance_km, r.loads->steps_per_km / usual.steps_per_km, ratio, exponent) * days_per_week /
          accustomed_km;
    }
  return days;
}

/// The three results of one week for one choice of constants.
struct WeekState {
  double peak = 0.0, mean = 0.0, over_tolerance = 0.0;
};

/// Follows one choice of constants through the plan.
std::vector<WeekState> follow_weeks(const std::vector<double>& damage, const std::vector<double>& accustomed,
                                    const TissueConstants& constants) {
  const double usual_peak = steady_peak(accustomed, constants.recovery_days);
  const auto days = follow_state(damage, steady_state(accustomed, constants.recovery_days), constants);
  std::vector<WeekState> weeks(days.size() / days_per_week);
  for (std::size_t d = 0; d < days.size(); ++d) {
    WeekState& week = weeks[d / days_per_week];
    const double peak = days[d].state / usual_peak;
    // Today's run does not strengthen today's tissue.
    const double tolerance = d > 0 ? days[d - 1].tolerance : 1.0;
    week.peak = std::max(week.peak, peak);
    week.mean += days[d].state / days_per_week;
    week.over_tolerance = std::max(week.over_tolerance, peak / tolerance);
  }
  return weeks;
}

void widen(Band& band, double value, bool first) {
  if (first) band.mid = value;
  band.low = first ? value : std::min(band.low, value);
  band.high = first ? value : std::max(band.high, value);
}

/// States over all constants. The first choice is that of all middle values.
std::vector<TissueWeek> states(std::size_t tissue, const Plan& plan, const std::vector<LoadedWeek>& weeks,
                               const RunLoads& usual, const TrainingModels& models) {
  std::vector<TissueWeek> found(weeks.size());
  bool first = true;
  for (const TissueConstants& constants : all_constants(models.tissues[tissue])) {
    const auto damage = daily_damage(tissue, weeks, usual, plan.accustomed_km, constants.exponent);
    const auto followed = follow_weeks(damage, plan.accustomed_day, constants);
    for (std::size_t w = 0; w < weeks.size(); ++w) {
      widen(found[w].peak, followed[w].peak, first);
      widen(found[w].mean, followed[w].mean, first);
      widen(found[w].over_tolerance, followed[w].over_tolerance, first);
    }
    first = false;
  }
  return found;
}

/// Load of a kilometre: load x time where the tissue has it in both runs, else steps x peak.
double load_per_km(std::size_t tissue, const RunLoads& loads, bool has_impulse) {
  const TissueLoad& load = loads.tissues[tissue];
  return has_impulse ? *load.impulse_per_km : loads.steps_per_km * *load.peak;
}

void add_weekly_loads(std::size_t tissue, const Plan& plan, const std::vector<LoadedWeek>& weeks, const RunLoads& usual,
                      TissueReport& report) {
  bool has_impulse = usual.tissues[tissue].impulse_per_km.has_value();
  for (const LoadedWeek& week : weeks)
    for (const LoadedRun& r : week) has_impulse = has_impulse && r.loads->tissues[tissue].impulse_per_km.has_value();
  const double accustomed = plan.accustomed_km * load_per_km(tissue, usual, has_impulse);
  for (std::size_t w = 0; w < weeks.size(); ++w) {
    double load = 0.0;
    for (const LoadedRun& r : weeks[w]) load += r.run.distance_km * load_per_km(tissue, *r.loads, has_impulse);
    report.weeks[w].load_percent = 100.0 * load / accustomed;
    if (has_impulse) report.weeks[w].load = load;
  }
}

/// Why a tissue cannot be followed, "" if it can.
std::string missing_load(std::size_t tissue, const std::vector<LoadedWeek>& weeks, const RunLoads& usual) {
  if (!usual.tissues[tissue].peak) return usual.tissues[tissue].missing;
  if (*usual.tissues[tissue].peak <= 0.0) return "the usual run does not load it";
  for (std::size_t w = 0; w < weeks.size(); ++w)
    for (const LoadedRun& r : weeks[w])
      if (!r.loads->tissues[tissue].peak) return fmt::format("week {}: {}", w + 1, r.loads->tissues[tissue].missing);
  return {};
}

}  // namespace

std::vector<WeekReport> week_reports(const Plan& plan, const std::vector<LoadedWeek>& weeks,
                                     const TrainingRules& rules) {
  std::vector<WeekReport> reports;
  for (const LoadedWeek& week : weeks) {
    WeekReport report = week_report(week);
    report.number = static_cast<int>(reports.size()) + 1;
    const double before = reports.empty() ? plan.accustomed_km : reports.back().distance_km;
    report.change_percent = rise_percent(report.distance_km, before);
    compare_with_harder(report, reports, plan.accustomed_km);
    const double chronic = chronic_km(reports, rules.weeks_before, plan.accustomed_km);
    if (chronic > 0.0) report.acute_chronic = report.distance_km / chronic;
    // A rounded distance must not break the rule by its last digit.
    constexpr double last_digit_percent = 0.05;
    const double allowed = rules.ten_percent.limit + last_digit_percent;
    report.keeps_ten_percent = report.rise_percent ? *report.rise_percent <= allowed : report.distance_km <= 0.0;
    reports.push_back(std::move(report));
  }
  return reports;
}

TissueReport tissue_report(std::size_t index, const Plan& plan, const std::vector<LoadedWeek>& weeks,
                           const RunLoads& usual, const TrainingModels& models) {
  TissueReport report;
  report.tissue = models.tissues[index];
  report.missing = missing_load(index, weeks, usual);
  if (!report.missing.empty()) return report;
  report.unit = find_metric(report.tissue.metric)->row->unit;
  report.usual_load = *usual.tissues[index].peak;
  report.weeks = states(index, plan, weeks, usual, models);
  TissueReport consecutive;
  consecutive.weeks = states(index, plan, bunched(weeks), usual, models);
  report.bunched_peak = plan_peak(consecutive);
  add_weekly_loads(index, plan, weeks, usual, report);
  return report;
}

std::vector<LoadedWeek> bunched(std::vector<LoadedWeek> weeks) {
  for (LoadedWeek& week : weeks) {
    std::stable_sort(week.begin(), week.end(), [](auto& a, auto& b) { return a.run.day < b.run.day; });
    std::vector<int> days;
    for (const LoadedRun& r : week)
      if (days.empty() || days.back() != r.run.day) days.push_back(r.run.day);
    for (LoadedRun& r : week)
      r.run.day = 1 + static_cast<int>(std::find(days.begin(), days.end(), r.run.day) - days.begin());
  }
  return weeks;
}

Band plan_peak(const TissueReport& tissue) {
  Band peak;
  for (const TissueWeek& week : tissue.weeks) {
    peak.low = std::max(peak.low, week.peak.low);
    peak.mid = std::max(peak.mid, week.peak.mid);
    peak.high = std::max(peak.high, week.peak.high);
  }
  return peak;
}

}  // namespace stridelab
