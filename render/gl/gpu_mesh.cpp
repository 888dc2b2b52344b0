#include "render/gl/gpu_mesh.h"

#include <cstddef>

#include "render/gl/coarse_mesh.h"

namespace stridelab::view {
namespace {

const void* at(std::size_t offset) { return reinterpret_cast<const void*>(offset); }

/// Attributes as the shaders number them: position, normal, bones, weights, material.
void describe_vertex() {
  constexpr auto stride = static_cast<GLsizei>(sizeof(Vertex));
  glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, stride, at(offsetof(Vertex, position)));
  glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, stride, at(offsetof(Vertex, normal)));
  glVertexAttribIPointer(2, 4, GL_UNSIGNED_BYTE, stride, at(offsetof(Vertex, bone)));
  glVertexAttribPointer(3, 4, GL_FLOAT, GL_FALSE, stride, at(offsetof(Vertex, weight)));
  glVertexAttribIPointer(4, 1, GL_UNSIGNED_BYTE, stride, at(offsetof(Vertex, material)));
  for (GLuint i = 0; i < 5; ++i) glEnableVertexAttribArray(i);
}

}  // namespace

GpuMesh::GpuMesh(const Mesh& mesh)
    : array(make_object<VertexArray>(glGenVertexArrays)),
      vertices(make_object<Buffer>(glGenBuffers)),
      indices(make_object<Buffer>(glGenBuffers)),
      n_indices(static_cast<GLsizei>(mesh.indices.size())),
      balls(bone_balls(mesh)) {
  glBindVertexArray(array.id());
  glBindBuffer(GL_ARRAY_BUFFER, vertices.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(Vertex)), mesh.vertices.data(),
               GL_STATIC_DRAW);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices.id());
  std::vector<std::uint32_t> all = mesh.indices;
  if (const float cell_m = shadow_cell_m(mesh); cell_m > 0.0F)
    for (const std::uint32_t index : coarse_indices(mesh, cell_m)) all.push_back(index);
  n_coarse = static_cast<GLsizei>(all.size()) - n_indices;
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(all.size() * sizeof(std::uint32_t)), all.data(),
               GL_STATIC_DRAW);
  describe_vertex();
}

void GpuMesh::draw() const {
  glBindVertexArray(array.id());
  glDrawElements(GL_TRIANGLES, n_indices, GL_UNSIGNED_INT, nullptr);
}

void GpuMesh::draw_coarse() const {
  glBindVertexArray(array.id());
  glDrawElements(GL_TRIANGLES, n_coarse, GL_UNSIGNED_INT,
                 at(static_cast<std::size_t>(n_indices) * sizeof(std::uint32_t)));
}

const GpuMesh& MeshCache::of(const std::shared_ptr<const Mesh>& mesh) {
  Entry& entry = known_[mesh.get()];
  // A new mesh may lie where a dead one lay.
  if (!entry.gpu || entry.owner.lock() != mesh) entry = {mesh, std::make_unique<GpuMesh>(*mesh)};
  return *entry.gpu;
}

void MeshCache::drop_unused() {
  std::erase_if(known_, [](const auto& item) { return item.second.owner.expired(); });
}

}  // namespace stridelab::view
