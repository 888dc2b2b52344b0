#pragma once

#include <array>
#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

namespace stridelab::view {

/// What a piece of the figure belongs to; skin weights and materials go by it.
enum class Part : std::uint8_t { trunk, head, arm, forearm, leg, foot };
inline constexpr int n_parts = 6;

/// A cross-section of a limb: where it lies along the axis, where its middle is, how far it reaches to each side. Metres.
struct Station {
  float along, centre_u, centre_w, plus_u, minus_u, half_w;
};

/// One piece of an implicit body: an ellipsoid, or a tube through stations with elliptic cross-sections and round ends.
/// Local axes: the columns of `axes` are u (forward on an upright limb), v (along the tube), w (outward).
struct Shape {
  Part part = Part::trunk;
  float blend_m = 0.02F;  ///< how widely it melts into what is already there
  bool carves = false;    ///< takes away from what is already there instead of adding to it
  glm::vec3 origin{0.0F};
  glm::mat3 axes{1.0F};
  glm::vec3 radii{0.0F};         ///< of an ellipsoid; unused by a tube
  std::vector<Station> profile;  ///< of a tube: samples at equal steps along the axis; empty for an ellipsoid
  float floor_m = -1e9F;         ///< nothing below this height (y before `axes` turn with the limb): flat soles
  glm::vec3 up{0.0F, 1.0F, 0.0F};
  glm::vec3 low{0.0F}, high{0.0F};  ///< bounding box, made by finish()
};

/// A tube through stations in increasing order of `along`, with smooth curves between them.
Shape tube(Part part, const std::vector<Station>& stations, float blend_m);
Shape ellipsoid(Part part, const glm::vec3& centre, const glm::vec3& radii, float blend_m);

/// A body as the smooth union of shapes of its right half and the middle; the left half is the mirror image (|z|), so the
/// surface is exactly symmetric.
class Implicit {
 public:
  /// Order matters: later shapes melt into earlier ones.
  void add(Shape shape);

  /// About the distance to the surface near it, negative inside, metres. Far away only the sign is meant.
  [[nodiscard]] float value(glm::vec3 p) const;
  [[nodiscard]] glm::vec3 gradient(const glm::vec3& p) const;
  /// Distance to the nearest shape of each part, without melting; large where far.
  [[nodiscard]] std::array<float, n_parts> distances(glm::vec3 p) const;

  [[nodiscard]] glm::vec3 low() const;  ///< corners of a box that holds both halves
  [[nodiscard]] glm::vec3 high() const;

 private:
  std::vector<Shape> shapes_;
};

}  // namespace stridelab::view
