#pragma once

#include <cstdint>
#include <glm/glm.hpp>
#include <memory>
#include <string>
#include <vector>

#include "render/scene/mesh.h"
#include "render/scene/pose.h"

namespace stridelab::view {

/// A skinned figure: the runner, or the ghost of the baseline. A ghost, translucent, gives way to what nearly agrees with it.
struct Figure {
  std::shared_ptr<const Mesh> mesh;
  Pose pose;
  glm::vec4 tint{1.0F};  ///< multiplies the material colour; alpha below 1 is drawn translucent, after everything else
  bool glass = false;    ///< translucent in its own place, over what lies inside, instead of as a ghost
};

/// A rigid surface, for example the patella of the close-up. With alpha below 1 it is glass over what lies behind it.
struct Solid {
  std::shared_ptr<const Mesh> mesh;
  glm::mat4 world{1.0F};
  glm::vec4 colour{1.0F};
};

/// A line with a width on the screen, or an arrow.
struct Stroke {
  std::vector<glm::vec3> points_m;
  glm::vec4 colour{1.0F};
  float width_px = 2.0F;
  bool arrow = false;   ///< a head at the last point
  bool on_top = false;  ///< seen at full strength through whatever stands in front
};

/// A round band along a line, swelling and tapering: a muscle, a tendon. Lit like a body.
struct Tube {
  std::vector<glm::vec3> points_m;  ///< two or more
  std::vector<float> radius_m;      ///< one per point
  glm::vec4 colour{1.0F};           ///< sRGB; alpha is not used
};

/// A filled patch on the ground: a footprint coloured by load.
struct Patch {
  std::vector<glm::vec3> outline_m;  ///< convex, counter-clockwise seen from above
  glm::vec4 colour{1.0F};
};

/// Words at a place in space.
struct Label {
  glm::vec3 at_m{0.0F};
  std::string text;
  glm::vec4 colour{1.0F};
};

struct Camera {
  glm::vec3 eye_m{0.0F, 1.2F, 3.4F}, target_m{0.0F, 0.9F, 0.0F}, up{0.0F, 1.0F, 0.0F};
  float field_of_view_rad = 0.6F;  ///< vertical
};

/// The surface that is run on.
struct GroundLook {
  float slope_rad = 0.0F;    ///< shown by tilting the whole scene: the world of the strides has it in gravity
  float travelled_m = 0.0F;  ///< of the ground under the runner, so that the grid moves with the speed
  bool belt = false;         ///< a treadmill instead of a road
  bool shown = true;         ///< false: a plain backdrop, for pictures of a part of the body
};

/// Everything the renderer needs for one picture: plain values, no GL.
struct DrawList {
  Camera camera;
  GroundLook ground;
  std::vector<Figure> figures;
  std::vector<Solid> solids;
  std::vector<Tube> tubes;
  std::vector<Stroke> strokes;
  std::vector<Patch> patches;
  std::vector<Label> labels;
  float stroke_scale = 1.0F;  ///< pixels of the picture per pixel of Stroke::width_px: 2 on a screen of double density
};

}  // namespace stridelab::view
