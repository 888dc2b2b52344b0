#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

#include "activity/recorded_runs.h"
#include "catalogue/parameter_table.h"

namespace stridelab {
namespace {

constexpr int most_weeks = 8, seconds_per_day = 86400, days_per_week = 7;
constexpr int days_from_monday = 3;  ///< 1970-01-01 was a Thursday
constexpr double least_km = 1.0;
constexpr int most_runs = 14;  ///< of an accustomed week

/// Quantiles of what was recorded, by way.
struct Spread {
  double low = not_recorded, middle = not_recorded, high = not_recorded;  ///< a tenth, half and nine tenths of the way
};

template <typename Value>
Spread spread_of(const std::vector<RecordedRun>& runs, const Value& value_of) {
  std::vector<std::pair<double, double>> values;
  double way_m = 0.0;
  for (const RecordedRun& run : runs)
    for (const CourseCell& c : run.level)
      if (const double value = value_of(c); value > 0.0) {
        values.emplace_back(value, c.length_m);
        way_m += c.length_m;
      }
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    double sum = 0.0;
    for (const auto& [value, length_m] : values)
      if ((sum += length_m) >= share * way_m) return value;
    return not_recorded;
  };
  return {at(0.1), at(0.5), at(0.9)};
}

Spread speed_of(const std::vector<RecordedRun>& runs) {
  return spread_of(runs, [](const CourseCell& c) { return c.speed_m_s(); });
}
Spread cadence_of(const std::vector<RecordedRun>& runs) {
  return spread_of(runs, [](const CourseCell& c) { return c.cadence_spm; });
}

struct Week {
  int runs = 0;
  double km = 0.0;
};

/// By the number of its Monday since 1970, in weeks; weeks without a run are there, too.
std::map<int, Week> weeks_of(const std::vector<RecordedRun>& runs) {
  std::map<int, Week> weeks;
  const auto week = [](double start_s) {
    return static_cast<int>(std::floor((start_s / seconds_per_day + days_from_monday) / days_per_week));
  };
  const int last = runs.empty() ? 0 : week(runs.back().start_s);
  const int first = runs.empty() ? 1 : std::max(week(runs.front().start_s), last - most_weeks + 1);
  for (int i = first; i <= last; ++i) weeks[i];
  for (const RecordedRun& run : runs)
    if (const auto found = weeks.find(week(run.start_s)); found != weeks.end()) {
      ++found->second.runs;
      found->second.km += run.running_m / 1000.0;
    }
  return weeks;
}

Week mean_of(const std::map<int, Week>& weeks) {
  Week sum;
  for (const auto& [number, week] : weeks) sum.runs += week.runs, sum.km += week.km;
  const double n = std::max(1.0, static_cast<double>(weeks.size()));
  return {std::clamp(static_cast<int>(std::lround(sum.runs / n)), 1, most_runs), std::round(10.0 * sum.km / n) / 10.0};
}

std::string date_of(int days) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

/// "[form]" with what holds on level ground, each with its spread. errors  as profile_of_runs()
tl::expected<std::string, std::string> form_table(const std::vector<RecordedRun>& runs) {
  const Spread speed = speed_of(runs), cadence = cadence_of(runs);
  if (!std::isfinite(speed.middle)) return tl::unexpected(std::string("nothing was run on level ground"));
  const ParameterInfo& range = *find_parameter("speed_m_s");
  if (speed.middle < range.lo || speed.middle > range.hi)
    return tl::unexpected(
        fmt::format("the usual speed, {:.2f} m/s, is outside {} .. {} m/s", speed.middle, range.lo, range.hi));
  std::string out = fmt::format("[form]\nspeed_m_s = {:.2f}  # {:.2f} .. {:.2f} over four fifths of the way\n",
                                speed.middle, speed.low, speed.high);
  if (std::isfinite(cadence.middle))
    out += fmt::format("cadence_spm = {:.0f}  # {:.0f} .. {:.0f}\n", cadence.middle, cadence.low, cadence.high);
  const Spread contact = spread_of(runs, [](const CourseCell& c) { return c.contact_time_ms; });
  if (std::isfinite(contact.middle))
    out += fmt::format(
        "# contact time {:.0f} ms, {:.0f} .. {:.0f}: no input; stridelab activity --use-contact-time takes it\n",
        contact.middle, contact.low, contact.high);
  return out;
}

}  // namespace

tl::expected<std::string, std::string> plan_of_runs(const std::vector<RecordedRun>& runs) {
  const auto weeks = weeks_of(runs);
  const Week usual = mean_of(weeks);
  if (usual.km < least_km) return tl::unexpected(std::string("less than 1 km a week was run: no accustomed weeks"));
  const auto form = form_table(runs);
  std::string out = fmt::format(
      "# Accustomed weeks of {} recorded runs; weeks begin on Monday (UTC).\nquestion = \"The weeks ahead, after those "
      "that were recorded: what do the tissues notice?\"\naccustomed_runs = {}\n\n[training]\nweekly_distance_km = "
      "{}\n\n",
      runs.size(), usual.runs, usual.km);
  if (form) out += *form + "\n";
  out += "# Recorded:\n";
  for (const auto& [number, week] : weeks)
    out += fmt::format("# {}  {} runs, {:.1f} km\n", date_of(number * days_per_week - days_from_monday), week.runs,
                       week.km);
  return out + fmt::format(
                   "\n# The weeks ahead, going on as before: change them.\n[[week]]\nrepeat = 4\nkm = "
                   "{}\nequal_runs = {}\n",
                   usual.km, usual.runs);
}

tl::expected<std::string, std::string> profile_of_runs(const std::vector<RecordedRun>& runs) {
  const auto form = form_table(runs);
  if (!form) return form;
  const Week usual = mean_of(weeks_of(runs));
  std::string out = fmt::format(
      "# A runner, for --profile, from {} recorded runs. Any input of stridelab parameters may be added in its "
      "table.\n\n{}",
      runs.size(), *form);
  if (usual.km >= least_km) out += fmt::format("\n[training]\nweekly_distance_km = {}\n", usual.km);
  return out;
}

}  // namespace stridelab
