#include "render/scene/implicit.h"

#include <algorithm>
#include <cmath>

namespace stridelab::view {
namespace {

constexpr float far_m = 1.0F;
constexpr float margin_m = 0.03F;  // beyond a shape's box in which its distance still counts
constexpr std::size_t samples = 48;

float curve(float a, float b, float c, float d, float t) {  // Catmull-Rom on equal steps
  return b + 0.5F * t * (c - a + t * (2.0F * a - 5.0F * b + 4.0F * c - d + t * (3.0F * (b - c) + d - a)));
}

Station between(const std::vector<Station>& s, float along) {
  std::size_t i = 0;
  while (i + 2 < s.size() && s[i + 1].along < along) ++i;
  const Station &b = s[i], &c = s[i + 1], &a = s[i == 0 ? 0 : i - 1], &d = s[std::min(i + 2, s.size() - 1)];
  const float t = std::clamp((along - b.along) / (c.along - b.along), 0.0F, 1.0F);
  const auto mix = [&](float Station::*m) { return curve(a.*m, b.*m, c.*m, d.*m, t); };
  return {along,
          mix(&Station::centre_u),
          mix(&Station::centre_w),
          mix(&Station::plus_u),
          mix(&Station::minus_u),
          mix(&Station::half_w)};
}

Station linear(const std::vector<Station>& profile, float along) {
  const float first = profile.front().along, last = profile.back().along;
  const float at = (along - first) / (last - first) * static_cast<float>(profile.size() - 1);
  const auto i = std::min(static_cast<std::size_t>(at), profile.size() - 2);
  const float t = at - static_cast<float>(i);
  const Station &a = profile[i], &b = profile[i + 1];
  const auto mix = [t](float x, float y) { return x + t * (y - x); };
  return {along,
          mix(a.centre_u, b.centre_u),
          mix(a.centre_w, b.centre_w),
          mix(a.plus_u, b.plus_u),
          mix(a.minus_u, b.minus_u),
          mix(a.half_w, b.half_w)};
}

/// About the distance to an ellipsoid around the origin: exact to first order at the surface.
float ellipsoid_distance(const glm::vec3& q, const glm::vec3& radii) {
  const glm::vec3 scaled = q / radii;
  const float k = glm::length(scaled);
  const float slope = glm::length(scaled / radii);
  const float least = std::min({radii.x, radii.y, radii.z});
  return slope < 1e-6F ? -least : k * (k - 1.0F) / slope;
}

float distance(const Shape& shape, const glm::vec3& p) {
  const glm::vec3 q = (p - shape.origin) * shape.axes;  // vector times matrix: by the transpose
  float d = 0.0F;
  if (shape.profile.empty()) {
    d = ellipsoid_distance(q, shape.radii);
  } else {
    const float along = std::clamp(q.y, shape.profile.front().along, shape.profile.back().along);
    const Station s = linear(shape.profile, along);
    const glm::vec3 off(q.x - s.centre_u, q.y - along, q.z - s.centre_w);
    const float depth = off.x > 0.0F ? s.plus_u : s.minus_u;
    d = ellipsoid_distance(off, {depth, 0.5F * (0.5F * (s.plus_u + s.minus_u) + s.half_w), s.half_w});
  }
  return std::max(d, shape.floor_m - glm::dot(p, shape.up));
}

/// Smooth union: melts where the two distances differ by less than `width`.
float melt(float a, float b, float width) {
  const float h = std::max(width - std::abs(a - b), 0.0F);
  return std::min(a, b) - 0.25F * h * h / width;
}

/// Box around the local box.
void finish(Shape& shape) {
  glm::vec3 low = -shape.radii, high = shape.radii;
  if (!shape.profile.empty()) {
    low = glm::vec3(1e9F);
    high = -low;
    for (const Station& s : shape.profile) {
      const float cap = 0.5F * (0.5F * (s.plus_u + s.minus_u) + s.half_w);
      low = glm::min(low, {s.centre_u - s.minus_u, s.along - cap, s.centre_w - s.half_w});
      high = glm::max(high, {s.centre_u + s.plus_u, s.along + cap, s.centre_w + s.half_w});
    }
  }
  shape.low = glm::vec3(1e9F);
  shape.high = -shape.low;
  for (int corner = 0; corner < 8; ++corner) {
    const glm::vec3 local((corner & 1) != 0 ? high.x : low.x, (corner & 2) != 0 ? high.y : low.y,
                          (corner & 4) != 0 ? high.z : low.z);
    const glm::vec3 p = shape.origin + shape.axes * local;
    shape.low = glm::min(shape.low, p);
    shape.high = glm::max(shape.high, p);
  }
}

bool outside(const Shape& shape, const glm::vec3& p, float margin) {
  return p.x < shape.low.x - margin || p.y < shape.low.y - margin || p.z < shape.low.z - margin ||
         p.x > shape.high.x + margin || p.y > shape.high.y + margin || p.z > shape.high.z + margin;
}

}  // namespace

Shape tube(Part part, const std::vector<Station>& stations, float blend_m) {
  Shape shape;
  shape.part = part;
  shape.blend_m = blend_m;
  const float first = stations.front().along, step = (stations.back().along - first) / float(samples - 1);
  for (std::size_t i = 0; i < samples; ++i) shape.profile.push_back(between(stations, first + step * float(i)));
  return shape;
}

Shape ellipsoid(Part part, const glm::vec3& centre, const glm::vec3& radii, float blend_m) {
  Shape shape;
  shape.part = part;
  shape.blend_m = blend_m;
  shape.origin = centre;
  shape.radii = radii;
  return shape;
}

void Implicit::add(Shape shape) {
  finish(shape);
  shapes_.push_back(std::move(shape));
}

float Implicit::value(glm::vec3 p) const {
  p.z = std::abs(p.z);
  float d = far_m;
  for (const Shape& shape : shapes_)
    if (!outside(shape, p, margin_m + shape.blend_m)) {
      const float there = distance(shape, p);
      d = shape.carves ? -melt(-d, there, shape.blend_m) : melt(d, there, shape.blend_m);
    }
  return d;
}

glm::vec3 Implicit::gradient(const glm::vec3& p) const {
  constexpr float e = 5e-4F;
  const glm::vec3 x(e, 0.0F, 0.0F), y(0.0F, e, 0.0F), z(0.0F, 0.0F, e);
  return glm::vec3(value(p + x) - value(p - x), value(p + y) - value(p - y), value(p + z) - value(p - z)) / (2.0F * e);
}

std::array<float, n_parts> Implicit::distances(glm::vec3 p) const {
  p.z = std::abs(p.z);
  std::array<float, n_parts> least;
  least.fill(far_m);
  for (const Shape& shape : shapes_) {
    float& d = least[static_cast<std::size_t>(shape.part)];
    if (!outside(shape, p, 0.2F)) d = std::min(d, distance(shape, p));
  }
  return least;
}

glm::vec3 Implicit::high() const {
  glm::vec3 corner(-1e9F);
  for (const Shape& shape : shapes_) corner = glm::max(corner, shape.high);
  return corner;
}

glm::vec3 Implicit::low() const {
  glm::vec3 corner(1e9F);
  for (const Shape& shape : shapes_) corner = glm::min(corner, shape.low);
  corner.z = -high().z;
  return corner;
}

}  // namespace stridelab::view
