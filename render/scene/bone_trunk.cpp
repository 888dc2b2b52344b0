#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/scene/bone_parts.h"

namespace stridelab::view {
namespace {

struct Level {
  float y, x;
};
/// Middle of the spine from the sacrum to the skull: inward curves at loin and neck, outward in between.
constexpr std::array<Level, 9> spine_line = {{{0.122F, -0.050F},
                                              {0.165F, -0.040F},
                                              {0.220F, -0.036F},
                                              {0.290F, -0.046F},
                                              {0.360F, -0.064F},
                                              {0.440F, -0.076F},
                                              {0.520F, -0.072F},
                                              {0.600F, -0.046F},
                                              {0.690F, -0.026F}}};

float spine_x(float y) {
  std::size_t i = 0;
  while (i + 2 < spine_line.size() && spine_line[i + 1].y < y) ++i;
  const Level &a = spine_line[i], &b = spine_line[i + 1];
  const float t = std::clamp((y - a.y) / (b.y - a.y), 0.0F, 1.0F), s = t * t * (3.0F - 2.0F * t);
  return glm::mix(a.x, b.x, 0.5F * (s + t));
}

constexpr int n_vertebrae = 24;  // 5 of the loin, 12 of the chest, 7 of the neck, from below

float relative_height(int v) {
  return v < 5 ? 1.0F - 0.02F * float(v) : v < 17 ? 0.86F - 0.022F * float(v - 5) : 0.48F;
}

/// Middle of a vertebra above the mid-hip point, reference body.
float vertebra_y(int v) {
  float sum = 0.0F, before = 0.0F;
  for (int i = 0; i < n_vertebrae; ++i) {
    if (i < v) before += relative_height(i);
    if (i == v) before += 0.5F * relative_height(i);
    sum += relative_height(i);
  }
  return glm::mix(spine_line.front().y, spine_line.back().y, before / sum);
}

/// How much the torso rather than the pelvis carries a vertebra: the one joint of the tree stands for several.
float torso_share(const FigureSize& size, float y_m) {
  const float t = std::clamp((y_m - 0.72F * size.lumbar.y) / (0.75F * size.lumbar.y), 0.0F, 1.0F);
  return t * t * (3.0F - 2.0F * t);
}

/// One vertebra: where it is and how large, metres on the reference body but for `k`.
struct Vertebra {
  int v;
  float k, x, y, width, depth, half, slope, share;
  Bone upper;
  [[nodiscard]] glm::vec3 at(float dx, float dy, float z) const {
    return k * glm::vec3(x + dx + slope * dy, y + dy, z);
  }
  [[nodiscard]] bool loin() const { return v < 5; }
  [[nodiscard]] bool chest() const { return v >= 5 && v < 17; }
};

Vertebra vertebra(const FigureSize& size, int v) {
  const float k = size.scale, y = vertebra_y(v);
  const float spacing = (spine_line.back().y - spine_line.front().y) / 17.6F * relative_height(v);
  const float width = v < 5 ? 0.0235F - 0.0006F * float(v) : v < 17 ? 0.0195F - 0.0005F * float(v - 5) : 0.0125F;
  const float slope = (spine_x(y + 0.005F) - spine_x(y - 0.005F)) / 0.01F;
  // Torso and head are one body in the tree.
  return {v,
          k,
          spine_x(y),
          y,
          width,
          0.76F * width,
          0.34F * spacing,
          slope,
          torso_share(size, k * y),
          v >= 17 ? Bone::head : Bone::torso};
}

/// Its body, and the disc below.
void add_body(BoneBuilder& bones, const Vertebra& one) {
  const float wide = one.k * one.width, deep = one.k * one.depth;
  Bar drum{{{one.at(0.0F, -one.half, 0.0F), wide, deep},
            {one.at(0.0F, 0.0F, 0.0F), 0.76F * wide, 0.76F * deep},
            {one.at(0.0F, one.half, 0.0F), wide, deep}},
           {0.0F, 0.0F, 1.0F},
           12,
           1};
  bones.add_middle(drum, Bone::pelvis, one.upper, one.share);
  if (one.v == 0) return;
  const float below = vertebra_y(one.v - 1), gap = 0.5F * (one.y - below), middle = 0.5F * (one.y + below);
  const auto at = [&](float dy) { return one.k * glm::vec3(spine_x(middle) + one.slope * dy, middle + dy, 0.0F); };
  Bar disc{{{at(-0.36F * gap), 0.93F * wide, 0.93F * deep, Material::cartilage},
            {at(0.36F * gap), 0.93F * wide, 0.93F * deep, Material::cartilage}},
           {0.0F, 0.0F, 1.0F},
           12,
           1};
  bones.add_middle(disc, Bone::pelvis, one.upper, one.share);
}

/// Spinous and transverse processes.
void add_processes(BoneBuilder& bones, const Vertebra& one) {
  const bool chest = one.chest(), loin = one.loin();
  const float k = one.k, reach = loin ? 0.058F : chest ? 0.050F : one.v == 17 ? 0.044F : 0.034F;
  const float drop = loin ? 0.006F : chest ? 0.026F : 0.010F, wing = loin ? 0.042F : chest ? 0.030F : 0.024F;
  Bar spinous{{{one.at(-one.depth, 0.0F, 0.0F), k * 0.009F, k * 0.007F},
               {one.at(-0.6F * reach - 0.004F, -0.5F * drop, 0.0F), k * 0.007F, k * 0.0035F},
               {one.at(-reach, -drop, 0.0F), k * (loin ? 0.010F : 0.006F), k * 0.004F}},
              {0.0F, 1.0F, 0.0F},
              6,
              2};
  bones.add_middle(spinous, Bone::pelvis, one.upper, one.share);
  for (float side : {1.0F, -1.0F}) {
    Bar transverse{{{one.at(-one.depth, 0.001F, side * 0.006F), k * 0.006F, k * 0.006F},
                    {one.at(-one.depth - (chest ? 0.012F : 0.004F), 0.002F, side * wing), k * 0.0045F, k * 0.004F}},
                   {0.0F, 1.0F, 0.0F},
                   6,
                   2};
    bones.add_middle(transverse, Bone::pelvis, one.upper, one.share);
  }
}

struct Rib {
  float half_width, half_depth, drop,
      end;  ///< metres; end: where bone turns to cartilage (drawn as pale as tendon), share of the half turn
};
constexpr std::array<Rib, 12> ribs = {{{0.058F, 0.046F, 0.034F, 0.80F},
                                       {0.084F, 0.062F, 0.050F, 0.80F},
                                       {0.102F, 0.073F, 0.062F, 0.80F},
                                       {0.114F, 0.080F, 0.072F, 0.79F},
                                       {0.122F, 0.085F, 0.082F, 0.78F},
                                       {0.128F, 0.088F, 0.092F, 0.77F},
                                       {0.131F, 0.090F, 0.101F, 0.76F},
                                       {0.132F, 0.090F, 0.107F, 0.73F},
                                       {0.130F, 0.089F, 0.109F, 0.69F},
                                       {0.124F, 0.087F, 0.104F, 0.64F},
                                       {0.114F, 0.084F, 0.080F, 0.46F},
                                       {0.090F, 0.078F, 0.052F, 0.28F}}};

/// Height of the notch beside the sternum where a rib's cartilage ends, and how far ahead it lies there.
glm::vec3 sternum_at(float t) { return {glm::mix(0.014F, 0.050F, t), glm::mix(0.532F, 0.368F, t), 0.0F}; }

void add_rib(BoneBuilder& bones, const FigureSize& size, std::size_t i) {
  const Rib& rib = ribs[i];
  const float k = size.scale, chest = size.female ? 0.94F : 1.0F;
  const float y0 = vertebra_y(16 - int(i)), back = spine_x(y0) - 0.046F;
  const auto along = [&](float t) {  // 0 at the spine, 1 at the front
    const float angle = std::numbers::pi_v<float> * t;
    const float x = back + rib.half_depth * (1.0F - std::cos(angle)),
                z = chest * rib.half_width * std::pow(std::sin(angle), 0.8F);
    return k * glm::vec3(x, y0 - rib.drop * std::pow(0.5F * (1.0F - std::cos(angle)), 0.85F), z);
  };
  const float thick = k * 0.0032F, high = k * (i == 0 ? 0.0060F : 0.0064F);
  Bar bar{{}, {0.0F, 1.0F, 0.0F}, 6, 2};
  bar.stations.push_back({k * glm::vec3(spine_x(y0) - 0.016F, y0 + 0.004F, 0.012F), k * 0.005F, k * 0.004F});
  const int steps = 7;
  for (int s = 0; s <= steps; ++s)
    bar.stations.push_back({along(glm::mix(0.09F, rib.end, float(s) / float(steps))), high, thick});
  if (i < 10) {  // cartilage: to the sternum, or along the margin up to the one above
    const float notch = i < 7 ? float(i) / 6.3F : 1.0F;
    glm::vec3 end = k * (sternum_at(std::min(notch, 1.0F)) + glm::vec3(-0.001F, 0.0F, i < 7 ? 0.016F : 0.010F));
    if (i >= 7)
      end.y -= k * 0.010F * float(i - 6), end.z += k * 0.012F * float(i - 6), end.x -= k * 0.004F * float(i - 6);
    const glm::vec3 from = bar.stations.back().at;
    bar.stations.back().material = Material::tendon;
    const glm::vec3 middle = glm::mix(from, end, 0.5F) + k * glm::vec3(0.010F, i < 4 ? 0.0F : -0.012F, 0.002F);
    bar.stations.push_back({middle, high, 1.2F * thick, Material::tendon});
    bar.stations.push_back({end, 0.9F * high, 1.2F * thick, Material::tendon});
  }
  bones.add_pair(bar, on_torso);
}

void add_sternum(BoneBuilder& bones, const FigureSize& size) {
  const float k = size.scale;
  const std::array<std::array<float, 2>, 6> widths = {
      {{-0.02F, 0.022F}, {0.08F, 0.026F}, {0.26F, 0.014F}, {0.60F, 0.018F}, {0.92F, 0.017F}, {1.12F, 0.006F}}};
  Bar bar{{}, {0.0F, 0.0F, 1.0F}, 10, 3};
  for (const auto& [t, half] : widths) bar.stations.push_back({k * sternum_at(t), k * half, k * 0.0052F});
  bones.add_middle(bar, Bone::torso, Bone::torso, 0.0F);
}

}  // namespace

void add_spine(BoneBuilder& bones, const FigureSize& size) {
  for (int v = 0; v < n_vertebrae; ++v) {
    const Vertebra one = vertebra(size, v);
    add_body(bones, one);
    add_processes(bones, one);
  }
}

void add_rib_cage(BoneBuilder& bones, const FigureSize& size) {
  for (std::size_t i = 0; i < ribs.size(); ++i) add_rib(bones, size, i);
  add_sternum(bones, size);
}

}  // namespace stridelab::view
