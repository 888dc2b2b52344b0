#include "render/app/frame_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace stridelab::view {
namespace {

constexpr std::string_view digits = "0123456789";

/// Where the number stands in a pattern, and how many digits it is filled up to.
struct NumberPlace {
  std::size_t begin = 0, end = 0;
  int digits = 0;
};

/// "%d" or "%05d", once, and no other per cent sign.
bool find_number(std::string_view pattern, NumberPlace& place) {
  place.begin = pattern.find('%');
  if (place.begin == std::string_view::npos || pattern.find('%', place.begin + 1) != std::string_view::npos)
    return false;
  const std::size_t letter = pattern.find_first_not_of(digits, place.begin + 1);
  if (letter == std::string_view::npos || pattern[letter] != 'd') return false;
  const std::string_view width = pattern.substr(place.begin + 1, letter - place.begin - 1);
  if (width.size() > 2 || (!width.empty() && width.front() != '0')) return false;
  place.digits = width.empty() ? 1 : width.back() - '0';
  place.end = letter + 1;
  return true;
}

}  // namespace

bool names_a_film(std::string_view target) { return target.size() > 4 && target.ends_with(".mp4"); }

bool names_pictures(std::string_view target) {
  NumberPlace place;
  if (target.ends_with('/')) return target.find('%') == std::string_view::npos;
  return target.ends_with(".png") && find_number(target, place) && place.begin >= target.rfind('/') + 1;
}

std::filesystem::path picture_name(std::string_view target, std::int64_t number) {
  if (target.ends_with('/')) return std::filesystem::path(target) / fmt::format("{:05}.png", number);
  NumberPlace place;
  find_number(target, place);
  return fmt::format("{}{:0{}}{}", target.substr(0, place.begin), number, place.digits, target.substr(place.end));
}

}  // namespace stridelab::view
