#include "render/gl/ribbon.h"

#include <algorithm>

namespace stridelab::view {
namespace {

constexpr float nearest_w_m = 0.06F;     // just beyond the near plane
constexpr float longest_mitre = 2.0F;    // of half the width; sharper corners are cut
constexpr float head_length = 4.0F;      // of the width of the shaft
constexpr float head_half_width = 1.7F;  // of the width of the shaft
constexpr float same_place_px = 0.05F;

/// A point of the stroke in the picture: place in pixels from the centre, and what clip space needs besides.
struct Node {
  glm::vec2 px;
  float z, w;
};

using Path = std::vector<Node>;

/// Works in pixels, so that widths and right angles are those of the screen.
class Screen {
 public:
  explicit Screen(const PictureSize& size)
      : half_(static_cast<float>(size.width) * 0.5F, static_cast<float>(size.height) * 0.5F) {}
  [[nodiscard]] Node node(const glm::vec4& clip) const {
    return {glm::vec2(clip) / clip.w * half_, clip.z / clip.w, clip.w};
  }
  [[nodiscard]] glm::vec4 clip(const Node& node, const glm::vec2& px) const {
    return glm::vec4(px / half_, node.z, 1.0F) * node.w;
  }

 private:
  glm::vec2 half_;
};

glm::vec4 cut_at_eye(const glm::vec4& inside, const glm::vec4& outside) {
  return glm::mix(inside, outside, (inside.w - nearest_w_m) / (inside.w - outside.w));
}

void append(Path& path, const Node& node) {
  if (path.empty() || glm::distance(path.back().px, node.px) > same_place_px) path.push_back(node);
}

/// The parts of the line in front of the eye.
std::vector<Path> visible_paths(const Stroke& stroke, const glm::mat4& to_clip, const Screen& screen) {
  std::vector<Path> paths(1);
  for (std::size_t i = 1; i < stroke.points_m.size(); ++i) {
    const glm::vec4 a = to_clip * glm::vec4(stroke.points_m[i - 1], 1.0F);
    const glm::vec4 b = to_clip * glm::vec4(stroke.points_m[i], 1.0F);
    if (a.w < nearest_w_m && b.w < nearest_w_m) continue;
    if (a.w < nearest_w_m) paths.emplace_back();
    append(paths.back(), screen.node(a.w < nearest_w_m ? cut_at_eye(b, a) : a));
    append(paths.back(), screen.node(b.w < nearest_w_m ? cut_at_eye(a, b) : b));
  }
  return paths;
}

glm::vec2 left_of(const glm::vec2& direction) { return {-direction.y, direction.x}; }

/// Half the width to the left at a node, along the mitre between the segments that meet there.
glm::vec2 side_at(const Path& path, std::size_t i, float half_px) {
  const glm::vec2 in = glm::normalize(i == 0 ? path[1].px - path[0].px : path[i].px - path[i - 1].px);
  const glm::vec2 out = i + 1 == path.size() ? in : glm::normalize(path[i + 1].px - path[i].px);
  const glm::vec2 sum = left_of(in) + left_of(out);
  if (glm::length(sum) < 1e-3F) return left_of(in) * half_px;
  const glm::vec2 mitre = glm::normalize(sum);
  return mitre * half_px * std::min(longest_mitre, 1.0F / std::max(0.1F, glm::dot(mitre, left_of(in))));
}

void add_ribbon(std::vector<FlatVertex>& out, const Path& path, const Stroke& stroke, const Screen& screen) {
  for (std::size_t i = 1; i < path.size(); ++i) {
    const glm::vec2 a = side_at(path, i - 1, stroke.width_px * 0.5F), b = side_at(path, i, stroke.width_px * 0.5F);
    const glm::vec4 corner[] = {screen.clip(path[i - 1], path[i - 1].px + a),
                                screen.clip(path[i - 1], path[i - 1].px - a), screen.clip(path[i], path[i].px + b),
                                screen.clip(path[i], path[i].px - b)};
    for (const int k : {0, 1, 2, 2, 1, 3}) out.push_back({corner[k], stroke.colour});
  }
}

/// Puts the head on the end of the path and takes its length off the shaft.
void add_head(std::vector<FlatVertex>& out, Path& path, const Stroke& stroke, const Screen& screen) {
  const Node tip = path.back();
  const glm::vec2 along = tip.px - path[path.size() - 2].px;
  const float length = std::min(head_length * stroke.width_px, glm::length(along));
  const glm::vec2 direction = glm::normalize(along);
  Node base = glm::length(along) > 0.0F ? path[path.size() - 2] : tip;
  const float part = length / glm::length(along);
  base = {tip.px - direction * length, glm::mix(tip.z, base.z, part), glm::mix(tip.w, base.w, part)};
  const glm::vec2 side = left_of(direction) * (length / head_length * head_half_width);
  out.push_back({screen.clip(tip, tip.px), stroke.colour});
  out.push_back({screen.clip(base, base.px + side), stroke.colour});
  out.push_back({screen.clip(base, base.px - side), stroke.colour});
  path.back() = base;
  if (glm::distance(path[path.size() - 2].px, base.px) <= same_place_px) path.pop_back();
}

}  // namespace

std::vector<FlatVertex> ribbon_of(const Stroke& stroke, const glm::mat4& world_to_clip, const PictureSize& size) {
  std::vector<FlatVertex> triangles;
  const Screen screen(size);
  std::vector<Path> paths = visible_paths(stroke, world_to_clip, screen);
  const bool tip_seen =
      !stroke.points_m.empty() && (world_to_clip * glm::vec4(stroke.points_m.back(), 1.0F)).w >= nearest_w_m;
  if (stroke.arrow && tip_seen && paths.back().size() > 1) add_head(triangles, paths.back(), stroke, screen);
  for (const Path& path : paths)
    if (path.size() > 1) add_ribbon(triangles, path, stroke, screen);
  return triangles;
}

std::vector<FlatVertex> fan_of(const Patch& patch, const glm::mat4& world_to_clip) {
  std::vector<FlatVertex> triangles;
  for (std::size_t i = 2; i < patch.outline_m.size(); ++i)
    for (const std::size_t corner : {std::size_t{0}, i - 1, i})
      triangles.push_back({world_to_clip * glm::vec4(patch.outline_m[corner], 1.0F), patch.colour});
  return triangles;
}

}  // namespace stridelab::view
