#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "render/gl/renderer.h"

struct GLFWwindow;

namespace stridelab::view {

/// A window that nobody sees, with its OpenGL context current. Needs a display, which a build machine may not have.
class HiddenWindow {
 public:
  HiddenWindow();
  ~HiddenWindow();
  HiddenWindow(const HiddenWindow&) = delete;
  HiddenWindow& operator=(const HiddenWindow&) = delete;
  /// Empty when it is open, else why not.
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  GLFWwindow* window_ = nullptr;
  std::string fault_;
};

/// A finished picture, to look at.
struct Picture {
  PictureSize size;
  std::vector<std::uint8_t> rgb;
  /// Colour 0 .. 1 at a place, pixels from the top left.
  [[nodiscard]] glm::vec3 at(int x, int y) const;
};

/// Tests that look at pictures. They skip themselves where no display can be opened.
class PictureTest : public testing::Test {
 protected:
  void SetUp() override;
  /// The renderer of the test, of its own for each.
  Renderer& renderer() { return *renderer_; }
  /// Draws and reads back; the test fails when the renderer does.
  Picture draw(const DrawList& list, const PictureSize& size = {160, 120}, PictureSlot slot = PictureSlot::main);

  Look look = light_look();

 private:
  std::unique_ptr<Renderer> renderer_;
};

/// The eye two metres in front of the point (0, 1, 0), looking at it along -Z, no ground: a metre up is
/// `height / (2 * 2 * tan(0.3))` pixels.
DrawList close_view();

/// A box around the origin of its own frame.
std::shared_ptr<const Mesh> box(const glm::vec3& half_size);

}  // namespace stridelab::view
