#include <cstddef>

#include "render/gl/renderer_parts.h"

namespace stridelab::view {
namespace {

const void* at(std::size_t offset) { return reinterpret_cast<const void*>(offset); }

template <class Item>
void stream(GLenum kind, const Buffer& buffer, const std::vector<Item>& items) {
  glBindBuffer(kind, buffer.id());
  glBufferData(kind, static_cast<GLsizeiptr>(items.size() * sizeof(Item)), items.data(), GL_STREAM_DRAW);
}

}  // namespace

Ball ball_around(const std::vector<Tube>& tubes, const glm::mat4& tilt) {
  glm::vec3 low(1e9F), high(-1e9F);
  for (const Tube& tube : tubes)
    for (const glm::vec3& point : tube.points_m) {
      low = glm::min(low, point);
      high = glm::max(high, point);
    }
  if (!(low.x <= high.x)) return {};
  return {glm::vec3(tilt * glm::vec4((low + high) * 0.5F, 1.0F)), glm::distance(low, high) * 0.5F};
}

void RendererParts::make_tube_buffers() {
  tube_array = make_object<VertexArray>(glGenVertexArrays);
  tube_vertices = make_object<Buffer>(glGenBuffers);
  tube_indices = make_object<Buffer>(glGenBuffers);
  glBindVertexArray(tube_array.id());
  glBindBuffer(GL_ARRAY_BUFFER, tube_vertices.id());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, tube_indices.id());
  constexpr auto stride = static_cast<GLsizei>(sizeof(TubeVertex));
  glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, stride, at(offsetof(TubeVertex, position)));
  glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, stride, at(offsetof(TubeVertex, normal)));
  glVertexAttribPointer(2, 4, GL_FLOAT, GL_FALSE, stride, at(offsetof(TubeVertex, colour)));
  for (GLuint i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
}

void RendererParts::upload_tubes(const DrawList& list) {
  tubes.clear();
  for (const Tube& tube : list.tubes) append_tube(tubes, tube);
  if (tubes.indices.empty()) return;
  glBindVertexArray(tube_array.id());
  stream(GL_ARRAY_BUFFER, tube_vertices, tubes.vertices);
  stream(GL_ELEMENT_ARRAY_BUFFER, tube_indices, tubes.indices);
}

void RendererParts::draw_tubes() const {
  glBindVertexArray(tube_array.id());
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(tubes.indices.size()), GL_UNSIGNED_INT, nullptr);
}

void RendererParts::tube_pass(const PictureState& picture) {
  if (tubes.indices.empty()) return;
  programs.tube.use();
  set_light(programs.tube, picture);
  draw_tubes();
}

}  // namespace stridelab::view
