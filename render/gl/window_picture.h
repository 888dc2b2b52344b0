#pragma once

#include <cstdint>
#include <vector>

#include "render/gl/projection.h"

namespace stridelab::view {

/// Makes the window's own surface the target again, empty and dark: what panels are drawn on.
void begin_window_picture(const PictureSize& size);

/// What was drawn on the window's surface, before it is swapped: rows from the top, red, green, blue.
std::vector<std::uint8_t> window_pixels(const PictureSize& size);

}  // namespace stridelab::view
