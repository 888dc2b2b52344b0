#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "activity/activity.h"

namespace stridelab {

/// How cadence was recorded: as strides (one foot) or as steps (both feet) per minute.
enum class CadenceRule { automatic, one_foot, both_feet };

struct CourseOptions {
  CadenceRule cadence = CadenceRule::automatic;
  std::optional<double>
      slope;  ///< rise over run of the whole course, instead of what altitude says: a treadmill's grade
};

/// Some 50 m of a course, run or walked without a stop.
struct CourseCell {
  double start_m = 0.0;  ///< along the course, walked parts included
  double length_m = 0.0;
  double time_s = 0.0;               ///< moving
  double slope = 0.0;                ///< rise over run, smoothed over about 150 m
  double altitude_m = not_recorded;  ///< its mean, smoothed as the slope
  double cadence_spm = not_recorded;
  double contact_time_ms = not_recorded;
  double contact_time_percent = not_recorded;  ///< of the usual one, where the recorded one is to enter the stride
  double vertical_oscillation_mm = not_recorded;
  double balance_percent = not_recorded;  ///< of contact time, left foot
  double step_length_m = not_recorded;    ///< as recorded; speed and cadence give another one
  double power_w = not_recorded;
  double heart_rate_bpm = not_recorded;
  int lap = 0;  ///< in which it begins
  bool walking = false;

  [[nodiscard]] double speed_m_s() const { return length_m / time_s; }
};

/// What was run, cleaned.
struct Course {
  std::vector<CourseCell> cells;
  double paused_s = 0.0;
  double up_m = 0.0, down_m = 0.0;  ///< of the smoothed altitude, running and walking
  bool cadence_known = false;
  std::vector<std::string> notes;  ///< every rule that was applied, with how often

  [[nodiscard]] double running_m() const;
  [[nodiscard]] double walking_m() const;
  [[nodiscard]] double running_s() const;
};

/// Cleans a recording. Rules, each named in a note where it applied: those of points_in_order(), steps_of() and set_slopes();
/// time in which the clock stood, or nobody moved, is a pause; a step faster than 9 m/s is a jump of the receiver and left
/// out; a treadmill is level unless a slope is given; below 2 m/s it is walking, unless at 140 steps/min; cadence is doubled where
/// its median while running is below 120 per minute (no runner steps so slowly, and one foot is what watches write), and
/// halved above 250; half or twice its neighbours is lost cadence.
///
/// errors  one sentence: nothing that was run, no time, no distance
tl::expected<Course, std::string> course_of(const Activity& activity, const CourseOptions& options = {});

}  // namespace stridelab
