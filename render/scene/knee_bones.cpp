#include "render/scene/knee_bones.h"

#include <array>
#include <cmath>
#include <span>

#include "render/scene/distance_shapes.h"
#include "render/scene/knee_patella.h"

namespace stridelab::view {
namespace {

using namespace distance;
using namespace knee_shape;

constexpr float operator""_mm(long double value) { return static_cast<float>(value) * 1e-3F; }

constexpr float cartilage_m = 1.6_mm;  // drawn thickness: thin enough, and its edge can be seen
constexpr float cut_off_m = 105.0_mm;  // above and below the knee, where the bones end in the picture
constexpr float lateral_edge = 21.0_mm, medial_edge = 15.5_mm;  // of the groove: the outer side is wider, so higher

/// A cross-section of a shaft, an ellipse; y, middle and half axes.
struct Section {
  float y, x, z, half_x, half_z;
};

/// A smooth curve through sections (Catmull-Rom), from b to c.
Section between(const Section& a, const Section& b, const Section& c, const Section& d, float t) {
  const auto mix = [&](float Section::*m) {
    const float p = a.*m, q = b.*m, r = c.*m, s = d.*m;
    return q + 0.5F * t * (r - p + t * (2.0F * p - 5.0F * q + 4.0F * r - s + t * (3.0F * (q - r) + s - p)));
  };
  return {0.0F, mix(&Section::x), mix(&Section::z), mix(&Section::half_x), mix(&Section::half_z)};
}

/// A shaft through sections that fall from the first to the last.
float shaft(const glm::vec3& p, std::span<const Section> sections) {
  std::size_t i = 0;
  while (i + 2 < sections.size() && p.y < sections[i + 1].y) ++i;
  const Section &b = sections[i], &c = sections[i + 1], &a = sections[i == 0 ? 0 : i - 1],
                &d = sections[std::min(i + 2, sections.size() - 1)];
  const Section here = between(a, b, c, d, std::clamp((p.y - b.y) / (c.y - b.y), 0.0F, 1.0F));
  const glm::vec2 half(here.half_x, here.half_z), scaled = glm::vec2(p.x - here.x, p.z - here.z) / half;
  const float k = glm::length(scaled), slope = glm::length(scaled / half);
  const float across = slope < 1e-6F ? -std::min(half.x, half.y) : k * (k - 1.0F) / slope;
  const float ends = std::max(p.y - sections.front().y, sections.back().y - p.y);
  return both(across, ends, 2.0_mm);
}

/// A condyle: a disc that rolls on the plateau about the knee's axis and reaches forward to the groove, rounded across.
float condyle(const glm::vec3& p, float z, float half_width) {
  const glm::vec2 side(p);
  const float roll = glm::length(side - glm::vec2(-1.5_mm, 0.0F)) - 24.0_mm;
  const float front = glm::length(side - glm::vec2(6.5_mm, 3.5_mm)) - 26.5_mm;
  const float rim = std::max(roll + 24.0_mm, 0.0F) / 24.0_mm;  // its sides bulge: narrower towards the rim
  return slab(either(roll, front, 6.0_mm), p.z - z, half_width - 3.5_mm * rim * rim, 8.0_mm);
}

/// The block in front that carries the groove.
float trochlea(const glm::vec3& p) {
  const glm::vec2 off(p.x - groove_x_m, p.y - groove_y_m);
  const float lateral = p.z - groove_z_m, radius = glm::length(off), up = std::atan2(off.y, off.x);
  const float wall = 0.94F * (radius - groove_radius_at(lateral));
  const float sides = std::max(lateral - 30.0_mm, -lateral - 25.0_mm);
  const float ends = radius * std::max(up - 0.95F, -1.30F - up);
  return both(both(wall, sides, 5.0_mm), ends, 6.0_mm);
}

constexpr std::array femur_shaft = {
    Section{cut_off_m, 2.0_mm, 1.0_mm, 14.0_mm, 14.5_mm}, Section{60.0_mm, 2.0_mm, 0.5_mm, 14.5_mm, 18.0_mm},
    Section{32.0_mm, 0.0_mm, 0.0_mm, 17.0_mm, 29.0_mm}, Section{14.0_mm, -1.0_mm, 0.0_mm, 20.0_mm, 34.0_mm},
    Section{3.0_mm, -1.0_mm, 0.0_mm, 20.0_mm, 33.0_mm}};

constexpr std::array tibia_shaft = {
    Section{-27.0_mm, -3.0_mm, 0.0_mm, 24.0_mm, 37.0_mm}, Section{-38.0_mm, -2.0_mm, 0.0_mm, 24.0_mm, 35.0_mm},
    Section{-58.0_mm, 4.0_mm, -1.0_mm, 19.0_mm, 23.0_mm}, Section{-80.0_mm, 7.0_mm, -1.0_mm, 15.5_mm, 15.5_mm},
    Section{-cut_off_m, 8.0_mm, -1.0_mm, 14.0_mm, 13.0_mm}};

/// How deep cartilage lies below its full height near its border: it thins out and sinks into the bone, so that the border
/// is where two smooth surfaces cross.
float sinking(float uncovered) { return 0.6F * std::max(uncovered + 2.5_mm, 0.0F); }

/// Everything of the femur with its cartilage on.
float femur_surface(const glm::vec3& p) {
  float d = either(condyle(p, 21.5_mm, 14.5_mm), condyle(p, -22.0_mm, 14.5_mm), 1.0_mm);
  d = either(d, shaft(p, femur_shaft), 8.0_mm);
  d = either(d, ellipsoid(p, {-3.0_mm, 5.0_mm, 31.0_mm}, {11.0_mm, 13.0_mm, 8.0_mm}), 9.0_mm);
  d = either(d, ellipsoid(p, {-3.0_mm, 7.0_mm, -32.0_mm}, {11.0_mm, 14.0_mm, 8.0_mm}), 9.0_mm);
  d = either(d, trochlea(p), 4.0_mm);
  // Nothing may fill the groove: its sides are where the kneecap lies.
  const glm::vec2 off(p.x - groove_x_m, p.y - groove_y_m);
  const float in_groove = groove_radius_at(p.z - groove_z_m) - glm::length(off);
  const float ahead = std::max(-off.x - 0.15F * off.y + 4.0_mm, 0.70F * off.y - 0.72F * off.x),
              beside = std::max(p.z - 19.0_mm, -p.z - 12.0_mm);
  d = without(d, std::max({0.94F * in_groove, ahead, beside}), 1.0_mm);
  // Notch between the condyles, for the cruciate ligaments.
  return without(d, slab(std::max(p.y - 1.0_mm, p.x - 9.0_mm), p.z + 0.5_mm, 9.0_mm, 6.0_mm), 4.0_mm);
}

/// Positive outside of what is covered: the groove, and the condyles from below round to the back.
float femur_uncovered(const glm::vec3& p) {
  const glm::vec2 off(p.x - groove_x_m, p.y - groove_y_m);
  const float front = std::max({std::atan2(off.y, off.x) - 0.62F, -off.x / 20.0_mm}) * 25.0_mm;
  const float below = std::max(p.y - 12.0_mm + 0.25F * std::max(p.x, 0.0F), p.y - 4.0_mm + 0.5F * p.x);
  return std::max(std::min(front, below), std::abs(p.z) - 33.5_mm);
}

float plateau_rim(const glm::vec3& p) { return ellipsoid(p, {-3.0_mm, -31.0_mm, 0.0F}, {26.0_mm, 60.0_mm, 38.5_mm}); }

/// Hollows in which the condyles roll.
float hollow(const glm::vec3& p, float z) { return ellipsoid(p, {-1.5_mm, 6.0_mm, z}, {38.0_mm, 31.0_mm, 20.0_mm}); }

float outline(const glm::vec2& p) {  // of the kneecap from the front: y up, z lateral, a triangle with bulging sides
  const float base = glm::length(p - glm::vec2(-30.0_mm, 2.0_mm)) - 51.0_mm;
  const float outer = glm::length(p - glm::vec2(10.0_mm, -13.0_mm)) - 38.0_mm;
  const float inner = glm::length(p - glm::vec2(10.0_mm, 16.0_mm)) - 37.5_mm;
  return both(both(outer, inner, 3.0_mm), base, 7.0_mm);
}

float patella_back(const glm::vec3& p) {
  const float lateral = p.z * std::sin(lateral_slope_rad) - p.x * std::cos(lateral_slope_rad);
  const float medial = -p.z * std::sin(medial_slope_rad) - p.x * std::cos(medial_slope_rad);
  return std::max(lateral, medial);
}

}  // namespace

float groove_radius_at(float lateral_m) {
  const float slope = lateral_m > 0.0F ? std::tan(lateral_slope_rad) : std::tan(medial_slope_rad);
  const float edge = lateral_m > 0.0F ? lateral_edge : medial_edge, out = std::abs(lateral_m);
  const float beyond = std::max(out - edge, 0.0F);
  return groove_radius_m + slope * std::min(out, edge) + beyond * (slope - beyond / 8.0_mm);
}

float facet_depth_at(float lateral_m) {
  return lateral_m > 0.0F ? lateral_m * std::tan(lateral_slope_rad) : -lateral_m * std::tan(medial_slope_rad);
}

FacetWidth facet_width_at(float height_m) {
  if (std::abs(height_m) > 0.5F * facets_height_m) return {0.0F, 0.0F};
  const auto reach = [&](float way, float most) {
    float low = 0.0F, high = most;
    for (int i = 0; i < 16; ++i) {
      const float middle = 0.5F * (low + high);
      (outline({height_m, way * middle}) < -4.6_mm ? low : high) = middle;
    }
    return low;
  };
  return {reach(1.0F, lateral_edge), reach(-1.0F, medial_edge)};
}

namespace knee_bones {

float femur(const glm::vec3& p) { return femur_surface(p) + cartilage_m; }

float femur_cartilage(const glm::vec3& p) {
  const float uncovered = femur_uncovered(p);
  return std::max(femur_surface(p) + sinking(uncovered), uncovered - 6.0_mm);
}

float tibia(const glm::vec3& p) {
  float d = shaft(p, tibia_shaft);
  d = either(d, rod(p, {20.5_mm, -48.0_mm, 2.0_mm}, {17.5_mm, -62.0_mm, 1.0_mm}, 7.0_mm, 5.0_mm), 8.0_mm);
  d = either(d, ellipsoid(p, {-1.0_mm, -29.0_mm, 5.0_mm}, {7.0_mm, 9.0_mm, 3.5_mm}), 4.0_mm);
  return either(d, ellipsoid(p, {0.0_mm, -29.0_mm, -4.0_mm}, {7.0_mm, 10.0_mm, 3.5_mm}), 4.0_mm);
}

float tibia_cartilage(const glm::vec3& p) {
  const float block = both(plateau_rim(p), std::abs(p.y + 25.0_mm) - 3.5_mm, 2.5_mm);
  const float dished = without(without(block, hollow(p, 21.0_mm), 1.0_mm), hollow(p, -21.0_mm), 1.0_mm);
  return std::max(dished, 6.5_mm - std::abs(p.z));
}

float fibula(const glm::vec3& p) {
  const float head = ellipsoid(p, {-15.0_mm, -48.0_mm, 30.0_mm}, {9.0_mm, 12.0_mm, 9.0_mm});
  const float stem = rod(p, {-14.0_mm, -52.0_mm, 30.0_mm}, {-10.0_mm, -115.0_mm, 27.0_mm}, 6.0_mm, 5.5_mm);
  return both(either(head, stem, 6.0_mm), -cut_off_m - p.y, 2.0_mm);
}

float patella(const glm::vec3& p) {
  const float front = ellipsoid(p, {3.0_mm, -2.0_mm, 1.0_mm}, {thickness_m - 3.0_mm, 36.0_mm, 32.0_mm});
  const float plate = both(outline({p.y, p.z}), front, 5.0_mm);
  // The tip has no cartilage and stands back from the groove.
  const float back = patella_back(p) + cartilage_m;
  const float tip = -0.55F * (p.y + 0.5F * facets_height_m) - 0.83F * p.x;
  return both(both(plate, back, 2.0_mm), tip, 3.0_mm);
}

float patella_cartilage(const glm::vec3& p) {
  const float layer = std::max(patella_back(p), p.x - 11.0_mm);
  const float uncovered = both(outline({p.y, p.z}) + 3.5_mm, std::abs(p.y) - 0.5F * facets_height_m - 1.0_mm, 5.0_mm);
  return std::max(layer + 0.75F * std::max(uncovered + 1.0_mm, 0.0F), uncovered - 4.0_mm);
}

}  // namespace knee_bones

}  // namespace stridelab::view
