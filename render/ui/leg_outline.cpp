#include <algorithm>
#include <array>

#include "render/ui/leg_figure.h"

namespace stridelab::view {
namespace {

/// Left and right edge of the leg at one height.
struct Slice {
  float height, left, right;
};

// Drawn by eye, from the hip down to the sole, the knee larger than life. From the front the outer side of a right leg
// is on the left, from behind on the right; from its outer side the runner faces right.
constexpr std::array front{Slice{0.00F, 0.12F, 0.86F}, Slice{0.08F, 0.10F, 0.86F}, Slice{0.18F, 0.16F, 0.80F},
                           Slice{0.28F, 0.22F, 0.76F}, Slice{0.36F, 0.26F, 0.73F}, Slice{0.45F, 0.24F, 0.76F},
                           Slice{0.52F, 0.25F, 0.75F}, Slice{0.60F, 0.28F, 0.72F}, Slice{0.70F, 0.22F, 0.76F},
                           Slice{0.82F, 0.35F, 0.64F}, Slice{0.91F, 0.41F, 0.59F}, Slice{0.96F, 0.34F, 0.64F},
                           Slice{1.00F, 0.32F, 0.66F}};
constexpr std::array side{Slice{0.00F, 0.16F, 0.72F}, Slice{0.07F, 0.08F, 0.76F}, Slice{0.16F, 0.16F, 0.80F},
                          Slice{0.28F, 0.24F, 0.76F}, Slice{0.37F, 0.30F, 0.72F}, Slice{0.45F, 0.31F, 0.76F},
                          Slice{0.53F, 0.30F, 0.72F}, Slice{0.60F, 0.28F, 0.66F}, Slice{0.70F, 0.16F, 0.62F},
                          Slice{0.82F, 0.30F, 0.56F}, Slice{0.90F, 0.38F, 0.57F}, Slice{0.95F, 0.32F, 0.74F},
                          Slice{1.00F, 0.30F, 0.94F}};

glm::vec2 edges(const Slice& slice) { return {slice.left, slice.right}; }

/// How fast the edges move there: that of the line between the neighbours.
template <std::size_t N>
glm::vec2 slope(const std::array<Slice, N>& slices, std::size_t i) {
  const Slice &below = slices[i == 0 ? 0 : i - 1], &above = slices[std::min(i + 1, N - 1)];
  return (edges(above) - edges(below)) / (above.height - below.height);
}

/// A cubic between the slices.
template <std::size_t N>
glm::vec2 edges_of(const std::array<Slice, N>& slices, float height) {
  std::size_t i = 0;
  while (i + 2 < N && slices[i + 1].height < height) ++i;
  const float step = slices[i + 1].height - slices[i].height;
  const float t = std::clamp((height - slices[i].height) / step, 0.0F, 1.0F), u = 1.0F - t;
  return (1.0F + 2.0F * t) * u * u * edges(slices[i]) + t * u * u * step * slope(slices, i) +
         t * t * (3.0F - 2.0F * t) * edges(slices[i + 1]) - t * t * u * step * slope(slices, i + 1);
}

}  // namespace

glm::vec2 leg_edges(LegView view, float height) {
  if (view == LegView::side) return edges_of(side, height);
  const glm::vec2 edges = edges_of(front, height);
  return view == LegView::front ? edges : glm::vec2(1.0F - edges.y, 1.0F - edges.x);
}

const std::vector<LegSpot>& leg_spots() {
  static const std::vector<LegSpot> spots{
      {"above_kneecap", LegView::front, {0.50F, 0.350F}, {0.15F, 0.042F}},
      {"front", LegView::front, {0.50F, 0.455F}, {0.13F, 0.055F}},
      {"below_kneecap", LegView::front, {0.50F, 0.560F}, {0.11F, 0.042F}},
      {"outer", LegView::front, {0.27F, 0.460F}, {0.09F, 0.060F}},
      {"inner", LegView::front, {0.73F, 0.460F}, {0.09F, 0.060F}},
      {"shin", LegView::front, {0.505F, 0.790F}, {0.10F, 0.070F}},
      {"hip", LegView::side, {0.42F, 0.090F}, {0.22F, 0.060F}},
      {"outer", LegView::side, {0.50F, 0.455F}, {0.14F, 0.060F}},
      {"back", LegView::back, {0.50F, 0.465F}, {0.17F, 0.060F}},
      {"calf", LegView::back, {0.50F, 0.740F}, {0.12F, 0.110F}},
  };
  return spots;
}

}  // namespace stridelab::view
