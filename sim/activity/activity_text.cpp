#include <fmt/format.h>

#include <cmath>

#include "activity/activity_report.h"

namespace stridelab {
namespace {

/// 312 s -> "5:12".
std::string minutes(double seconds) {
  const long whole = std::lround(seconds);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string km(double metres) { return fixed(metres / 1000.0, 2) + " km"; }

std::string percent_of(double ratio) { return fmt::format("{:.0f} %", 100.0 * ratio); }

std::string head(const ActivityReport& r, const ConsoleStyle& style) {
  const Course& c = r.course;
  const double running_m = c.running_m(), running_s = c.running_s();
  std::string text = fmt::format("{}: {}{}", r.file, r.activity.format, r.activity.treadmill ? ", treadmill" : "");
  text += fmt::format("; {} run in {} ({} min/km)", km(running_m), minutes(running_s),
                      minutes(1000.0 * running_s / running_m));
  if (c.walking_m() > 0.0) text += fmt::format(", {} walked", km(c.walking_m()));
  if (c.paused_s > 0.0) text += fmt::format(", {} of pauses", minutes(c.paused_s));
  text += fmt::format("; {:.0f} m up, {:.0f} m down", c.up_m, c.down_m);
  if (c.cadence_known) text += fmt::format("; {:.0f} steps/min", r.loads.whole.total.cadence_spm);
  std::string out = wrapped(text, style.columns, 0);
  for (const auto* notes : {&r.activity.notes, &c.notes})
    for (const std::string& note : *notes) out += wrapped("note: " + note, style.columns, 2);
  return out;
}

std::string sum_row(std::string_view name, const CourseSum& sum, const LoadsPerKm& level_run) {
  if (sum.answered_m <= 0.0) return {};
  return fmt::format("  {:<16}{:>9} {:>9} {:>11} {:>11}\n", name, fixed(sum.running_m / 1000.0, 2),
                     minutes(1000.0 * sum.running_s / sum.running_m), fixed(sum.kneecap_per_km(), 0),
                     percent_of(relative_load(sum, level_run)));
}

std::string parts(const ActivityReport& r, const ConsoleStyle& style) {
  std::string out = style.bold("Load on the kneecap, one leg") + "\n";
  out += style.dim(fmt::format("  {:<16}{:>9} {:>9} {:>11} {:>11}", "", "km", "min/km", "BW s/km", "of level")) + "\n";
  const CourseLoads& l = r.loads;
  out += sum_row("whole run", l.whole, r.level_run) + sum_row("uphill", l.up, r.level_run) +
         sum_row("level", l.level, r.level_run) + sum_row("downhill", l.down, r.level_run) +
         sum_row("first half", l.first_half, r.level_run) + sum_row("second half", l.second_half, r.level_run);
  out +=
      style.dim(wrapped(fmt::format("force x time over a kilometre, in body weights; of level: against {}, {} BW s/km",
                                    r.person, fixed(r.level_run.kneecap_bw_s, 0)),
                        style.columns, 2));
  const double missing_m = l.whole.running_m - l.whole.answered_m;
  if (missing_m > 0.0)
    out +=
        wrapped(fmt::format("note: {} have no answer: speed, slope or cadence lies outside the model or cannot be run",
                            km(missing_m)),
                style.columns, 2);
  return out;
}

std::string places(const ActivityReport& r, const RegionMap& map, const ConsoleStyle& style) {
  std::string out = style.bold("By place of the leg, over the whole run") + "\n";
  const double km_run = r.loads.whole.answered_m / 1000.0;
  for (std::size_t i = 0; i < map.regions.size(); ++i) {
    const double level = r.level_run.regions[i] * km_run, load = r.loads.whole.total.regions[i];
    if (!std::isfinite(load) || !(level > 0.0)) continue;
    out += fmt::format("  {:<16}{:<19}{:>8} of level\n", map.regions[i].label, map.regions[i].metrics.front().name,
                       percent_of(load / level));
  }
  return out;
}

std::string what_ifs(const ActivityReport& r, const ConsoleStyle& style) {
  if (r.what_ifs.empty()) return {};
  std::string out = style.bold("The same course, if") + "\n";
  for (const WhatIf& w : r.what_ifs) {
    const double change = 100.0 * (w.loads.whole.total.kneecap_bw_s / r.loads.whole.total.kneecap_bw_s - 1.0);
    out += fmt::format("  {:<24}kneecap load {}{}\n", w.change.words, signed_percent(change),
                       w.change.walk_downhill ? " (walking not counted)" : "");
  }
  return out;
}

/// The watch's contact time beside the model's.
std::string contact_time(const ActivityReport& r, const ConsoleStyle& style) {
  double sum = 0.0, metres = 0.0;
  for (const CourseCell& c : r.course.cells)
    if (!c.walking && std::isfinite(c.contact_time_ms)) sum += c.contact_time_ms * c.length_m, metres += c.length_m;
  if (metres == 0.0) return {};
  const double measured = sum / metres, model = r.loads.whole.total.contact_time_ms;
  std::string text = fmt::format("contact time: {:.0f} ms recorded, {:.0f} ms in the model", measured, model);
  if (std::abs(measured - model) > 20.0)
    text +=
        ": this runner runs otherwise than the model's at that speed, levels are less sure; changes between parts hold "
        "better";
  return wrapped(text, style.columns, 2);
}

}  // namespace

double relative_load(const CourseSum& sum, const LoadsPerKm& level_run) {
  return sum.kneecap_per_km() / level_run.kneecap_bw_s;
}

std::string activity_text(const ActivityReport& r, const RegionMap& map, const ConsoleStyle& style) {
  std::string out = head(r, style) + "\n" + parts(r, style) + "\n" + places(r, map, style);
  if (const std::string more = what_ifs(r, style); !more.empty()) out += "\n" + more;
  if (const std::string more = contact_time(r, style); !more.empty()) out += "\n" + more;
  return out;
}

}  // namespace stridelab
