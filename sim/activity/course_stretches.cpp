#include "activity/course_stretches.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

constexpr double cell_m = 50.0, shortest_cell_m = 10.0;
constexpr double steepest = 0.20;  ///< of the parameter slope_percent
constexpr double jump_slope = 0.45, jump_m = 5.0;
constexpr double trembles_m = 1.0;
constexpr int usual_passes = 1, rough_passes = 8;  ///< of weights 1 2 1: about 150 and 400 m

/// A cell that is being filled.
struct Filling {
  double start_m = 0.0, length_m = 0.0, time_s = 0.0, altitude_sum = 0.0, altitude_m = 0.0;
  int lap = 0;
  Readings readings;

  void add(const CourseStep& s) {
    if (length_m == 0.0) lap = s.lap;
    length_m += s.length_m;
    time_s += s.time_s;
    if (std::isfinite(s.altitude_m)) altitude_sum += s.altitude_m * s.length_m, altitude_m += s.length_m;
    Readings weighted;
    weighted.add(s.readings.means(), s.time_s);
    readings.add(weighted);
  }
  void join(const Filling& after) {
    length_m += after.length_m;
    time_s += after.time_s;
    altitude_sum += after.altitude_sum;
    altitude_m += after.altitude_m;
    readings.add(after.readings);
  }
  [[nodiscard]] CourseCell cell() const {
    const TrackPoint mean = readings.means();
    CourseCell out;
    out.start_m = start_m;
    out.length_m = length_m;
    out.time_s = time_s;
    out.lap = lap;
    out.cadence_spm = mean.cadence_per_min;
    out.contact_time_ms = mean.contact_time_ms;
    out.vertical_oscillation_mm = mean.vertical_oscillation_mm;
    out.balance_percent = mean.balance_percent;
    out.step_length_m = mean.step_length_m;
    out.power_w = mean.power_w;
    out.heart_rate_bpm = mean.heart_rate_bpm;
    return out;
  }
  [[nodiscard]] double altitude() const { return altitude_m > 0.0 ? altitude_sum / altitude_m : not_recorded; }
};

void close(std::vector<Filling>& cells, Filling& filling) {
  if (filling.length_m == 0.0) return;
  if (filling.length_m < shortest_cell_m && !cells.empty())
    cells.back().join(filling);
  else if (filling.length_m >= shortest_cell_m)
    cells.push_back(filling);
  else
    return;  // goes on in the first cell
  const double end_m = cells.back().start_m + cells.back().length_m;
  filling = {};
  filling.start_m = end_m;
}

/// Fills gaps with the last altitude before them, or the first of all.
void hold_missing(std::vector<double>& h) {
  const auto first = std::find_if(h.begin(), h.end(), [](double x) { return std::isfinite(x); });
  double last = *first;
  for (double& x : h) x = last = std::isfinite(x) ? x : last;
}

double middle_m(const CourseCell& c) { return c.start_m + 0.5 * c.length_m; }

int without_jumps(const Course& course, std::vector<double>& h) {
  double correction_m = 0.0;
  int jumps = 0;
  for (std::size_t i = 1; i < h.size(); ++i) {
    const double way_m = middle_m(course.cells[i]) - middle_m(course.cells[i - 1]);
    h[i] += correction_m;
    const double step_m = h[i] - h[i - 1];
    if (std::abs(step_m) <= jump_slope * way_m + jump_m) continue;
    correction_m -= step_m;
    h[i] = h[i - 1];
    ++jumps;
  }
  return jumps;
}

/// Scatter of neighbours, from third differences, which a smooth hill has hardly.
double trembling_m(const std::vector<double>& h) {
  double sum = 0.0;
  for (std::size_t i = 3; i < h.size(); ++i) {
    const double d = h[i] - 3.0 * h[i - 1] + 3.0 * h[i - 2] - h[i - 3];
    sum += d * d;
  }
  return h.size() > 3 ? std::sqrt(sum / (20.0 * static_cast<double>(h.size() - 3))) : 0.0;
}

void smooth(std::vector<double>& h, int passes) {
  for (int pass = 0; pass < passes; ++pass) {
    const std::vector<double> before = h;
    for (std::size_t i = 1; i + 1 < h.size(); ++i) h[i] = 0.25 * before[i - 1] + 0.5 * before[i] + 0.25 * before[i + 1];
  }
}

void take_slopes(Course& course, const std::vector<double>& h) {
  int too_steep = 0;
  for (std::size_t i = 0; i < h.size(); ++i) {
    course.cells[i].altitude_m = h[i];
    const std::size_t a = i > 0 ? i - 1 : 0, b = std::min(i + 1, h.size() - 1);
    if (a == b) continue;
    const double slope = (h[b] - h[a]) / (middle_m(course.cells[b]) - middle_m(course.cells[a]));
    if (std::abs(slope) > steepest) ++too_steep;
    course.cells[i].slope = std::clamp(slope, -steepest, steepest);
    if (i > 0) (h[i] > h[i - 1] ? course.up_m : course.down_m) += std::abs(h[i] - h[i - 1]);
  }
  if (too_steep > 0)
    course.notes.push_back(
        fmt::format("{} stretches are steeper than 20 %, where the model ends: held at 20 %", too_steep));
}

}  // namespace

Stretches stretches_of(const std::vector<CourseStep>& steps) {
  std::vector<Filling> fillings;
  Filling filling;
  for (const CourseStep& s : steps) {
    if (s.after_stop) close(fillings, filling);
    filling.add(s);
    if (filling.length_m >= cell_m) close(fillings, filling);
  }
  close(fillings, filling);
  Stretches out;
  for (const Filling& f : fillings) {
    out.cells.push_back(f.cell());
    out.altitude_m.push_back(f.altitude());
  }
  return out;
}

void set_slopes(Course& course, std::vector<double> h) {
  const auto missing = std::count_if(h.begin(), h.end(), [](double x) { return !std::isfinite(x); });
  if (missing == static_cast<std::ptrdiff_t>(h.size())) {
    course.notes.emplace_back("no altitude was recorded: the course is taken for level (--grade gives a treadmill's)");
    return;
  }
  if (missing > 0) course.notes.emplace_back("altitude is missing in parts: it is held there");
  hold_missing(h);
  if (const int jumps = without_jumps(course, h); jumps > 0)
    course.notes.push_back(fmt::format("{} steps of the altitude steeper than 45 % are taken out", jumps));
  const double rough_m = trembling_m(h);
  if (rough_m > trembles_m)
    course.notes.push_back(fmt::format(
        "altitude trembles by {:.1f} m, as a receiver's does: smoothed over about 400 m; short hills are lost",
        rough_m));
  smooth(h, rough_m > trembles_m ? rough_passes : usual_passes);
  take_slopes(course, h);
}

}  // namespace stridelab
