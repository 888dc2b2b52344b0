#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "activity/activity_report.h"

namespace stridelab {
namespace {

constexpr std::size_t most_laps = 12;  ///< on a screen

std::string km(double metres) { return fixed(metres / 1000.0, 2) + " km"; }

std::string percent_of(double ratio) { return fmt::format("{:.0f} %", 100.0 * ratio); }

std::string head(const ActivityReport& r, const ConsoleStyle& style) {
  std::string out = wrapped(r.file + ": " + activity_sentence(r), style.columns, 0);
  for (const auto* notes : {&r.activity.notes, &r.course.notes})
    for (const std::string& note : *notes) out += wrapped("note: " + note, style.columns, 2);
  return out;
}

std::string sum_row(std::string_view name, const CourseSum& sum, const LoadsPerKm& level_run) {
  if (sum.answered_m <= 0.0) return {};
  return fmt::format("  {:<16}{:>9} {:>9} {:>11} {:>11}\n", name, fixed(sum.running_m / 1000.0, 2),
                     minutes_text(1000.0 * sum.running_s / sum.running_m), fixed(sum.kneecap_per_km(), 0),
                     percent_of(relative_load(sum, level_run)));
}

std::string parts(const ActivityReport& r, const ConsoleStyle& style) {
  std::string out = style.bold("Load on the kneecap, one leg") + "\n";
  out += style.dim(fmt::format("  {:<16}{:>9} {:>9} {:>11} {:>11}", "", "km", "min/km", "BW s/km", "of level")) + "\n";
  for (const auto& [name, sum] : course_parts(r.loads)) out += sum_row(name, *sum, r.level_run);
  for (std::size_t i = 0; r.loads.laps.size() > 1 && i < std::min(most_laps, r.loads.laps.size()); ++i)
    out += sum_row(fmt::format("lap {}", i + 1), r.loads.laps[i], r.level_run);
  if (r.loads.laps.size() > most_laps)
    out += fmt::format("  and {} more laps: --json has them\n", r.loads.laps.size() - most_laps);
  if (r.loads.whole.answered_m > 0.0)
    out +=
        fmt::format("  in all {} BW s, {} of them on a level run as long\n", fixed(r.loads.whole.total.kneecap_bw_s, 0),
                    fixed(r.level_run.kneecap_bw_s * r.loads.whole.answered_m / 1000.0, 0));
  out +=
      style.dim(wrapped(fmt::format("force x time over a kilometre, in body weights; of level: against {}, {} BW s/km",
                                    r.person, fixed(r.level_run.kneecap_bw_s, 0)),
                        style.columns, 2));
  const double missing_m = r.loads.whole.running_m - r.loads.whole.answered_m;
  if (missing_m > 0.0)
    out +=
        wrapped(fmt::format("note: {} have no answer: speed, slope or cadence lies outside the model or cannot be run",
                            km(missing_m)),
                style.columns, 2);
  return out;
}

std::string places(const ActivityReport& r, const RegionMap& map, const ConsoleStyle& style) {
  std::string out = style.bold("By place of the leg, over the whole run") + "\n";
  for (std::size_t i = 0; i < map.regions.size(); ++i)
    if (const double share = place_share(r, i); std::isfinite(share))
      out += fmt::format("  {:<16}{:<19}{:>8} of level\n", map.regions[i].label, map.regions[i].metrics.front().name,
                         percent_of(share));
  return out;
}

std::string what_ifs(const ActivityReport& r, const ConsoleStyle& style) {
  if (r.what_ifs.empty()) return {};
  std::string out = style.bold("The same course, if") + "\n";
  for (const WhatIf& w : r.what_ifs) {
    out += fmt::format("  {:<24}kneecap load {}{}\n", w.change.words, signed_percent(what_if_percent(r, w)),
                       w.change.walk_downhill ? " (walking not counted)" : "");
  }
  return out;
}

std::string recorded(const ActivityReport& r, const ConsoleStyle& style) {
  std::string out;
  for (const Recorded& row : recorded_beside_model(r)) {
    out += fmt::format("  {:<16}{:>9} {:<5}", row.name, fixed(row.recorded, row.decimals), row.unit);
    if (std::isfinite(row.model)) out += fmt::format("model {} {}", fixed(row.model, row.decimals), row.unit);
    // Of a share, a difference in per cent would say something else.
    if (std::isfinite(row.model) && row.unit != "%")
      out += ", " + signed_percent(100.0 * (row.recorded / row.model - 1.0));
    out += "\n";
  }
  if (out.empty()) return {};
  out = style.bold("Recorded, beside the model's") + "\n" + out;
  if (const std::string more = mismatch_sentence(r); !more.empty()) out += wrapped("note: " + more, style.columns, 2);
  return out;
}

}  // namespace

std::string activity_text(const ActivityReport& r, const RegionMap& map, const ConsoleStyle& style) {
  std::string out = head(r, style) + "\n" + parts(r, style) + "\n" + places(r, map, style);
  if (const std::string more = what_ifs(r, style); !more.empty()) out += "\n" + more;
  if (const std::string more = recorded(r, style); !more.empty()) out += "\n" + more;
  return out;
}

}  // namespace stridelab
