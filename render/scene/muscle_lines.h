#pragma once

#include <glm/glm.hpp>
#include <vector>

#include "render/scene/figure_shape.h"
#include "render/scene/knee_patella.h"
#include "render/scene/muscle_atlas.h"
#include "render/scene/pose.h"

namespace stridelab::view {

/// A muscle path brought to the size of a person: places in the rest pose of mesh.h, right leg.
struct SizedPath {
  MusclePath path;
  float size = 1.0F;  ///< of the person against the source; radii are scaled with it
};
SizedPath sized(const MusclePath& path, const SourceFrames& source, const FigureSize& person);

/// A leg in a pose: what lines are laid over.
struct LegPose {
  const Pose* pose = nullptr;
  bool left = false;
  glm::vec3 knee_rest_m{0.0F};  ///< right knee centre at rest
  PatellaPose patella;          ///< in the right femur; mirrored for a left leg
};

/// The line of a muscle from origin to insertion, world, metres: straight between its points, round over its cylinders.
/// The path of a knee extensor ends at the base of the kneecap.
std::vector<glm::vec3> muscle_line(const SizedPath& path, const LegPose& leg);

/// From the tip of the kneecap to the tubercle of the tibia, world, metres.
std::vector<glm::vec3> patellar_tendon_line(const LegPose& leg);

float length_m(const std::vector<glm::vec3>& line);

}  // namespace stridelab::view
