#include "render/scene/clothing.h"

#include <algorithm>
#include <cmath>

namespace stridelab::view {
namespace {

constexpr float far_m = 1.0F;

/// Signed distances to the borders that a part has, positive on the named side; far_m where there is none.
struct Borders {
  float above_hem = far_m;  ///< of the shirt
  float in_collar = -far_m, in_sleeve = -far_m, in_shorts = -far_m, in_hair = -far_m;
  float above_shoe = far_m, above_sole = far_m;
};

/// Short hair: the crown down to a line that rises towards the forehead, the nape, and all that hangs behind.
float in_hair(const FigureSize& size, const glm::vec3& p) {
  const glm::vec3 q = (p - glm::vec3(0.0F, size.vertex_y, 0.0F)) / size.scale;
  const float crown = q.y + 0.090F - 0.65F * std::max(q.x, 0.0F);
  const float nape = std::min(-0.030F - q.x, q.y + 0.175F - 0.5F * (q.x + 0.030F));
  return size.scale * std::max({crown, nape, -0.100F - q.x});
}

/// Inside a tube around the neck and above a plane that rises towards the nape; where they meet the neckline is round.
float in_collar(const FigureSize& size, const glm::vec3& p) {
  const float k = size.scale;
  const glm::vec2 off = glm::vec2(p.x / k + 0.030F, p.z / k) / glm::vec2(0.098F, 0.084F);
  const float tube = 0.088F * k * (1.0F - glm::length(off));
  const float plane = 0.94F * (p.y - clothes(size).collar_y + 0.36F * (p.x + 0.030F * k));
  const float width = 0.06F * k, h = std::max(width - std::abs(tube - plane), 0.0F);
  return std::min(tube, plane) - 0.25F * h * h / width;
}

Borders borders(const FigureSize& size, Part part, const glm::vec3& p) {
  const Clothes c = clothes(size);
  Borders b;
  if (part == Part::head) b.in_hair = in_hair(size, p);
  if (part == Part::arm) b.in_sleeve = c.sleeve_end - spread_arm(size).local(p).y;
  if (part == Part::trunk) b.in_collar = in_collar(size, p);
  if (part == Part::trunk || part == Part::leg) b.above_hem = p.y - c.shirt_hem_y;
  if (part == Part::leg || part == Part::foot) {
    const float along = spread_leg(size).local(p).y;
    const float height = size.thigh + size.shank + (size.ankle.y - size.sole_y) - along;
    b.in_shorts = c.shorts_end - along;
    b.above_shoe = height - c.shoe_collar;
    b.above_sole = height - c.sole_top;
  }
  return b;
}

Part nearest(const std::array<float, n_parts>& distances) {
  return static_cast<Part>(std::min_element(distances.begin(), distances.end()) - distances.begin());
}

}  // namespace

Material material_at(const FigureSize& size, const std::array<float, n_parts>& distances, const glm::vec3& p) {
  const Part part = nearest(distances);
  const Borders b = borders(size, part, p);
  const auto yes = [](float border) { return border > 0.0F; };
  switch (part) {
    case Part::head:
      return yes(b.in_hair) ? Material::hair : Material::skin;
    case Part::arm:
      return yes(b.in_sleeve) ? Material::shirt : Material::skin;
    case Part::forearm:
      return Material::skin;
    case Part::trunk:
      if (b.in_collar > 0.0F) return Material::skin;
      return yes(b.above_hem) ? Material::shirt : Material::shorts;
    case Part::leg:
    case Part::foot:
      break;
  }
  if (part == Part::leg && yes(b.above_hem)) return Material::shirt;
  if (yes(b.in_shorts)) return Material::shorts;
  if (b.above_shoe > 0.0F) return Material::skin;
  return b.above_sole > 0.0F ? Material::shoe : Material::sole;
}

}  // namespace stridelab::view
