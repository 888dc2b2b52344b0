#include "activity/recorded_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace stridelab {
namespace fs = std::filesystem;
namespace {

constexpr double level_slope = 0.02, same_run_s = 300.0;

bool names_activity(const fs::path& file) {
  fs::path name = file.filename();
  if (name.extension() == ".gz") name = name.stem();
  std::string ending = name.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  constexpr std::array<std::string_view, 3> known = {".fit", ".tcx", ".gpx"};
  return std::find(known.begin(), known.end(), ending) != known.end();
}

std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code unreadable;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, options, unreadable), end; !unreadable && at != end;
       at.increment(unreadable))
    if (std::error_code ignored; at->is_regular_file(ignored) && names_activity(at->path()))
      out.push_back(at->path().string());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

RecordedRun recorded_run(const Activity& activity, const Course& course) {
  RecordedRun out;
  for (const TrackPoint& p : activity.points)
    if (std::isfinite(p.time_s) && std::abs(p.time_s) < 1e11) {
      out.start_s = p.time_s;
      break;
    }
  out.running_m = course.running_m();
  std::copy_if(course.cells.begin(), course.cells.end(), std::back_inserter(out.level),
               [](const CourseCell& c) { return !c.walking && std::abs(c.slope) < level_slope; });
  return out;
}

std::vector<RecordedRun> in_order_once(std::vector<RecordedRun> runs) {
  std::stable_sort(runs.begin(), runs.end(),
                   [](const RecordedRun& a, const RecordedRun& b) { return a.start_s < b.start_s; });
  std::vector<RecordedRun> out;
  for (RecordedRun& run : runs)
    if (out.empty() || run.start_s - out.back().start_s > same_run_s)
      out.push_back(std::move(run));
    else if (run.running_m > out.back().running_m)
      out.back() = std::move(run);
  return out;
}

tl::expected<std::vector<std::string>, std::string> activity_files(const std::vector<std::string>& given) {
  std::vector<std::string> out;
  for (const std::string& path : given) {
    std::error_code unknown;
    if (!fs::is_directory(path, unknown)) {
      out.push_back(path);
      continue;
    }
    const auto below = files_below(path);
    if (below.empty()) return tl::unexpected(fmt::format("{} holds no FIT, TCX or GPX file", path));
    out.insert(out.end(), below.begin(), below.end());
  }
  return out;
}

}  // namespace stridelab
