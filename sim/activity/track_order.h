#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "activity/activity.h"

namespace stridelab {

/// The points of a recording that were run, in order of time, without values that cannot be. Rules, each named in a note:
/// points of another sport and points without a time are left out, and so is a time that is no later than the one before;
/// where ten points in a row lie before it, the clock was set back, and they go on after a pause.
std::vector<TrackPoint> points_in_order(const Activity& activity, std::vector<std::string>& notes);

/// Whether the word of a file names something that is no running; what nobody says is taken for running.
bool is_no_running(std::string_view sport);

/// Adds "3 points ..." where there are any.
void add_note(std::vector<std::string>& notes, int count, std::string_view what);

}  // namespace stridelab
