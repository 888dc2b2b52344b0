#include "render/app/window_place.h"

#include <algorithm>

namespace stridelab::view {
namespace {

constexpr int least_width = 640, least_height = 360;

/// One direction: where it begins and how long it is.
void fit(int& begin, int& length, int least, int from, int room) {
  if (room <= 0) return;
  const int fitting = std::clamp(length, std::min(least, room), room);
  if (fitting < length) begin = std::clamp(begin, from, from + room - fitting);
  length = fitting;
}

}  // namespace

WindowPlace fitted(WindowPlace place, const WorkArea& area) {
  fit(place.x, place.width, least_width, area.x, area.width);
  fit(place.y, place.height, least_height, area.y, area.height);
  return place;
}

}  // namespace stridelab::view
