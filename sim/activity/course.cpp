#include "activity/course.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "activity/steps.h"

namespace stridelab {
namespace {

constexpr double cell_m = 50.0, shortest_cell_m = 10.0;
constexpr double walking_below_m_s = 2.0, slowest_run_m_s = 1.6, slowest_run_spm = 140.0;
constexpr double one_foot_below_per_min = 120.0, doubled_above_per_min = 250.0;
constexpr double steepest = 0.20;  ///< of the parameter slope_percent

/// A cell that is being filled.
struct Filling {
  CourseCell cell;
  double altitude_sum = 0.0, altitude_m = 0.0, cadence_sum = 0.0, cadence_s = 0.0, contact_sum = 0.0, contact_s = 0.0;

  void add(const CourseStep& s) {
    cell.length_m += s.length_m;
    cell.time_s += s.time_s;
    if (std::isfinite(s.altitude_m)) altitude_sum += s.altitude_m * s.length_m, altitude_m += s.length_m;
    if (s.cadence_per_min > 0.0) cadence_sum += s.cadence_per_min * s.time_s, cadence_s += s.time_s;
    if (s.contact_time_ms > 0.0) contact_sum += s.contact_time_ms * s.time_s, contact_s += s.time_s;
  }
  [[nodiscard]] CourseCell done() const {
    CourseCell out = cell;
    if (cadence_s > 0.0) out.cadence_spm = cadence_sum / cadence_s;
    if (contact_s > 0.0) out.contact_time_ms = contact_sum / contact_s;
    return out;
  }
  [[nodiscard]] double altitude() const { return altitude_m > 0.0 ? altitude_sum / altitude_m : not_recorded; }
};

struct Cells {
  std::vector<CourseCell> cells;
  std::vector<double> altitude_m;

