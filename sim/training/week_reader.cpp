#include "training/week_reader.h"

#include <fmt/format.h>

#include <array>

#include "scenario/layer.h"
#include "scenario/toml_place.h"
#include "training/calendar.h"

namespace stridelab {
namespace {

constexpr double most_km = 200.0;
constexpr std::size_t most_runs = 21;

/// A run as written, in one or several parts of one day; day 0 where it names none.
struct WrittenRun {
  PlanRun run;
  Place place;
  std::vector<PlanRun> further = {};
};

/// Reads one entry of `runs`: a distance, or a table with a distance and what is different from the usual run.
class RunReader {
 public:
  RunReader(PlanTable& table, const std::set<int>& rest_days) : table_(table), rest_days_(rest_days) {}

  WrittenRun read(const toml::node& node) {
    WrittenRun written{{0, 0.0, {}}, place_of(node)};
    if (const auto distance = node.is_number() ? node.value<double>() : std::nullopt) {
      written.run.distance_km = *distance;
      if (!(*distance > 0.0 && *distance <= most_km))
        table_.fault(written.place, {fmt::format("a run of {} km is outside 0.1 .. {} km", *distance, most_km),
                                     "days without a run are simply left out"});
    } else if (const auto* run = node.as_table()) {
      read_table(*run, written);
    } else {
      table_.fault(written.place, {"a run is neither a distance nor a table",
                                   "write 8.5 or { distance_km = 8.5, speed_percent = -10 }"});
    }
    return written;
  }

 private:
  /// Parts of one run, each a run by itself: { parts = [ { distance_km = 3, slope_percent = -8 }, 5 ], day = 2 }.
  void read_parts(const toml::node& node, WrittenRun& written) {
    const toml::array* parts = node.as_array();
    if (parts == nullptr || parts->empty())
      return table_.fault(place_of(node), {"parts is not a list of runs",
                                           "for example parts = [3, { distance_km = 2, "
                                           "slope_percent = -8 }]"});
    for (const toml::node& part : *parts) {
      WrittenRun read = this->read(part);
      if (&part == &parts->front()) {
        written.run = read.run;
        continue;
      }
      read.run.goes_on = true;
      written.further.push_back(read.run);
    }
  }

  /// Walking is no part of the distance: what a step of it loads is not computed.
  void read_table(const toml::table& run, WrittenRun& written) {
    double day = 0.0, intervals = 0.0, run_min = 0.0, walk_min = 0.0;
    const std::array keys{
        NumberKey{"distance_km", 0.1, most_km, "km", false, "length of the run", &written.run.distance_km},
        NumberKey{"intervals", 1, 100, "", true, "how many times it is run and walked", &intervals},
        NumberKey{"run_min", 0.1, 300, "min", false, "running in each of them", &run_min},
        NumberKey{"walk_min", 0.0, 300, "min", false, "walking after it; not counted", &walk_min},
        NumberKey{"day", 1, days_per_week, "", true, "day of the week; left out: spread evenly", &day}};
    Layer layer;
    for (const auto& [key, node] : run)
      if (key.str() != "parts" && !table_.one_of(key, node, keys)) read_change(layer, key, node);
    if (const toml::node* parts = run.get("parts"); parts != nullptr) {
      read_parts(*parts, written);
      if (!layer.parameters.empty() || run.contains("distance_km") || run.contains("intervals"))
        table_.fault(written.place, {"a run in parts has no distance and no form of its own", "say it of each part"});
    } else {
      written.run.running_min = intervals * run_min;
      if (run.contains("intervals") != run.contains("run_min"))
        table_.fault(written.place,
                     {"intervals and run_min go together", "for example { intervals = 6, run_min = 5, walk_min = 1 }"});
      if (!run.contains("distance_km") && !run.contains("intervals"))
        table_.fault(written.place,
                     {"a run without distance_km or intervals", "for example { distance_km = 8.5, day = 2 }"});
      if (run.contains("distance_km") && run.contains("intervals"))
        table_.fault(written.place, {"distance_km and intervals are both given", "one follows from the other"});
      written.run.changes = layer.assignments();
    }
    written.run.day = static_cast<int>(day);
    for (PlanRun& part : written.further) part.day = written.run.day;
    if (rest_days_.contains(written.run.day))
      table_.fault(written.place, {fmt::format("a run on day {}, which is a rest day", written.run.day),
                                   "move the run or take the day out of rest_days"});
    if (const auto contradiction = find_contradiction(layer.assignments()))
      table_.fault(written.place, {contradiction->message, contradiction->help});
  }

  void read_change(Layer& layer, const toml::key& key, const toml::node& node) {
    const Place place = place_of(key, node);
    if (table_of(key.str()) == "run" || table_of(key.str()) == "training")
      return table_.fault(place, {fmt::format("{} cannot differ from run to run", key.str()),
                                  "a run takes distance_km, day and the keys of form, body, shoe and ground"});
    if (const auto wrong = take(layer, "", key.str(), given_value(node), place)) table_.fault(place, *wrong);
  }

