#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "activity/activity.h"
#include "activity/readings.h"

namespace stridelab {

/// From one point of a track to the next one.
struct CourseStep {
  double length_m, time_s;
  double altitude_m;  ///< at its end, as recorded
  Readings readings;  ///< of the points on it
  int lap;
  bool after_stop;  ///< a pause or a jump lies before it
};

/// The steps of what was run or walked, without pauses, jumps and points out of order; every rule that applied adds a note
/// with how often. Distance is the file's own where most points have it and it grows, else from coordinates, else from speed.
/// A step is at least 2 m long, so that distances which stand for a while, and trembling of the receiver while somebody
/// stands, are one step; one that takes more than 10 s at less than 0.5 m/s is a stop.
///
/// errors  one sentence: no running, no times, no distance
tl::expected<std::vector<CourseStep>, std::string> steps_of(const Activity& activity, std::vector<std::string>& notes,
                                                            double& paused_s);

/// Great-circle distance, m, on a sphere of 6371 km.
double distance_between_m(const TrackPoint& a, const TrackPoint& b);

}  // namespace stridelab