  void close(Filling& filling) {
    if (filling.cell.length_m >= shortest_cell_m) {
      cells.push_back(filling.done());
      altitude_m.push_back(filling.altitude());
    }
    const double end_m = filling.cell.start_m + filling.cell.length_m;
    filling = {};
    filling.cell.start_m = end_m;
  }
};

Cells cells_of(const std::vector<CourseStep>& steps) {
  Cells out;
  Filling filling;
  for (const CourseStep& s : steps) {
    if (s.after_stop) out.close(filling);
    filling.add(s);
    if (filling.cell.length_m >= cell_m) out.close(filling);
  }
  out.close(filling);
  return out;
}

double median(std::vector<double> values) {
  if (values.empty()) return not_recorded;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<double> running_cadences(const std::vector<CourseCell>& cells) {
  std::vector<double> out;
  for (const CourseCell& c : cells)
    if (c.cadence_spm > 0.0 && c.speed_m_s() >= slowest_run_m_s) out.push_back(c.cadence_spm);
  return out;
}

/// Steps per minute of both feet, whatever was written.
void count_both_feet(Course& course, CadenceRule rule) {
  const double usual = median(running_cadences(course.cells));
  course.cadence_known = std::isfinite(usual);
  if (!course.cadence_known) {
    course.notes.emplace_back("no cadence was recorded: the usual one at each speed is taken");
    return;
  }
  double factor = 1.0;
  if (rule == CadenceRule::one_foot || (rule == CadenceRule::automatic && usual < one_foot_below_per_min)) factor = 2.0;
  if (rule == CadenceRule::automatic && usual > doubled_above_per_min) factor = 0.5;
  if (factor == 2.0)
    course.notes.push_back(fmt::format(
        "cadence was recorded for one foot (median {:.0f} per minute): doubled; --cadence both if it was not", usual));
  if (factor == 0.5)
    course.notes.push_back(fmt::format("cadence was recorded twice over (median {:.0f} per minute): halved", usual));
  int lost = 0;
  for (CourseCell& c : course.cells) {
    c.cadence_spm *= factor;
    const double share = c.cadence_spm / (factor * usual);
    if (c.speed_m_s() < slowest_run_m_s || !std::isfinite(share) || (share > 0.6 && share < 1.6)) continue;
    c.cadence_spm = not_recorded;
    ++lost;
  }
  if (lost > 0)
    course.notes.push_back(fmt::format(
        "cadence was lost in {} of {} stretches (half or twice its neighbours): the usual one is taken there", lost,
        course.cells.size()));
}

void mark_walking(Course& course) {
  for (CourseCell& c : course.cells) {
    const bool quick_feet = c.cadence_spm >= slowest_run_spm && c.speed_m_s() >= slowest_run_m_s;
    c.walking = c.speed_m_s() < walking_below_m_s && !quick_feet;
  }
  if (const double walked_m = course.walking_m(); walked_m > 0.0)
    course.notes.push_back(fmt::format("{:.2f} km were walked and are left out of the loads", walked_m / 1000.0));
}

std::vector<double> smoothed(const std::vector<double>& h) {
  std::vector<double> out(h);
  for (std::size_t i = 1; i + 1 < h.size(); ++i) out[i] = 0.25 * h[i - 1] + 0.5 * h[i] + 0.25 * h[i + 1];
  return out;
}

/// Slope from the altitude of the cells' middles, over two neighbours.
void set_slopes(Course& course, std::vector<double> h) {
  const bool known = std::any_of(h.begin(), h.end(), [](double x) { return std::isfinite(x); });
  if (std::any_of(h.begin(), h.end(), [](double x) { return !std::isfinite(x); })) {
    course.notes.emplace_back(!known ? "no altitude was recorded: the course is taken for level"
                                     : "altitude is missing in parts: it is held there");
    double last = 0.0;
    for (const double x : h)
      if (std::isfinite(x)) {
        last = x;
        break;
      }
    for (double& x : h) x = last = std::isfinite(x) ? x : last;
  }
  h = smoothed(h);
  for (std::size_t i = 0; i < h.size() && known; ++i) course.cells[i].altitude_m = h[i];
  int too_steep = 0;
  for (std::size_t i = 0; i < h.size() && h.size() > 1; ++i) {
    const std::size_t a = i > 0 ? i - 1 : 0, b = std::min(i + 1, h.size() - 1);
    const auto middle = [&](std::size_t k) { return course.cells[k].start_m + 0.5 * course.cells[k].length_m; };
    const double slope = (h[b] - h[a]) / (middle(b) - middle(a));
    if (std::abs(slope) > steepest) ++too_steep;
    course.cells[i].slope = std::clamp(slope, -steepest, steepest);
    if (i > 0) (h[i] > h[i - 1] ? course.up_m : course.down_m) += std::abs(h[i] - h[i - 1]);
  }
  if (too_steep > 0)
    course.notes.push_back(
        fmt::format("{} stretches are steeper than 20 %, where the model ends: held at 20 %", too_steep));
}

double sum_of(const Course& course, bool walking, double CourseCell::*what) {
  double sum = 0.0;
  for (const CourseCell& c : course.cells)
    if (c.walking == walking) sum += c.*what;
  return sum;
}

}  // namespace

double Course::running_m() const { return sum_of(*this, false, &CourseCell::length_m); }
double Course::walking_m() const { return sum_of(*this, true, &CourseCell::length_m); }
double Course::running_s() const { return sum_of(*this, false, &CourseCell::time_s); }

tl::expected<Course, std::string> course_of(const Activity& activity, const CourseOptions& options) {
  Course course;
  auto steps = steps_of(activity, course.notes, course.paused_s);
  if (!steps) return tl::unexpected(steps.error());
  Cells cells = cells_of(*steps);
  course.cells = std::move(cells.cells);
  if (course.cells.empty()) return tl::unexpected(std::string("less than 10 m were covered"));
  if (options.slope)
    for (CourseCell& c : course.cells) c.slope = *options.slope;
  else
    set_slopes(course, std::move(cells.altitude_m));
  count_both_feet(course, options.cadence);
  mark_walking(course);
  if (course.running_m() == 0.0)
    return tl::unexpected(std::string("nothing was run: all of it is slower than 2 m/s, or no running"));
  return course;
}

}  // namespace stridelab
