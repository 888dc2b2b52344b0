#pragma once

#include <array>
#include <memory>
#include <unordered_map>

#include "render/gl/handle.h"
#include "render/gl/shadow_fit.h"
#include "render/scene/mesh.h"

namespace stridelab::view {

/// A mesh in the memory of the graphics driver.
struct GpuMesh {
  explicit GpuMesh(const Mesh& mesh);
  void draw() const;
  void draw_coarse() const;  ///< for its shadow

  VertexArray array;
  Buffer vertices, indices;
  GLsizei n_indices = 0, n_coarse = 0;  ///< the coarse ones follow the others in the buffer
  std::array<Ball, n_bones> balls;      ///< where its parts are, rest pose
};

/// The meshes that pictures name, each uploaded once and dropped when nobody else holds it any more.
class MeshCache {
 public:
  const GpuMesh& of(const std::shared_ptr<const Mesh>& mesh);
  void drop_unused();

 private:
  struct Entry {
    std::weak_ptr<const Mesh> owner;
    std::unique_ptr<GpuMesh> gpu;
  };
  std::unordered_map<const Mesh*, Entry> known_;
};

}  // namespace stridelab::view
