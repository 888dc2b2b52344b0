#include "render/gl/tube_mesh.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>

#include "render/gl/colours.h"

namespace stridelab::view {
namespace {

constexpr float same_place_m = 1e-5F;
constexpr float farthest_m = 1e6F;
constexpr float turn_per_piece_rad = 0.22F;  // of the curve between two rings: 13 degrees look smooth
constexpr float swell_per_piece = 0.25F;     // of the widest radius between two rings
constexpr int most_pieces = 8;               // of one span between two points
constexpr float cap_height = 0.5F;           // of the radius at the end
constexpr float thin_m = 0.004F, thick_m = 0.012F;

/// A point of the curve; `way` is its unit direction, `swell` the radius gained per metre along it.
struct Ring {
  glm::vec3 at, way;
  float radius, swell;
};

struct Knot {
  glm::vec3 at;
  float radius;
};

/// Not beyond what single precision can square, and not NaN.
bool is_usable(float x) { return std::abs(x) < farthest_m; }
bool is_usable(const glm::vec3& v) { return is_usable(v.x) && is_usable(v.y) && is_usable(v.z); }

std::vector<Knot> clean(const Tube& tube) {
  std::vector<Knot> knots;
  for (std::size_t i = 0; i < tube.points_m.size(); ++i) {
    const Knot knot{tube.points_m[i], std::max(tube.radius_m[i], 0.0F)};
    if (!is_usable(tube.points_m[i]) || !is_usable(tube.radius_m[i])) continue;
    if (knots.empty() || glm::distance(knots.back().at, knot.at) > same_place_m) knots.push_back(knot);
  }
  return knots;
}

/// Slope at the middle one of three points of a parabola through them.
template <class Value>
Value slope_at(const Value& before, const Value& here, const Value& after, float from, float to) {
  return ((here - before) * (to / from) + (after - here) * (from / to)) / (from + to);
}

/// Of the radius: none at a widest or narrowest point, and never so steep that the curve overshoots.
float swell_at(float before, float here, float after, float from, float to) {
  const float in = (here - before) / from, out = (after - here) / to;
  return in * out <= 0.0F ? 0.0F : 2.0F * in * out / (in + out);
}

/// What carries the curve from knot to knot: slopes over the distance between the knots.
struct Slopes {
  std::vector<float> length;
  std::vector<glm::vec3> way;
  std::vector<float> swell;
};

Slopes slopes_of(const std::vector<Knot>& knots) {
  const std::size_t n = knots.size();
  Slopes s;
  for (std::size_t i = 1; i < n; ++i) s.length.push_back(glm::distance(knots[i - 1].at, knots[i].at));
  s.way.push_back((knots[1].at - knots[0].at) / s.length[0]);
  s.swell.push_back((knots[1].radius - knots[0].radius) / s.length[0]);
  for (std::size_t i = 1; i + 1 < n; ++i) {
    const float from = s.length[i - 1], to = s.length[i];
    s.way.push_back(slope_at(knots[i - 1].at, knots[i].at, knots[i + 1].at, from, to));
    s.swell.push_back(swell_at(knots[i - 1].radius, knots[i].radius, knots[i + 1].radius, from, to));
  }
  s.way.push_back((knots[n - 1].at - knots[n - 2].at) / s.length[n - 2]);
  s.swell.push_back((knots[n - 1].radius - knots[n - 2].radius) / s.length[n - 2]);
  return s;
}

/// Cubic between two values with given slopes per metre, and its own slope.
template <class Value>
Value cubic(const Value& a, const Value& slope_a, const Value& b, const Value& slope_b, float length, float t) {
  const float t2 = t * t, t3 = t2 * t;
  return a * (2.0F * t3 - 3.0F * t2 + 1.0F) + slope_a * ((t3 - 2.0F * t2 + t) * length) + b * (3.0F * t2 - 2.0F * t3) +
         slope_b * ((t3 - t2) * length);
}

template <class Value>
Value cubic_slope(const Value& a, const Value& slope_a, const Value& b, const Value& slope_b, float length, float t) {
  const float t2 = t * t;
  return (b - a) * ((6.0F * t - 6.0F * t2) / length) + slope_a * (3.0F * t2 - 4.0F * t + 1.0F) +
         slope_b * (3.0F * t2 - 2.0F * t);
}

float angle_between(const glm::vec3& a, const glm::vec3& b) {
  return std::atan2(glm::length(glm::cross(a, b)), glm::dot(a, b));
}

glm::vec3 unit_or(const glm::vec3& v, const glm::vec3& otherwise) {
  const float length = glm::length(v);
  return length > 1e-4F ? v / length : otherwise;
}

int pieces_of(const std::vector<Knot>& knots, const Slopes& s, std::size_t i, float widest) {
  const glm::vec3 chord = knots[i + 1].at - knots[i].at;
  const float turn = angle_between(s.way[i], chord) + angle_between(chord, s.way[i + 1]);
  const float growth = std::abs(knots[i + 1].radius - knots[i].radius) / widest;
  const float wanted = std::max(turn / turn_per_piece_rad, growth / swell_per_piece);
  return std::clamp(static_cast<int>(std::ceil(wanted)), 1, most_pieces);
}

Ring ring_at(const std::vector<Knot>& knots, const Slopes& s, std::size_t i, float t) {
  const Knot &a = knots[i], &b = knots[i + 1];
  const float length = s.length[i];
  const glm::vec3 way = cubic_slope(a.at, s.way[i], b.at, s.way[i + 1], length, t);
  return {cubic(a.at, s.way[i], b.at, s.way[i + 1], length, t), unit_or(way, (b.at - a.at) / length),
          std::max(cubic(a.radius, s.swell[i], b.radius, s.swell[i + 1], length, t), 0.0F),
          cubic_slope(a.radius, s.swell[i], b.radius, s.swell[i + 1], length, t)};
}

std::vector<Ring> rings_along(const std::vector<Knot>& knots, float widest) {
  const Slopes slopes = slopes_of(knots);
  std::vector<Ring> rings{ring_at(knots, slopes, 0, 0.0F)};
  for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
    const int pieces = pieces_of(knots, slopes, i, widest);
    for (int k = 1; k <= pieces; ++k)
      rings.push_back(ring_at(knots, slopes, i, static_cast<float>(k) / static_cast<float>(pieces)));
  }
  return rings;
}

glm::vec3 any_across(const glm::vec3& way) {
  const glm::vec3 size = glm::abs(way);
  const glm::vec3 axis = size.x <= size.y && size.x <= size.z ? glm::vec3(1, 0, 0)
                         : size.y <= size.z                   ? glm::vec3(0, 1, 0)
                                                              : glm::vec3(0, 0, 1);
  return glm::normalize(glm::cross(way, axis));
}

/// Turns `across` with the least rotation that takes `from` to `to`.
glm::vec3 carried(const glm::vec3& across, const glm::vec3& from, const glm::vec3& to) {
  const glm::vec3 axis = glm::cross(from, to);
  const float cosine = glm::dot(from, to);
  if (cosine < -0.9999F) return across;  // straight back: it is across both
  const glm::vec3 turned =
      across * cosine + glm::cross(axis, across) + axis * (glm::dot(axis, across) / (1.0F + cosine));
  return unit_or(turned - to * glm::dot(turned, to), any_across(to));
}

int sides_of(float widest) { return widest < thin_m ? 6 : widest < thick_m ? 8 : 12; }

void add_ring(TubeSurface& out, const Ring& ring, const glm::vec3& across, int sides, const glm::vec4& colour) {
  const glm::vec3 beside = glm::cross(ring.way, across);
  for (int k = 0; k < sides; ++k) {
    const float angle = glm::two_pi<float>() * static_cast<float>(k) / static_cast<float>(sides);
    const glm::vec3 outward = across * std::cos(angle) + beside * std::sin(angle);
    out.vertices.push_back({ring.at + outward * ring.radius, glm::normalize(outward - ring.way * ring.swell), colour});
  }
}

/// Joins two neighbouring rings; `first` is the first corner of the former.
void add_band(TubeSurface& out, std::uint32_t first, std::uint32_t sides) {
  for (std::uint32_t k = 0; k < sides; ++k) {
    const std::uint32_t a = first + k, b = first + (k + 1) % sides;
    for (const std::uint32_t corner : {a, b, a + sides, a + sides, b, b + sides}) out.indices.push_back(corner);
  }
}

/// A tip in the middle of an end ring; its corners keep the normals of the side, so that the end looks rounded.
void add_cap(TubeSurface& out, const Ring& ring, std::uint32_t first, std::uint32_t sides, const glm::vec3& outward,
             const glm::vec4& colour) {
  const auto tip = static_cast<std::uint32_t>(out.vertices.size());
  out.vertices.push_back({ring.at + outward * (ring.radius * cap_height), outward, colour});
  const bool at_end = glm::dot(outward, ring.way) > 0.0F;
  for (std::uint32_t k = 0; k < sides; ++k) {
    const std::uint32_t a = first + k, b = first + (k + 1) % sides;
    for (const std::uint32_t corner : {at_end ? a : b, at_end ? b : a, tip}) out.indices.push_back(corner);
  }
}

}  // namespace

