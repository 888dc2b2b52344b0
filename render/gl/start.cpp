#include "render/gl/start.h"

#include <fmt/format.h>
#include <glad/gl.h>

namespace stridelab::view {
namespace {

std::string driver_text(GLenum name) {
  const auto* text = glGetString(name);
  return text == nullptr ? "unknown" : reinterpret_cast<const char*>(text);
}

}  // namespace

tl::expected<Driver, std::string> start_gl(GlLoader loader) {
  const int version = gladLoadGL(loader);
  if (version == 0) return tl::unexpected(std::string("the functions of OpenGL cannot be loaded"));
  const int major = GLAD_VERSION_MAJOR(version), minor = GLAD_VERSION_MINOR(version);
  if (major < 3 || (major == 3 && minor < 3))
    return tl::unexpected(fmt::format("the graphics driver offers OpenGL {}.{}; the view needs 3.3", major, minor));
  const std::string renderer = driver_text(GL_RENDERER);
  Driver driver{fmt::format("OpenGL {}, {}", driver_text(GL_VERSION), renderer)};
  for (const char* name : {"llvmpipe", "softpipe", "swrast", "Software Rasterizer", "SwiftShader"})
    driver.software = driver.software || renderer.find(name) != std::string::npos;
  return driver;
}

}  // namespace stridelab::view
