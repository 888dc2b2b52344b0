#include "render/scene/bone_clay.h"

#include <cmath>

namespace stridelab::view {

glm::mat3 axes_along(const glm::vec3& direction) {
  const glm::vec3 along = glm::normalize(direction);
  const glm::vec3 helper = std::abs(along.z) < 0.9F ? glm::vec3(0.0F, 0.0F, 1.0F) : glm::vec3(1.0F, 0.0F, 0.0F);
  const glm::vec3 u = glm::normalize(glm::cross(along, helper));
  return {u, along, glm::cross(u, along)};
}

Clay& Clay::rod(const Bead& from, const Bead& to, float blend) {
  const glm::vec3 a = place(from.at), b = place(to.at);
  const float ra = scale_.x * from.radius, rb = scale_.x * to.radius;
  Shape shape = tube(Part::trunk, {{0.0F, 0.0F, 0.0F, ra, ra, ra}, {glm::distance(a, b), 0.0F, 0.0F, rb, rb, rb}},
                     scale_.x * blend);
  shape.origin = a;
  shape.axes = axes_along(b - a);
  shape_.add(std::move(shape));
  return *this;
}

Clay& Clay::chain(const std::vector<Bead>& beads, float blend) {
  for (std::size_t i = 0; i + 1 < beads.size(); ++i) rod(beads[i], beads[i + 1], blend);
  return *this;
}

Clay& Clay::ball(const glm::vec3& centre, const glm::vec3& radii, float blend, const glm::mat3& axes) {
  Shape shape = ellipsoid(Part::trunk, place(centre), scale_.x * radii, scale_.x * blend);
  shape.axes = axes_ * axes;
  shape_.add(std::move(shape));
  return *this;
}

Clay& Clay::hollow(const glm::vec3& centre, const glm::vec3& radii, float blend) {
  Shape shape = ellipsoid(Part::trunk, place(centre), scale_.x * radii, scale_.x * blend);
  shape.axes = axes_;
  shape.carves = true;
  shape_.add(std::move(shape));
  return *this;
}

Clay& Clay::shaft(std::vector<Station> stations, float blend) {
  for (Station& s : stations) {
    s.along *= scale_.y;
    for (float Station::*m :
         {&Station::centre_u, &Station::centre_w, &Station::plus_u, &Station::minus_u, &Station::half_w})
      s.*m *= scale_.x;
  }
  Shape shape = tube(Part::trunk, stations, scale_.x * blend);
  shape.origin = origin_;
  // Columns forward, down, right: a mirrored frame would do too, distances do not mind.
  shape.axes = axes_ * glm::mat3({1.0F, 0.0F, 0.0F}, {0.0F, -1.0F, 0.0F}, {0.0F, 0.0F, 1.0F});
  shape_.add(std::move(shape));
  return *this;
}

Clay& Clay::turned(const glm::mat3& axes) {
  axes_ = axes;
  return *this;
}

}  // namespace stridelab::view
