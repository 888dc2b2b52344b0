#include "activity/course.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "activity/course_stretches.h"
#include "activity/steps.h"

namespace stridelab {
namespace {

constexpr double walking_below_m_s = 2.0, slowest_run_m_s = 1.6, slowest_run_spm = 140.0;
constexpr double one_foot_below_per_min = 120.0, doubled_above_per_min = 250.0;

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
  Stretches stretches = stretches_of(*steps);
  course.cells = std::move(stretches.cells);
  if (course.cells.empty()) return tl::unexpected(std::string("less than 10 m were covered"));
  if (options.slope)
    for (CourseCell& c : course.cells) c.slope = *options.slope;
  else if (activity.treadmill)
    course.notes.emplace_back("a treadmill: taken for level; --grade gives its slope");
  else
    set_slopes(course, std::move(stretches.altitude_m));
  count_both_feet(course, options.cadence);
  mark_walking(course);
  if (course.running_m() == 0.0)
    return tl::unexpected(std::string("nothing was run: all of it is slower than 2 m/s, or no running"));
  return course;
}

}  // namespace stridelab
