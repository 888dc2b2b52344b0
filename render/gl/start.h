#pragma once

#include <string>
#include <tl/expected.hpp>

namespace stridelab::view {

using GlFunction = void (*)();
using GlLoader = GlFunction (*)(const char* name);

/// Loads the functions of OpenGL for the context that is current on this thread.
///
/// loader   finds a function by its name, for example glfwGetProcAddress
/// returns  what the driver calls itself, for example "4.5 (Core Profile) Mesa 22.3.6, llvmpipe"
/// errors   one sentence: no context, or a version below 3.3
tl::expected<std::string, std::string> start_gl(GlLoader loader);

}  // namespace stridelab::view
