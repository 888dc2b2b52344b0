#include "render/gl/program.h"

#include <fmt/format.h>

#include <fstream>
#include <glm/gtc/type_ptr.hpp>
#include <sstream>

#include "render/gl/colours.h"
#include "render/gl/shader_fault.h"
#include "render/gl/shader_path.h"

namespace stridelab::view {
namespace {

/// The version, and what the shaders share with the draw list and the renderer.
std::string preamble(bool fine) {
  return fmt::format("#version 330 core\n#define BONES {}\n#define MATERIALS {}\n#define FINE {}\n", n_bones,
                     n_materials, fine ? 1 : 0);
}

Diagnostic fault_in(const std::string& file, const std::string& message, const std::string& help = {}) {
  Diagnostic fault;
  fault.file = "shaders/" + file;
  fault.message = message;
  fault.help = help;
  return fault;
}

tl::expected<std::string, Diagnostic> text_of(const std::string& file) {
  const auto path = shader_path(file);
  if (!path) return tl::unexpected(path.error());
  std::ifstream stream(*path);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream || text.str().empty()) return tl::unexpected(fault_in(file, "shader file is empty or cannot be read"));
  return text.str();
}

std::string log_of_shader(GLuint id) {
  std::string log(2048, '\0');
  GLsizei length = 0;
  glGetShaderInfoLog(id, static_cast<GLsizei>(log.size()), &length, log.data());
  log.resize(static_cast<std::size_t>(length));
  return log;
}

std::string log_of_program(GLuint id) {
  std::string log(2048, '\0');
  GLsizei length = 0;
  glGetProgramInfoLog(id, static_cast<GLsizei>(log.size()), &length, log.data());
  log.resize(static_cast<std::size_t>(length));
  return log;
}

tl::expected<ShaderHandle, Diagnostic> compile(GLenum kind, const std::string& file, const std::string& shared,
                                               bool fine) {
  const auto text = text_of(file);
  if (!text) return tl::unexpected(text.error());
  const ShaderPart parts[] = {
      {"(what the renderer puts before it)", preamble(fine)}, {"light.glsl", shared}, {file, *text + "\n"}};
  // One string: drivers differ in how they number lines across several.
  std::string all;
  for (const ShaderPart& part : parts) all += part.text;
  ShaderHandle shader(glCreateShader(kind));
  const char* source = all.c_str();
  glShaderSource(shader.id(), 1, &source, nullptr);
  glCompileShader(shader.id());
  GLint done = GL_FALSE;
  glGetShaderiv(shader.id(), GL_COMPILE_STATUS, &done);
  if (done != GL_TRUE) return tl::unexpected(shader_fault(log_of_shader(shader.id()), parts));
  return shader;
}

}  // namespace

tl::expected<Program, Diagnostic> Program::load(const std::string& vertex, const std::string& fragment, bool fine) {
  const auto shared = text_of("light.glsl");
  if (!shared) return tl::unexpected(shared.error());
  const auto first = compile(GL_VERTEX_SHADER, vertex, "", fine);
  if (!first) return tl::unexpected(first.error());
  const auto second = compile(GL_FRAGMENT_SHADER, fragment, *shared + "\n", fine);
  if (!second) return tl::unexpected(second.error());
  Program made;
  made.program_ = ProgramHandle(glCreateProgram());
  const GLuint id = made.program_.id();
  glAttachShader(id, first->id());
  glAttachShader(id, second->id());
  glLinkProgram(id);
  GLint done = GL_FALSE;
  glGetProgramiv(id, GL_LINK_STATUS, &done);
  if (done != GL_TRUE) return tl::unexpected(fault_in(fragment, "shader does not link", log_of_program(id)));
  return made;
}

GLint Program::location(const char* name) {
  const auto [entry, is_new] = locations_.try_emplace(name, -1);
  if (is_new) entry->second = glGetUniformLocation(program_.id(), name);
  return entry->second;
}

void Program::set(const char* name, int value) { glUniform1i(location(name), value); }
void Program::set(const char* name, float value) { glUniform1f(location(name), value); }
void Program::set(const char* name, const glm::vec2& value) { glUniform2fv(location(name), 1, glm::value_ptr(value)); }
void Program::set(const char* name, const glm::vec3& value) { glUniform3fv(location(name), 1, glm::value_ptr(value)); }
void Program::set(const char* name, const glm::vec4& value) { glUniform4fv(location(name), 1, glm::value_ptr(value)); }
void Program::set(const char* name, const glm::mat4& value) { set(name, std::span(&value, 1)); }
void Program::set(const char* name, std::span<const glm::vec4> values) {
  glUniform4fv(location(name), static_cast<GLsizei>(values.size()), glm::value_ptr(values.front()));
}
void Program::set(const char* name, std::span<const glm::mat4> values) {
  glUniformMatrix4fv(location(name), static_cast<GLsizei>(values.size()), GL_FALSE, glm::value_ptr(values.front()));
}

}  // namespace stridelab::view
