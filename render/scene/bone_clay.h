#pragma once

#include <glm/glm.hpp>
#include <utility>
#include <vector>

#include "render/scene/implicit.h"

namespace stridelab::view {

/// One bone while it is modelled: pieces are put on, melted together and hollowed out. Right side or middle only; what
/// comes out is mirrored.
///
/// Places are given for the reference body, from `origin`; x and z are scaled alike, y by itself, so that a long bone
/// reaches from joint to joint.
class Clay {
 public:
  Clay(const glm::vec3& origin, float scale, float scale_y) : origin_(origin), scale_(scale, scale_y, scale) {}
  Clay(const glm::vec3& origin, float scale) : Clay(origin, scale, scale) {}

  struct Bead {
    glm::vec3 at;
    float radius;
  };

  /// A round bar between two places.
  Clay& rod(const Bead& from, const Bead& to, float blend = 0.006F);
  /// Bars from each bead to the next.
  Clay& chain(const std::vector<Bead>& beads, float blend = 0.006F);
  /// An ellipsoid; `axes` are its principal directions as columns.
  Clay& ball(const glm::vec3& centre, const glm::vec3& radii, float blend = 0.006F,
             const glm::mat3& axes = glm::mat3(1.0F));
  /// Takes an ellipsoid away.
  Clay& hollow(const glm::vec3& centre, const glm::vec3& radii, float blend = 0.004F);
  /// A shaft downwards from the origin: stations of implicit.h, u forward, w to the right.
  Clay& shaft(std::vector<Station> stations, float blend = 0.006F);
  /// Turns what follows: its places are taken along these columns.
  Clay& turned(const glm::mat3& axes);

  [[nodiscard]] const Implicit& shape() const { return shape_; }

 private:
  [[nodiscard]] glm::vec3 place(const glm::vec3& p) const { return origin_ + axes_ * (scale_ * p); }

  glm::vec3 origin_, scale_;
  glm::mat3 axes_{1.0F};
  Implicit shape_;
};

/// Columns with the second one along a direction.
glm::mat3 axes_along(const glm::vec3& direction);

}  // namespace stridelab::view
