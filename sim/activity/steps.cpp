#include "activity/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/frames.h"

namespace stridelab {
namespace {

constexpr double earth_m = 6371000.0;
constexpr double fastest_m_s = 9.0;                               ///< beyond it is a jump of the receiver
constexpr double standing_below_m_s = 0.5, longest_gap_s = 10.0;  ///< a longer gap without way is a pause

enum class DistanceFrom { file, coordinates, speed };

bool is_no_running(std::string_view sport) {
  constexpr std::array<std::string_view, 7> others = {"cycl", "bik", "swim", "walk", "hik", "another sport", "ski"};
  return std::any_of(others.begin(), others.end(),
                     [&](std::string_view word) { return sport.find(word) != std::string_view::npos; });
}

void note(std::vector<std::string>& notes, int count, std::string_view what) {
  if (count > 0) notes.push_back(fmt::format("{} {}", count, what));
}

/// Points that were run and stand in order.
std::vector<TrackPoint> in_order(const Activity& activity, std::vector<std::string>& notes) {
  std::vector<TrackPoint> out;
  int untimed = 0, unordered = 0, others = 0;
  for (const TrackPoint& p : activity.points) {
    const bool other = is_no_running(activity.sports[static_cast<std::size_t>(p.sport)]);
    const bool timed = std::isfinite(p.time_s);
    const bool later = out.empty() || p.time_s > out.back().time_s;
    others += other;
    untimed += !other && !timed;
    unordered += !other && timed && !later;
    if (!other && timed && later) out.push_back(p);
    // The stop before a point that is left out is a stop before the next one.
    else if (!out.empty() && other)
      out.back().after_pause = out.back().after_pause || p.after_pause;
  }
  note(notes, others, "points of another sport are left out");
  note(notes, untimed, "points without a time are left out");
  note(notes, unordered, "points whose time is no later than the one before are left out");
  return out;
}

DistanceFrom source_of(const std::vector<TrackPoint>& points) {
  const auto share = [&](auto has) {
    return static_cast<double>(std::count_if(points.begin(), points.end(), has)) / static_cast<double>(points.size());
  };
  if (share([](const TrackPoint& p) { return std::isfinite(p.distance_m); }) > 0.5) return DistanceFrom::file;
  if (share([](const TrackPoint& p) { return std::isfinite(p.latitude_deg); }) > 0.5) return DistanceFrom::coordinates;
  return DistanceFrom::speed;
}

double way_m(const TrackPoint& a, const TrackPoint& b, DistanceFrom from) {
  if (from == DistanceFrom::file) return b.distance_m - a.distance_m;
  if (from == DistanceFrom::coordinates) return distance_between_m(a, b);
  return b.speed_m_s * (b.time_s - a.time_s);
}

bool has(const TrackPoint& p, DistanceFrom from) {
  if (from == DistanceFrom::file) return std::isfinite(p.distance_m);
  if (from == DistanceFrom::coordinates) return std::isfinite(p.latitude_deg) && std::isfinite(p.longitude_deg);
  return std::isfinite(p.speed_m_s);
}

}  // namespace

double distance_between_m(const TrackPoint& a, const TrackPoint& b) {
  const double lat_a = a.latitude_deg * rad_per_deg, lat_b = b.latitude_deg * rad_per_deg;
  const double s = std::sin(0.5 * (lat_b - lat_a));
  const double t = std::sin(0.5 * (b.longitude_deg - a.longitude_deg) * rad_per_deg);
  return 2.0 * earth_m * std::asin(std::min(1.0, std::sqrt(s * s + std::cos(lat_a) * std::cos(lat_b) * t * t)));
}

tl::expected<std::vector<CourseStep>, std::string> steps_of(const Activity& activity, std::vector<std::string>& notes,
                                                            double& paused_s) {
  std::vector<TrackPoint> points = in_order(activity, notes);
  if (points.empty()) return tl::unexpected(std::string("holds no running with times"));
  const DistanceFrom from = source_of(points);
  std::erase_if(points, [&](const TrackPoint& p) { return !has(p, from); });
  if (points.size() < 2) return tl::unexpected(std::string("holds neither distance nor coordinates nor speed"));
  if (from == DistanceFrom::coordinates) notes.emplace_back("distance is taken from the coordinates");
  if (from == DistanceFrom::speed) notes.emplace_back("distance is taken from the speed");
  std::vector<CourseStep> steps;
  int jumps = 0, backwards = 0;
  bool stopped = false;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const TrackPoint &a = points[i - 1], &b = points[i];
    const double time_s = b.time_s - a.time_s, length_m = way_m(a, b, from);
    const bool gap = time_s > longest_gap_s && length_m < standing_below_m_s * time_s;
    const bool jump = length_m > fastest_m_s * time_s;
    jumps += jump && !b.after_pause;
    backwards += length_m < 0.0;
    if (b.after_pause || gap) paused_s += time_s;
    stopped = stopped || b.after_pause || gap || jump;
    if (b.after_pause || gap || jump || length_m < 0.0) continue;
    steps.push_back({length_m, time_s, b.altitude_m, b.cadence_per_min, b.contact_time_ms, stopped});
    stopped = false;
  }
  note(notes, jumps, "steps faster than 9 m/s are jumps of the receiver and left out");
  note(notes, backwards, "steps with a falling distance are left out");
  return steps;
}

}  // namespace stridelab
