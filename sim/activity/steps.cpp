#include "activity/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "activity/track_order.h"
#include "core/frames.h"

namespace stridelab {
namespace {

constexpr double earth_m = 6371000.0;
constexpr double fastest_m_s = 9.0;                               ///< beyond it is a jump of the receiver
constexpr double standing_below_m_s = 0.5, longest_gap_s = 10.0;  ///< a longer gap without way is a pause

constexpr double shortest_step_m = 2.0, least_way_m = 10.0;

enum class DistanceFrom { file, coordinates, speed };

/// Whether the file's own distance grows: some apps write zero all along.
bool distance_grows(const std::vector<TrackPoint>& points) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const TrackPoint& p : points)
    if (std::isfinite(p.distance_m)) low = std::min(low, p.distance_m), high = std::max(high, p.distance_m);
  return high - low > least_way_m;
}

DistanceFrom source_of(const std::vector<TrackPoint>& points) {
  const auto share = [&](auto has) {
    return static_cast<double>(std::count_if(points.begin(), points.end(), has)) / static_cast<double>(points.size());
  };
  const double distances = share([](const TrackPoint& p) { return std::isfinite(p.distance_m); });
  const double places = share([](const TrackPoint& p) { return std::isfinite(p.latitude_deg + p.longitude_deg); });
  const double speeds = share([](const TrackPoint& p) { return p.speed_m_s > 0.0; });
  if (distances > 0.5 && distance_grows(points)) return DistanceFrom::file;
  if (places > 0.5) return DistanceFrom::coordinates;
  if (speeds > 0.1) return DistanceFrom::speed;
  return distances >= places ? DistanceFrom::file : DistanceFrom::coordinates;
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
  std::vector<TrackPoint> points = points_in_order(activity, notes);
  if (points.empty()) return tl::unexpected(std::string("holds no running with times"));
  const DistanceFrom from = source_of(points);
  std::erase_if(points, [&](const TrackPoint& p) { return !has(p, from); });
  if (points.size() < 2) return tl::unexpected(std::string("holds neither distance nor coordinates nor speed"));
  if (from == DistanceFrom::coordinates) notes.emplace_back("distance is taken from the coordinates");
  if (from == DistanceFrom::speed) notes.emplace_back("distance is taken from the speed");
  std::vector<CourseStep> steps;
  Readings readings;
  int jumps = 0, backwards = 0, stands = 0;
  bool stopped = false;
  double length_m = 0.0;
  for (std::size_t i = 1, start = 0; i < points.size(); ++i) {
    const TrackPoint &a = points[start], &b = points[i];
    const double time_s = b.time_s - a.time_s;
    // Speeds add up over the points; distances and places are measured from the step's first point.
    length_m = from == DistanceFrom::speed ? length_m + way_m(points[i - 1], b, from) : way_m(a, b, from);
    readings.add(b, 1.0);
    const bool last = i + 1 == points.size();
    if (!b.after_pause && length_m >= 0.0 && length_m < shortest_step_m && !last) continue;
    const bool stand = time_s > longest_gap_s && length_m < standing_below_m_s * time_s;
    const bool jump = length_m > fastest_m_s * time_s;
    const bool left_out = b.after_pause || stand || jump || length_m < 0.0;
    jumps += jump && !b.after_pause;
    backwards += length_m < 0.0 && !b.after_pause;
    stands += stand && !b.after_pause;
    if ((b.after_pause || stand) && time_s > 0.0) paused_s += time_s;
    stopped = stopped || left_out;
    if (!left_out) {
      steps.push_back({length_m, time_s, b.altitude_m, readings, b.lap, stopped});
      stopped = false;
    }
    readings = {};
    length_m = 0.0;
    start = i;
  }
  add_note(notes, jumps, "steps faster than 9 m/s are jumps of the receiver and left out");
  add_note(notes, backwards, "steps with a falling distance are left out");
  add_note(notes, stands, "times nobody moved for more than 10 s: pauses");
  return steps;
}

}  // namespace stridelab
