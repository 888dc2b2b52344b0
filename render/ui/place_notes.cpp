#include "render/ui/place_notes.h"

#include <algorithm>
#include <array>

namespace stridelab::view {
namespace {

struct Group {
  std::string_view region, words;  ///< words: of the group in a note
  double StrengthLimits::*limit;
};
constexpr std::array groups{Group{"hip", "hip abductors", &StrengthLimits::abductors},
                            Group{"above_kneecap", "quadriceps", &StrengthLimits::knee_extensors},
                            Group{"below_kneecap", "quadriceps", &StrengthLimits::knee_extensors},
                            Group{"calf", "calf", &StrengthLimits::plantarflexors}};

bool concerns(const std::string& note, std::string_view region, std::string_view load) {
  const auto has = [&](std::string_view words) { return note.find(words) != std::string::npos; };
  if (note.starts_with("kneecap load")) return region == "front";
  if (note.starts_with("muscles:")) return region != "shin";
  if (note.starts_with("not the runner's")) return has(load);
  return note.starts_with("at the end of their strength") &&
         std::any_of(groups.begin(), groups.end(), [&](const Group& g) { return g.region == region && has(g.words); });
}

}  // namespace

bool at_limit(const ShownRun& run, std::string_view region) {
  constexpr double noticeable = 0.995;  // what is nearer to 1 would print as 100 %
  return std::any_of(groups.begin(), groups.end(), [&](const Group& group) {
    return group.region == region && run.stride().strength().*group.limit < noticeable;
  });
}

std::vector<std::string> notes_on(const ShownRun& run, std::string_view region, std::string_view load) {
  std::vector<std::string> notes;
  for (const std::string& note : run.metrics().notes)
    if (concerns(note, region, load)) notes.push_back(note);
  return notes;
}

}  // namespace stridelab::view
