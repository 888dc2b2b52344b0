#include "hidden_window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "render/gl/start.h"

namespace stridelab::view {

HiddenWindow::HiddenWindow() {
  if (glfwInit() != GLFW_TRUE) {
    fault_ = "no display can be opened";
    return;
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  window_ = glfwCreateWindow(64, 64, "test", nullptr, nullptr);
  if (window_ == nullptr) {
    fault_ = "no window with OpenGL 3.3 can be opened";
    return;
  }
  glfwMakeContextCurrent(window_);
  if (const auto driver = start_gl(&glfwGetProcAddress); !driver) fault_ = driver.error();
}

HiddenWindow::~HiddenWindow() {
  if (window_ != nullptr) glfwDestroyWindow(window_);
  glfwTerminate();
}

glm::vec3 Picture::at(int x, int y) const {
  const auto first = 3 * static_cast<std::size_t>(y * size.width + x);
  return glm::vec3(rgb.at(first), rgb.at(first + 1), rgb.at(first + 2)) / 255.0F;
}

void PictureTest::SetUp() {
  // One for all tests: some displays start anew when their last window goes, and refuse the next one meanwhile.
  static const HiddenWindow window;
  if (!window.fault().empty()) GTEST_SKIP() << window.fault() << ": nothing can be drawn here";
  auto made = Renderer::make();
  ASSERT_TRUE(made) << to_text(made.error());
  renderer_ = std::make_unique<Renderer>(std::move(*made));
}

Picture PictureTest::draw(const DrawList& list, const PictureSize& size, PictureSlot slot) {
  const auto drawn = renderer_->draw(list, look, size, slot);
  EXPECT_TRUE(drawn) << (drawn ? "" : to_text(drawn.error()));
  return {size, renderer_->pixels(slot)};
}

DrawList close_view() {
  DrawList list;
  list.camera = {{0.0F, 1.0F, 2.0F}, {0.0F, 1.0F, 0.0F}, {0.0F, 1.0F, 0.0F}, 0.6F};
  list.ground.shown = false;
  return list;
}

std::shared_ptr<const Mesh> box(const glm::vec3& half_size) {
  Mesh mesh;
  for (int axis = 0; axis < 3; ++axis)
    for (const float side : {-1.0F, 1.0F}) {
      const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
      glm::vec3 out(0.0F), along(0.0F);
      out[axis] = side;
      along[(axis + 1) % 3] = 1.0F;
      const glm::vec3 across = glm::cross(out, along);
      for (const auto& [a, b] : {std::pair{-1.0F, -1.0F}, {1.0F, -1.0F}, {1.0F, 1.0F}, {-1.0F, 1.0F}}) {
        Vertex corner;
        corner.position = (out + along * a + across * b) * half_size;
        corner.normal = out;
        mesh.vertices.push_back(corner);
      }
      for (const std::uint32_t corner : {0U, 1U, 2U, 0U, 2U, 3U}) mesh.indices.push_back(first + corner);
    }
  return std::make_shared<const Mesh>(std::move(mesh));
}

}  // namespace stridelab::view
