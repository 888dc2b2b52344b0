#pragma once

#include <string>
#include <vector>

#include "activity/load_grid.h"

namespace stridelab {

/// A part of a course and what it adds up to, one leg.
struct CourseSum {
  double running_m = 0.0, running_s = 0.0;
  double answered_m = 0.0;  ///< of it, where the model has an answer
  LoadsPerKm total;  ///< over the answered part: loads x km; contact time, oscillation, peak and cadence as means

  void add(const CourseCell& cell, const LoadsPerKm& per_km);
  [[nodiscard]] double kneecap_per_km() const { return 1000.0 * total.kneecap_bw_s / answered_m; }
};

/// The loads of a course.
struct CourseLoads {
  std::vector<std::optional<LoadsPerKm>> cells;  ///< of each cell of the course; empty where walked or not answered
  CourseSum whole, up, level, down;              ///< up and down: steeper than 1 %
  CourseSum first_half, second_half;             ///< by running distance
  std::vector<CourseSum> laps;                   ///< each with the cells that begin in it
};

/// Adds up. errors  none (pure function); the grid must be prepared for these cells
CourseLoads course_loads(const std::vector<CourseCell>& cells, const LoadGrid& grid);

/// A changed course: "what if".
struct CourseChange {
  double cadence_percent = 0.0;  ///< more steps per minute at the same speed, held to 130 .. 220 per minute
  double pace_s_per_km = 0.0;    ///< slower positive
  bool walk_downhill = false;    ///< what is steeper than -5 % is walked
  std::string words;             ///< "5 % more steps a minute"
};

/// The recorded contact time as a share of the one that the grid's stride has there, for cells where it was recorded: with
/// it the stride keeps to what was measured. Beyond 80 .. 120 % it is held, with a note. The grid must be prepared.
void take_contact_times(Course& course, const LoadGrid& grid);

/// "cadence_percent=5", "pace=+20s/km", "walk=downhill", as after --what-if.
/// errors  one sentence with what may be asked
tl::expected<CourseChange, std::string> read_course_change(std::string_view text);

/// The cells as they would be. Where no cadence was recorded, `usual` gives the one that the change is counted from.
std::vector<CourseCell> changed_course(std::vector<CourseCell> cells, const CourseChange& change,
                                       const LoadGrid& usual);

}  // namespace stridelab
