#pragma once

#include <glad/gl.h>

#include <glm/glm.hpp>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <unordered_map>

#include "core/diagnostics.h"
#include "render/gl/handle.h"

namespace stridelab::view {

/// A vertex and a fragment shader, linked, and its uniforms by name.
class Program {
 public:
  Program() = default;  ///< none yet

  /// Reads `shaders/<vertex>` and `shaders/<fragment>`, with `shaders/light.glsl` before the fragment shader.
  /// fine    what the shaders know as FINE: soft shadows that cost more than the rest of a pixel
  /// errors  a file that is missing or unreadable; what the driver says when it does not compile or link
  static tl::expected<Program, Diagnostic> load(const std::string& vertex, const std::string& fragment, bool fine);

  void use() const { glUseProgram(program_.id()); }

  /// Sets a uniform of the program in use. A name the driver optimised away is ignored, as GL does.
  void set(const char* name, int value);
  void set(const char* name, float value);
  void set(const char* name, const glm::vec2& value);
  void set(const char* name, const glm::vec3& value);
  void set(const char* name, const glm::vec4& value);
  void set(const char* name, const glm::mat4& value);
  void set(const char* name, std::span<const glm::vec4> values);
  void set(const char* name, std::span<const glm::mat4> values);

 private:
  GLint location(const char* name);

  ProgramHandle program_;
  std::unordered_map<std::string_view, GLint> locations_;  ///< keys are string literals of the callers
};

}  // namespace stridelab::view
