#include "render/gl/window_picture.h"

#include <glad/gl.h>

#include <algorithm>

namespace stridelab::view {

void begin_window_picture(const PictureSize& size) {
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, size.width, size.height);
  glClearColor(0.08F, 0.09F, 0.10F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
}

std::vector<std::uint8_t> window_pixels(const PictureSize& size) {
  const auto row = static_cast<std::size_t>(3 * size.width);
  std::vector<std::uint8_t> upward(row * static_cast<std::size_t>(size.height)), downward(upward.size());
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size.width, size.height, GL_RGB, GL_UNSIGNED_BYTE, upward.data());
  for (std::size_t y = 0; y < static_cast<std::size_t>(size.height); ++y) {
    const auto from = upward.end() - static_cast<std::ptrdiff_t>((y + 1) * row);
    std::copy(from, from + static_cast<std::ptrdiff_t>(row), downward.begin() + static_cast<std::ptrdiff_t>(y * row));
  }
  return downward;
}

}  // namespace stridelab::view
