#include "render/app/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/app/frame_names.h"
#include "render/app/recorder.h"
#include "report/atomic_file.h"
#include "report/output_file.h"
#include "scenario/input_files.h"

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

Done usage_fault(const std::string& sentence) { return fault(ViewExit::usage, sentence); }

/// A name without an ending may hold anything; the name that a link leads to counts as well.
bool has_other_ending(const fs::path& named, const OutputPlace& place, std::string_view ending) {
  const auto differs = [&](const fs::path& path) { return path.has_extension() && path.extension() != ending; };
  return !place.is_stream() && (differs(named) || differs(place.path));
}

std::vector<OutputPlace> places_of(const std::vector<fs::path>& files) {
  std::vector<OutputPlace> places;
  for (const fs::path& file : files) places.push_back(output_place(file));
  return places;
}

Done check_file(std::string_view option, const fs::path& target, std::string_view ending,
                const std::vector<OutputPlace>& read) {
  const OutputPlace place = output_place(target);
  if (std::ranges::any_of(read, [&](const OutputPlace& input) { return input.is_same(place); }))
    return usage_fault(fmt::format("{} {} is a file that the view reads; name another", option, target.string()));
  if (has_other_ending(target, place, ending))
    return usage_fault(
        fmt::format("{} {} does not end in {}, which is what is written there", option, target.string(), ending));
  if (place.is_stream()) return {};  // opening a pipe waits for its reader
  if (auto file = OutputFile::open(target); !file) return fault(ViewExit::unwritable_output, file.error());
  return {};
}

Done check_series(const Options& options, const std::vector<OutputPlace>& read) {
  const fs::path folder = picture_name(options.record, 0).parent_path();
  if (!folder.empty())
    if (const auto made = make_folder(folder); !made) return fault(ViewExit::unwritable_output, made.error());
  for (long i = 0; i < pictures_of(options); ++i) {
    const OutputPlace place = output_place(picture_name(options.record, i));
    const bool is_there = place.kind != OutputPlace::Kind::fresh;
    if (i > 0 && !is_there) continue;  // the first tells whether the folder takes files
    if (auto good = check_file("--record", picture_name(options.record, i), ".png", read); !good) return good;
  }
  return {};
}

}  // namespace

long pictures_of(const Options& options) { return std::max(1L, std::lround(options.duration_s * options.fps)); }

Done check_target(const fs::path& scenario, const Options& options) {
  if (options.screenshot.empty() && options.record.empty()) return {};
  const std::vector<OutputPlace> read = places_of(input_files({scenario}));
  if (!options.screenshot.empty()) return check_file("--screenshot", options.screenshot, ".png", read);
  if (!names_a_film(options.record)) return check_series(options, read);
  if (output_place(options.record).is_stream())
    return fault(ViewExit::unwritable_output, fmt::format("cannot write {}: a film needs a file", options.record));
  if (auto good = check_file("--record", options.record, ".mp4", read); !good) return good;
  if (const auto able = can_film(); !able) return fault(ViewExit::unwritable_output, able.error());
  return {};
}

}  // namespace stridelab::view