void TubeSurface::clear() {
  vertices.clear();
  indices.clear();
}

void append_tube(TubeSurface& surface, const Tube& tube) {
  if (tube.points_m.size() != tube.radius_m.size()) return;
  const std::vector<Knot> knots = clean(tube);
  if (knots.size() < 2) return;
  const auto by_radius = [](const Knot& a, const Knot& b) { return a.radius < b.radius; };
  const float widest = std::max_element(knots.begin(), knots.end(), by_radius)->radius;
  if (widest <= 0.0F) return;
  const std::vector<Ring> rings = rings_along(knots, widest);
  const int sides = sides_of(widest);
  const auto n = static_cast<std::uint32_t>(sides);
  const glm::vec4 colour = linear(tube.colour);
  const auto begin = static_cast<std::uint32_t>(surface.vertices.size());
  glm::vec3 across = any_across(rings.front().way);
  for (std::size_t i = 0; i < rings.size(); ++i) {
    if (i > 0) across = carried(across, rings[i - 1].way, rings[i].way);
    add_ring(surface, rings[i], across, sides, colour);
    if (i > 0) add_band(surface, begin + static_cast<std::uint32_t>(i - 1) * n, n);
  }
  const auto last = begin + static_cast<std::uint32_t>(rings.size() - 1) * n;
  add_cap(surface, rings.front(), begin, n, -rings.front().way, colour);
  add_cap(surface, rings.back(), last, n, rings.back().way, colour);
}

}  // namespace stridelab::view
