#include "activity/track_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace stridelab {
namespace {

constexpr std::size_t points_of_a_set_clock = 10;

/// What can be, wide enough for every runner and device.
int without_the_impossible(TrackPoint& p) {
  struct Range {
    double TrackPoint::*what;
    double low, high;
  };
  constexpr std::array<Range, 13> ranges = {{{&TrackPoint::time_s, 0.0, 1e11},
                                             {&TrackPoint::distance_m, -1e7, 1e7},
                                             {&TrackPoint::speed_m_s, 0.0, 100.0},
                                             {&TrackPoint::altitude_m, -600.0, 9000.0},
                                             {&TrackPoint::cadence_per_min, 0.0, 600.0},
                                             {&TrackPoint::contact_time_ms, 0.0, 1000.0},
                                             {&TrackPoint::vertical_oscillation_mm, 0.0, 300.0},
                                             {&TrackPoint::balance_percent, 0.0, 100.0},
                                             {&TrackPoint::step_length_m, 0.0, 4.0},
                                             {&TrackPoint::power_w, 0.0, 3000.0},
                                             {&TrackPoint::heart_rate_bpm, 0.0, 260.0},
                                             {&TrackPoint::latitude_deg, -90.0, 90.0},
                                             {&TrackPoint::longitude_deg, -180.0, 180.0}}};
  int left_out = 0;
  for (const Range& r : ranges)
    if (double& value = p.*r.what; value < r.low || value > r.high) value = not_recorded, ++left_out;
  return left_out;
}

/// Whether the clock was set back at i: so many points in a row, in order, none later than `last_s`.
bool clock_was_set(const std::vector<TrackPoint>& points, std::size_t i, double last_s) {
  if (i + points_of_a_set_clock > points.size()) return false;
  for (std::size_t k = i; k < i + points_of_a_set_clock; ++k)
    if (!(points[k].time_s <= last_s) || (k > i && !(points[k].time_s >= points[k - 1].time_s))) return false;
  return true;
}

}  // namespace

bool is_no_running(std::string_view sport) {
  const auto holds = [&](std::string_view word) { return sport.find(word) != std::string_view::npos; };
  if (holds("run") || holds("jog")) return false;
  constexpr std::array<std::string_view, 16> others = {
      "cycl", "bik", "swim",  "walk", "hik",  "another sport", "ski",      "ride",
      "row",  "mtb", "paddl", "skat", "yoga", "drive",         "strength", "transition"};
  // Numbers that one service writes: 1 a ride, 4 a hike, 10 a walk; 9 is a run.
  if (sport == "1" || sport == "4" || sport == "10") return true;
  return std::any_of(others.begin(), others.end(), holds);
}

void add_note(std::vector<std::string>& notes, int count, std::string_view what) {
  if (count > 0) notes.push_back(fmt::format("{} {}", count, what));
}

std::vector<TrackPoint> points_in_order(const Activity& activity, std::vector<std::string>& notes) {
  std::vector<TrackPoint> out;
  std::map<std::string, int> others;
  int untimed = 0, unordered = 0, impossible = 0, set_back = 0;
  bool stopped = false;
  for (std::size_t i = 0; i < activity.points.size(); ++i) {
    TrackPoint p = activity.points[i];
    stopped = stopped || p.after_pause;
    if (const std::string& sport = activity.sports[static_cast<std::size_t>(p.sport)]; is_no_running(sport)) {
      ++others[sport];
      stopped = true;
      continue;
    }
    impossible += without_the_impossible(p);
    if (!std::isfinite(p.time_s)) {
      ++untimed;
      continue;
    }
    if (!out.empty() && p.time_s <= out.back().time_s) {
      if (!clock_was_set(activity.points, i, out.back().time_s)) {
        ++unordered;
        continue;
      }
      ++set_back;
      stopped = true;
    }
    p.after_pause = stopped;
    stopped = false;
    out.push_back(p);
  }
  for (const auto& [sport, count] : others)
    add_note(notes, count, "points of another sport are left out (" + sport + ")");
  add_note(notes, impossible, "values that cannot be are left out");
  add_note(notes, untimed, "points without a time are left out");
  add_note(notes, unordered, "points whose time is no later than the one before are left out");
  add_note(notes, set_back, "times the clock was set back, or parts lie in another order: what follows is used");
  return out;
}

}  // namespace stridelab
