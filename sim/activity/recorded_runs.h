#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "activity/course.h"

namespace stridelab {

/// What weeks and a runner's own form are made of: one run, without its place.
struct RecordedRun {
  double start_s = 0.0;  ///< since 1970-01-01, UTC
  double running_m = 0.0;
  std::vector<CourseCell> level;  ///< what was run where the ground rises or falls by less than 2 %
};

/// errors  none (pure function)
RecordedRun recorded_run(const Activity& activity, const Course& course);

/// In order of time; of runs that begin within five minutes of each other (one run in two formats) the longer one.
std::vector<RecordedRun> in_order_once(std::vector<RecordedRun> runs);

/// The files that a command line names: a file stands for itself, a folder for all FIT, TCX and GPX files below it, also
/// packed, in order of their names.
/// errors  no such path; a folder without such a file
tl::expected<std::vector<std::string>, std::string> activity_files(const std::vector<std::string>& given);

/// A plan whose accustomed weeks are the recorded ones (from Monday to Sunday, UTC; the last eight, weeks without a run
/// among them), with weeks ahead that go on as before, to be changed. It holds a runner's usual speed and cadence.
/// errors  no runs, or less than 1 km a week
tl::expected<std::string, std::string> plan_of_runs(const std::vector<RecordedRun>& runs);

/// A profile: median speed and cadence on level ground with the range of four fifths of the way, kilometres a week. Contact
/// time stands there with its range as a remark: it is no input of a form.
/// errors  no running on level ground, or a speed that the model does not know
tl::expected<std::string, std::string> profile_of_runs(const std::vector<RecordedRun>& runs);

}  // namespace stridelab