  PlanTable& table_;
  const std::set<int>& rest_days_;
};

/// Gives days to the runs that named none.
PlanWeek placed(const std::vector<WrittenRun>& written, const std::set<int>& rest_days) {
  int without = 0;
  std::set<int> taken = rest_days;
  for (const WrittenRun& w : written) {
    if (w.run.day == 0) ++without;
    if (w.run.day != 0) taken.insert(w.run.day);
  }
  const bool room = taken.size() < static_cast<std::size_t>(days_per_week);
  const std::vector<int> days = spread_days(without, room ? taken : rest_days);
  PlanWeek week;
  std::size_t next = 0;
  for (const WrittenRun& w : written) {
    const int day = w.run.day == 0 ? days[next++] : w.run.day;
    week.runs.push_back(w.run);
    week.runs.back().day = day;
    for (PlanRun part : w.further) {
      part.day = day;
      week.runs.push_back(std::move(part));
    }
  }
  return week;
}

/// Runs need a day: a week of nothing but rest days has none.
void require_free_day(const std::set<int>& rest_days, std::size_t runs, const Place& place, PlanTable& table) {
  if (runs > 0 && rest_days.size() == static_cast<std::size_t>(days_per_week))
    table.fault(place, {"every day is a rest day, and yet there are runs", "leave the runs or a rest day out"});
}

void read_week(const toml::table& entry, PlanTable& table, std::vector<PlanWeek>& weeks) {
  static constexpr std::array<std::string_view, 5> names{"runs", "km", "equal_runs", "rest_days", "repeat"};
  double repeat = 1.0, km = 0.0, equal_runs = 3.0;
  const std::array keys{NumberKey{"repeat", 1, 52, "", true, "how many weeks like this one", &repeat},
                        NumberKey{"km", 0.0, 250, "km", false, "distance of the week, in equal runs", &km},
                        NumberKey{"equal_runs", 1, most_runs, "per week", true, "in how many runs", &equal_runs}};
  std::set<int> rest_days;
  const toml::array* runs = nullptr;
  for (const auto& [key, node] : entry) {
    if (key.str() == "runs" && node.is_array()) {
      runs = node.as_array();
    } else if (key.str() == "runs") {
      table.fault(place_of(key, node),
                  {"runs is not a list", "for example runs = [8, 8, { distance_km = 12, day = 7 }]"});
    } else if (key.str() == "rest_days") {
      rest_days = table.days(key, node);
    } else if (!table.one_of(key, node, keys)) {
      table.unknown(key, node, "in a week", names);
    }
  }
  std::vector<WrittenRun> written;
  if (runs != nullptr)
    for (const toml::node& run : *runs) written.push_back(RunReader(table, rest_days).read(run));
  if (runs != nullptr && km > 0.0)
    table.fault(place_of(entry), {"km and runs are both given", "a week has a distance in equal runs, or its runs"});
  for (int i = 0; km > 0.0 && i < static_cast<int>(equal_runs); ++i)
    written.push_back({{0, km / equal_runs, {}}, place_of(entry)});
  if (written.size() > most_runs)
    table.fault(place_of(entry), {fmt::format("{} runs in a week; at most {}", written.size(), most_runs), ""});
  require_free_day(rest_days, written.size(), place_of(entry), table);
  weeks.insert(weeks.end(), static_cast<std::size_t>(repeat), placed(written, rest_days));
}

std::vector<PlanWeek> weeks_of(const WeekRule& rule, const std::set<int>& rest_days) {
  std::vector<PlanWeek> weeks;
  const std::vector<int> days = spread_days(static_cast<int>(rule.runs), rest_days);
  for (const double week_km : weekly_distances_km(rule)) {
    weeks.emplace_back();
    for (const int day : days) weeks.back().runs.push_back({day, week_km / rule.runs, {}});
  }
  return weeks;
}

}  // namespace

std::vector<PlanWeek> read_weeks(const toml::node& entries, PlanTable& table) {
  std::vector<PlanWeek> weeks;
  for (const toml::node& entry : *entries.as_array()) read_week(*entry.as_table(), table, weeks);
  if (weeks.size() > most_weeks)
    table.fault(place_of(entries), {fmt::format("{} weeks; a plan has at most {}", weeks.size(), most_weeks), ""});
  return weeks;
}

std::vector<PlanWeek> read_week_rule(const toml::table& given, const Place& place, PlanTable& table) {
  static constexpr std::array<std::string_view, 7> names{"count",          "start_km", "growth_percent", "easier_every",
                                                         "easier_percent", "runs",     "rest_days"};
  WeekRule rule;
  const std::array keys{
      NumberKey{"count", 1, most_weeks, "weeks", true, "how long the plan is", &rule.weeks},
      NumberKey{"start_km", 0.1, 250, "km", false, "distance of the first week", &rule.start_km},
      NumberKey{"growth_percent", -50, 100, "%", false, "from week to week", &rule.growth_percent},
      NumberKey{"easier_every", 2, 12, "", true, "every nth week is easier; left out: none", &rule.easier_every},
      NumberKey{"easier_percent", -90, 0, "%", false, "of an easier week, against the hard week before it",
                &rule.easier_percent},
      NumberKey{"runs", 1, most_runs, "per week", true, "runs of equal length", &rule.runs}};
  std::set<int> rest_days;
  for (const auto& [key, node] : given) {
    if (key.str() == "rest_days")
      rest_days = table.days(key, node);
    else if (!table.one_of(key, node, keys))
      table.unknown(key, node, "in [weeks]", names);
  }
  for (const std::string_view needed : {"count", "start_km"})
    if (!given.contains(needed))
      table.fault(place, {fmt::format("[weeks] without {}", needed), "a rule needs count and start_km at least"});
  require_free_day(rest_days, 1, place, table);
  return weeks_of(rule, rest_days);
}

}  // namespace stridelab
