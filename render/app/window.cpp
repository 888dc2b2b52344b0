#include "render/app/window.h"

#include <fmt/format.h>

#include <algorithm>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace stridelab::view {
namespace {

/// What GLFW says of its last failure, and what it means here.
std::string glfw_fault(const std::string& what) {
  const char* text = nullptr;
  glfwGetError(&text);
  return text == nullptr ? what : fmt::format("{} ({})", what, text);
}

void ask_for_core_3_3() {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_FALSE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);  // pictures are drawn elsewhere and copied
}

WorkArea work_area(GLFWmonitor* monitor) {
  WorkArea area;
  if (monitor != nullptr) glfwGetMonitorWorkarea(monitor, &area.x, &area.y, &area.width, &area.height);
  return area;
}

/// The first screen of which at least a hand's breadth of the title bar can be reached; null: none.
GLFWmonitor* monitor_of(const WindowPlace& place) {
  constexpr int hand = 80;
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    const WorkArea area = work_area(monitors[i]);
    const bool across = place.x + place.width >= area.x + hand && place.x <= area.x + area.width - hand;
    if (across && place.y >= area.y && place.y <= area.y + area.height - hand) return monitors[i];
  }
  return nullptr;
}

}  // namespace

void Window::Close::operator()(GLFWwindow* window) const {
  glfwDestroyWindow(window);
  glfwTerminate();
}

tl::expected<Window, std::string> Window::open(const PictureSize& size) {
  if (glfwInit() != GLFW_TRUE) return tl::unexpected(glfw_fault("no display can be opened"));
  ask_for_core_3_3();
  GLFWwindow* made = glfwCreateWindow(size.width, size.height, "Stridelab", nullptr, nullptr);
  if (made == nullptr) {
    std::string fault = glfw_fault("no window with OpenGL 3.3 can be opened");
    glfwTerminate();
    return tl::unexpected(std::move(fault));
  }
  Window window;
  window.window_.reset(made);
  glfwMakeContextCurrent(made);
  auto driver = start_gl(&glfwGetProcAddress);
  if (!driver) return tl::unexpected(driver.error());
  window.driver_ = *driver;
  glfwSwapInterval(0);
  return window;
}

void Window::put(const WindowPlace& place) {
  GLFWmonitor* monitor = monitor_of(place);
  const WindowPlace fits = fitted(place, work_area(monitor != nullptr ? monitor : glfwGetPrimaryMonitor()));
  glfwSetWindowSize(window_.get(), fits.width, fits.height);
  if (monitor != nullptr) glfwSetWindowPos(window_.get(), fits.x, fits.y);
}

void Window::show(bool maximised) {
  glfwShowWindow(window_.get());
  if (maximised) glfwMaximizeWindow(window_.get());
  glfwSwapInterval(1);
}

WindowPlace Window::place() const {
  WindowPlace place;
  glfwGetWindowPos(window_.get(), &place.x, &place.y);
  glfwGetWindowSize(window_.get(), &place.width, &place.height);
  place.maximised = glfwGetWindowAttrib(window_.get(), GLFW_MAXIMIZED) == GLFW_TRUE;
  return place;
}

void Window::name(const std::string& title) {
  if (title == title_) return;
  title_ = title;
  glfwSetWindowTitle(window_.get(), title.c_str());
}

bool Window::should_close() const { return glfwWindowShouldClose(window_.get()) == GLFW_TRUE; }

bool Window::minimised() const {
  const PictureSize surface = pixels();  // some systems say it by the size alone, X11 by the attribute alone
  return glfwGetWindowAttrib(window_.get(), GLFW_ICONIFIED) == GLFW_TRUE || surface.width <= 0 || surface.height <= 0;
}

PictureSize Window::pixels() const {
  PictureSize size;
  glfwGetFramebufferSize(window_.get(), &size.width, &size.height);
  return size;
}

float Window::pixels_per_unit() const {
  int width = 0, height = 0;
  glfwGetWindowSize(window_.get(), &width, &height);
  const PictureSize surface = pixels();
  if (width <= 0 || surface.width <= 0) return 1.0F;
  return static_cast<float>(surface.width) / static_cast<float>(width);
}

float Window::content_scale() const {
  float x = 1.0F, y = 1.0F;
  glfwGetWindowContentScale(window_.get(), &x, &y);
  return std::clamp(std::max(x, y) / pixels_per_unit(), 0.5F, 4.0F);
}

void Window::swap() {
  glfwSwapBuffers(window_.get());
  glfwPollEvents();
}

void Window::wait(double seconds) { glfwWaitEventsTimeout(seconds); }

}  // namespace stridelab::view
