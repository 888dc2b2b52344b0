#pragma once

#include <glad/gl.h>

#include <utility>

namespace stridelab::view {

/// Owns one GL object; `Free` deletes it. Movable, 0 when empty.
template <void (*Free)(GLuint)>
class Handle {
 public:
  Handle() = default;
  explicit Handle(GLuint id) : id_(id) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  ~Handle() {
    if (id_ != 0) Free(id_);
  }
  [[nodiscard]] GLuint id() const { return id_; }

 private:
  GLuint id_ = 0;
};

inline void free_program(GLuint id) { glDeleteProgram(id); }
inline void free_shader(GLuint id) { glDeleteShader(id); }
inline void free_buffer(GLuint id) { glDeleteBuffers(1, &id); }
inline void free_vertex_array(GLuint id) { glDeleteVertexArrays(1, &id); }
inline void free_texture(GLuint id) { glDeleteTextures(1, &id); }
inline void free_renderbuffer(GLuint id) { glDeleteRenderbuffers(1, &id); }
inline void free_framebuffer(GLuint id) { glDeleteFramebuffers(1, &id); }

using ProgramHandle = Handle<free_program>;
using ShaderHandle = Handle<free_shader>;
using Buffer = Handle<free_buffer>;
using VertexArray = Handle<free_vertex_array>;
using Texture = Handle<free_texture>;
using Renderbuffer = Handle<free_renderbuffer>;
using Framebuffer = Handle<free_framebuffer>;

/// Makes one object with a glGen... function.
template <class Owner, class Generate>
Owner make_object(Generate generate) {
  GLuint id = 0;
  generate(1, &id);
  return Owner(id);
}

}  // namespace stridelab::view
