#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "activity/course_loads.h"
#include "report/console_style.h"

namespace stridelab {

/// A change that was asked for and what it does to the load of the course.
struct WhatIf {
  CourseChange change;
  std::vector<CourseCell> cells;
  CourseLoads loads;
};

/// A mean over what was run, as it was recorded and as the model has it; NaN where there is none.
struct Recorded {
  std::string_view name, key, unit;
  int decimals;
  double recorded, model;
};

/// Everything that is said of one activity. Never coordinates, names or serial numbers, unless the track is asked for.
struct ActivityReport {
  std::string file;
  Activity activity;
  Course course;
  CourseLoads loads;
  LoadsPerKm level_run;  ///< the person's own form on level ground, per kilometre
  std::string person;    ///< the scenario it is
  std::vector<WhatIf> what_ifs;
  bool with_track = false;  ///< coordinates go into JSON and CSV
};

/// For people: what was run, the kneecap's load up, level and down, early and late, by place of the leg, what if.
std::string activity_text(const ActivityReport& report, const RegionMap& map, const ConsoleStyle& style);

/// The document of `stridelab activity --json`: schema stridelab.activity/1.
nlohmann::ordered_json activity_json(const std::vector<ActivityReport>& reports, const RegionMap& map);

/// One row per stretch of some 50 m of every activity.
std::string activity_csv(const std::vector<ActivityReport>& reports, const RegionMap& map);

/// What was run, in one sentence: distance, time, pace, walking, pauses, climb, cadence.
std::string activity_sentence(const ActivityReport& report);

/// The parts of a course by name, in the order they are shown.
std::vector<std::pair<std::string_view, const CourseSum*>> course_parts(const CourseLoads& loads);

/// What the device measured beside speed, where it did, with the model's own beside it: contact time, vertical oscillation,
/// step length, balance, power, heart rate.
std::vector<Recorded> recorded_beside_model(const ActivityReport& report);

/// Beyond which difference of contact time or oscillation the runner is said to run otherwise than the model's, per cent.
inline constexpr double other_form_percent = 8.0;

/// What that means, or nothing.
std::string mismatch_sentence(const ActivityReport& report);

/// 312 s -> "5:12", an hour and more "1:05:12".
std::string minutes_text(double seconds);

/// The load of a place over that of a level run of the same distance; NaN where the place has none.
double place_share(const ActivityReport& report, std::size_t region);

/// The change of the course's kneecap load, %, over what both have an answer to; walking asks nothing.
double what_if_percent(const ActivityReport& report, const WhatIf& what_if);

/// The load of a course over that of a level easy run of the same distance, 1 = the same; the answered part alone.
double relative_load(const CourseSum& sum, const LoadsPerKm& level_run);

}  // namespace stridelab
