#include <fmt/format.h>

#include <array>
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
  if (r.activity.laps > 1) text += fmt::format("; {} laps", r.activity.laps);
  if (!r.activity.device.empty()) text += "; " + r.activity.device;
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
  double before = 0.0, after = 0.0;
  for (std::size_t i = 0; i < r.course.cells.size(); ++i) {
    const auto &as_run = r.loads.cells[i], &changed = what_if.loads.cells[i];
    if (!as_run || (!changed && !what_if.cells[i].walking)) continue;
    before += as_run->kneecap_bw_s * r.course.cells[i].length_m;
    after += changed ? changed->kneecap_bw_s * what_if.cells[i].length_m : 0.0;
  }
  return before > 0.0 ? 100.0 * (after / before - 1.0) : not_recorded;
}

std::vector<Recorded> recorded_beside_model(const ActivityReport& r) {
  const LoadsPerKm& model = r.loads.whole.total;
  const bool answered = r.loads.whole.answered_m > 0.0;
  const double running_s = r.loads.whole.running_s;
  const double step_m = 60.0 * r.loads.whole.running_m / (running_s * model.cadence_spm);
  struct Row {
    std::string_view name, key, unit;
    int decimals;
    double CourseCell::*what;
    double scale, model;
  };
  const std::array<Row, 6> rows = {
      {{"contact time", "contact_time_ms", "ms", 0, &CourseCell::contact_time_ms, 1.0, model.contact_time_ms},
       {"oscillation", "vertical_oscillation_cm", "cm", 1, &CourseCell::vertical_oscillation_mm, 0.1,
        0.1 * model.vertical_oscillation_mm},
       {"step length", "step_length_m", "m", 2, &CourseCell::step_length_m, 1.0, step_m},
       {"balance, left", "balance_percent", "%", 1, &CourseCell::balance_percent, 1.0, 50.0},
       {"power", "power_w", "W", 0, &CourseCell::power_w, 1.0, not_recorded},
       {"heart rate", "heart_rate_bpm", "/min", 0, &CourseCell::heart_rate_bpm, 1.0, not_recorded}}};
  std::vector<Recorded> out;
  for (const Row& row : rows) {
    double sum = 0.0, time_s = 0.0;
    for (const CourseCell& c : r.course.cells)
      if (!c.walking && c.*row.what > 0.0) sum += c.*row.what * c.time_s, time_s += c.time_s;
    if (time_s > 0.0)
      out.push_back(
          {row.name, row.key, row.unit, row.decimals, row.scale * sum / time_s, answered ? row.model : not_recorded});
  }
  return out;
}

std::string mismatch_sentence(const ActivityReport& r) {
  std::string out;
  for (const Recorded& row : recorded_beside_model(r)) {
    const bool of_form = row.key == "contact_time_ms" || row.key == "vertical_oscillation_cm";
    const double percent = 100.0 * (row.recorded / row.model - 1.0);
    if (of_form && std::abs(percent) > other_form_percent)
      out += fmt::format("{}{} is {} of the model's", out.empty() ? "" : ", ", row.name, signed_percent(percent));
    if (row.key == "balance_percent" && std::abs(row.recorded - row.model) > 2.0)
      out += fmt::format("{}one foot stays down for longer, where the model has both alike", out.empty() ? "" : ", ");
  }
  return out.empty() ? out
                     : out +
                           ": this runner runs otherwise than the model's; levels are less sure, changes between "
                           "parts hold better";
}

}  // namespace stridelab
