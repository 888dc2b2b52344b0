#pragma once

#include <vector>

#include "activity/course.h"
#include "activity/steps.h"

namespace stridelab {

/// Cells of some 50 m with the altitude that was recorded on them. A stop ends a cell; what is shorter than 10 m joins the
/// cell before it, or the one after it where there is none.
struct Stretches {
  std::vector<CourseCell> cells;
  std::vector<double> altitude_m;  ///< of each cell; not_recorded where there is none
};
Stretches stretches_of(const std::vector<CourseStep>& steps);

/// Slopes, altitudes and climb from the altitude of the cells' middles. Rules, each named in a note: missing altitude is
/// held; a step of more than 45 % and 5 m between neighbours is a correction of the device; altitude that trembles by more
/// than 1 m from cell to cell is the receiver's and smoothed over about 400 m, else over 150 m; beyond 20 % it is held.
void set_slopes(Course& course, std::vector<double> altitude_m);

}  // namespace stridelab
