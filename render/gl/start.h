#pragma once

#include <string>
#include <tl/expected.hpp>

namespace stridelab::view {

using GlFunction = void (*)();
using GlLoader = GlFunction (*)(const char* name);

/// What draws.
struct Driver {
  std::string text;       ///< what it calls itself, for example "OpenGL 4.5 (Core Profile) Mesa 22.3.6, llvmpipe"
  bool software = false;  ///< the processor draws: several samples per pixel are too dear for moving pictures
};

/// Loads the functions of OpenGL for the context that is current on this thread.
///
/// loader   finds a function by its name, for example glfwGetProcAddress
/// errors   one sentence: no context, or a version below 3.3
tl::expected<Driver, std::string> start_gl(GlLoader loader);

}  // namespace stridelab::view
