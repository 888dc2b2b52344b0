#pragma once

#include <array>
#include <optional>
#include <vector>

#include "render/gl/gpu_mesh.h"
#include "render/gl/program.h"
#include "render/gl/renderer.h"
#include "render/gl/ribbon.h"
#include "render/gl/target.h"

namespace stridelab::view {

/// What all passes of one picture share.
struct PictureState {
  const DrawList& list;
  const Look& look;
  PictureSize size;
  glm::mat4 tilt, view_projection, light_view;
};

/// A mesh with the places of its bones: figures and solids alike.
struct Body3d {
  const GpuMesh* mesh;
  std::array<glm::mat4, n_bones> palette;
  glm::vec4 tint{1.0F};   ///< linear
  glm::vec4 paint{0.0F};  ///< linear colour that replaces the material's, and how far
  [[nodiscard]] bool is_ghost() const { return tint.a < 1.0F; }
};

/// Everything the renderer owns; one function per pass, each in a file of its own kind.
struct RendererParts {
  RendererParts(Quality wanted, Program figure, Program depth, Program ground, Program sky, Program flat,
                Program smooth, ShadowMap map);

  void shadow_pass(const PictureState& picture, const std::vector<Body3d>& bodies);
  void body_pass(const PictureState& picture, const std::vector<Body3d>& bodies);
  void ghost_pass(const std::vector<Body3d>& bodies);  ///< after body_pass, whose uniforms it uses
  void ground_pass(const PictureState& picture, const std::vector<Body3d>& bodies);
  void sky_pass(const PictureState& picture);
  void patch_pass(const PictureState& picture);
  void stroke_pass(const PictureState& picture);
  void smooth_pass(const PictureState& picture, const std::vector<Body3d>& bodies);

  void set_light(Program& program, const PictureState& picture) const;
  void draw_flat(const std::vector<FlatVertex>& triangles, float strength);
  void draw_body(Program& program, const Body3d& body) const;

  Quality quality;
  Program figure, depth, ground, sky, flat, smooth;
  ShadowMap shadow_map;
  std::array<std::optional<Target>, 2> targets;  ///< by PictureSlot
  Target* target = nullptr;                      ///< the one that is drawn into
  MeshCache meshes;
  VertexArray square_array, flat_array;
  Buffer square, flat_buffer;
};

}  // namespace stridelab::view
