#include <algorithm>
#include <array>
#include <cmath>

#include "render/ui/overlay.h"

namespace stridelab::view {
namespace {

bool is_inside(const Rect& inner, const Rect& outer) {
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

bool holds(const Rect& area, glm::vec2 point) {
  return point.x >= area.x0 && point.x <= area.x1 && point.y >= area.y0 && point.y <= area.y1;
}

Rect grown(const Rect& rect, float by) { return {rect.x0 - by, rect.y0 - by, rect.x1 + by, rect.y1 + by}; }

/// A label beside its point: the direction says where, the distance how far its nearest edge is.
Rect beside(glm::vec2 point, glm::vec2 size, glm::vec2 direction, float distance) {
  const glm::vec2 middle = point + direction * (0.5F * size + distance);
  return {middle.x - 0.5F * size.x, middle.y - 0.5F * size.y, middle.x + 0.5F * size.x, middle.y + 0.5F * size.y};
}

/// The free place nearest to the point; at equal distance rather on the right, then left, above and below.
std::optional<Rect> place_of(glm::vec2 point, glm::vec2 size, const Rect& area, const std::vector<Rect>& taken,
                             float gap) {
  constexpr std::array<glm::vec2, 8> directions{{{1.0F, 0.0F},
                                                 {-1.0F, 0.0F},
                                                 {1.0F, -1.0F},
                                                 {1.0F, 1.0F},
                                                 {-1.0F, -1.0F},
                                                 {-1.0F, 1.0F},
                                                 {0.0F, -1.0F},
                                                 {0.0F, 1.0F}}};
  constexpr int rings = 12;
  for (int ring = 0; ring < rings; ++ring) {
    const float distance = gap + 0.75F * static_cast<float>(ring) * size.y;
    for (const glm::vec2 direction : directions) {
      const Rect rect = beside(point, size, direction, distance);
      const auto hits = [&](const Rect& other) { return overlaps(grown(rect, 0.5F * gap), other); };
      if (is_inside(rect, area) && std::none_of(taken.begin(), taken.end(), hits)) return rect;
    }
  }
  return std::nullopt;
}

/// Centred on the point as far as the area lets it.
std::optional<Rect> caption_place(glm::vec2 point, glm::vec2 size, const Rect& area, const std::vector<Rect>& taken) {
  if (size.x > area.width() || size.y > area.height()) return std::nullopt;
  for (const float shift : {0.0F, 0.5F, -0.5F}) {
    const float x = std::clamp(point.x - 0.5F * size.x, area.x0, area.x1 - size.x);
    const float y = std::clamp(point.y + (shift - 0.5F) * size.y, area.y0, area.y1 - size.y);
    const Rect rect{x, y, x + size.x, y + size.y};
    const auto hits = [&](const Rect& other) { return overlaps(rect, other); };
    if (std::none_of(taken.begin(), taken.end(), hits)) return rect;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::optional<Rect>> lay_captions(const std::vector<glm::vec2>& at, const std::vector<glm::vec2>& sizes,
                                              const Rect& area, const std::vector<Rect>& taken) {
  std::vector<std::optional<Rect>> places;
  std::vector<Rect> full = taken;
  for (std::size_t i = 0; i < at.size(); ++i) {
    places.push_back(overlaps(beside(at[i], sizes[i], {}, 0.0F), area) ? caption_place(at[i], sizes[i], area, full)
                                                                       : std::nullopt);
    if (places.back()) full.push_back(*places.back());
  }
  return places;
}

bool overlaps(const Rect& a, const Rect& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

std::vector<std::optional<Rect>> lay_labels(const std::vector<glm::vec2>& at, const std::vector<glm::vec2>& sizes,
                                            const Rect& area, const std::vector<Rect>& taken, float gap) {
  std::vector<std::optional<Rect>> places;
  std::vector<Rect> full = taken;
  for (std::size_t i = 0; i < at.size(); ++i) {
    places.push_back(holds(area, at[i]) ? place_of(at[i], sizes[i], area, full, gap) : std::nullopt);
    if (places.back()) full.push_back(*places.back());
  }
  return places;
}

}  // namespace stridelab::view
