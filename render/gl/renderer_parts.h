#pragma once

#include <array>
#include <optional>
#include <vector>

#include "render/gl/gpu_mesh.h"
#include "render/gl/program.h"
#include "render/gl/renderer.h"
#include "render/gl/ribbon.h"
#include "render/gl/target.h"
#include "render/gl/tube_mesh.h"

namespace stridelab::view {

inline constexpr GLuint texture_unit = 0;  ///< the only one: no program reads more than one texture

/// What all passes of one picture share.
struct PictureState {
  const DrawList& list;
  const Look& look;
  PictureSize size;
  glm::mat4 tilt, view_projection, light_view;
};

/// How a body is drawn, as the shader numbers it: a ghost stands back behind what nearly agrees with it; glass is where
/// it is and shows what lies behind it.
enum class BodyKind : std::uint8_t { opaque, ghost, glass };

/// A mesh with the places of its bones: figures and solids alike.
struct Body3d {
  const GpuMesh* mesh;
  std::array<glm::mat4, n_bones> palette;
  glm::vec4 tint{1.0F};   ///< linear
  glm::vec4 paint{0.0F};  ///< linear colour that replaces the material's, and how far
  BodyKind kind = BodyKind::opaque;
};

/// A rectangle of ground: around the origin, moved by the tilt.
struct GroundPiece {
  glm::mat4 tilt;
  glm::vec2 half_m;
  float height_m, travelled_m;
  bool belt;
};

/// A ball around all points of tubes, upright world; radius below 0 for none.
Ball ball_around(const std::vector<Tube>& tubes, const glm::mat4& tilt);

/// One for each kind of surface, and three that draw depth alone.
struct Programs {
  Program figure, figure_depth, body_depth, ghost, tube, tube_depth, ground, sky, flat, smooth;
};

/// Everything the renderer owns; one function per pass, each in a file of its own kind.
struct RendererParts {
  RendererParts(Quality wanted, Programs made, std::array<ShadowMap, 2> maps);

  void make_tube_buffers();
  void upload_tubes(const DrawList& list);  ///< before all passes
  void shadow_pass(const PictureState& picture, const std::vector<Body3d>& bodies);
  void body_pass(const PictureState& picture, const std::vector<Body3d>& bodies);
  void tube_pass(const PictureState& picture);
  void ghost_pass(const PictureState& picture, const std::vector<Body3d>& bodies);
  void glass_pass(const PictureState& picture, const std::vector<Body3d>& bodies);
  void ground_pass(const PictureState& picture, const std::vector<Body3d>& bodies);
  void draw_ground(const GroundPiece& piece, const std::vector<glm::vec4>& feet);
  void sky_pass(const PictureState& picture);
  void patch_pass(const PictureState& picture);
  void stroke_pass(const PictureState& picture);
  void smooth_pass(const PictureState& picture, const std::vector<Body3d>& bodies);

  void set_light(Program& program, const PictureState& picture) const;
  void set_body_light(const PictureState& picture);
  void draw_flat(const std::vector<FlatVertex>& triangles, float strength);
  void draw_body(Program& program, const Body3d& body) const;
  void draw_tubes() const;
  void draw_shadow_of(const Body3d& body);
  void draw_translucent(Program& colour, const PictureState& picture, const Body3d& body, float behind_m);

  Quality quality;
  Programs programs;
  std::array<ShadowMap, 2> shadow_maps;          ///< by PictureSlot
  ShadowMap* shadow_map = nullptr;               ///< of the picture that is drawn
  std::array<std::optional<Target>, 2> targets;  ///< by PictureSlot
  Target* target = nullptr;                      ///< the one that is drawn into
  MeshCache meshes;
  TubeSurface tubes;  ///< of the picture that is drawn
  VertexArray square_array, flat_array, tube_array;
  Buffer square, flat_buffer, tube_vertices, tube_indices;
};

}  // namespace stridelab::view
