#include <fmt/format.h>

#include <cmath>

#include "activity/activity_report.h"

namespace stridelab {

std::string minutes_text(double seconds) {
  const long whole = std::lround(seconds);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string activity_sentence(const ActivityReport& r) {
  const Course& c = r.course;
  const auto km = [](double metres) { return fixed(metres / 1000.0, 2) + " km"; };
  const double running_m = c.running_m(), running_s = c.running_s();
  std::string text =
      fmt::format("{}{}; {} run in {} ({} min/km)", r.activity.format, r.activity.treadmill ? ", treadmill" : "",
                  km(running_m), minutes_text(running_s), minutes_text(1000.0 * running_s / running_m));
  if (c.walking_m() > 0.0) text += fmt::format(", {} walked", km(c.walking_m()));
  if (c.paused_s > 0.0) text += fmt::format(", {} of pauses", minutes_text(c.paused_s));
  text += fmt::format("; {:.0f} m up, {:.0f} m down", c.up_m, c.down_m);
  if (c.cadence_known) text += fmt::format("; {:.0f} steps/min", r.loads.whole.total.cadence_spm);
  return text;
}

std::vector<std::pair<std::string_view, const CourseSum*>> course_parts(const CourseLoads& loads) {
  return {{"whole run", &loads.whole},       {"uphill", &loads.up},
          {"level", &loads.level},           {"downhill", &loads.down},
          {"first half", &loads.first_half}, {"second half", &loads.second_half}};
}

double relative_load(const CourseSum& sum, const LoadsPerKm& level_run) {
  return sum.kneecap_per_km() / level_run.kneecap_bw_s;
}

double place_share(const ActivityReport& r, std::size_t region) {
  if (r.loads.whole.answered_m <= 0.0) return not_recorded;
  const double level = r.level_run.regions[region] * r.loads.whole.answered_m / 1000.0;
  return level > 0.0 ? r.loads.whole.total.regions[region] / level : not_recorded;
}

double what_if_percent(const ActivityReport& r, const WhatIf& what_if) {
  return 100.0 * (what_if.loads.whole.total.kneecap_bw_s / r.loads.whole.total.kneecap_bw_s - 1.0);
}

}  // namespace stridelab
