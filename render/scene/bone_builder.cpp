#include "render/scene/bone_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/scene/net_mesh.h"

namespace stridelab::view {
namespace {

glm::vec3 curve(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c, const glm::vec3& d, float t) {
  return b + 0.5F * t * (c - a + t * (2.0F * a - 5.0F * b + 4.0F * c - d + t * (3.0F * (b - c) + d - a)));
}

/// Stations close enough for a smooth bar.
std::vector<BarStation> refined(const Bar& bar) {
  const auto& s = bar.stations;
  std::vector<BarStation> fine;
  for (std::size_t i = 0; i + 1 < s.size(); ++i)
    for (int j = 0; j < bar.rings_between; ++j) {
      const float t = float(j) / float(bar.rings_between);
      const BarStation &a = s[i == 0 ? 0 : i - 1], &b = s[i], &c = s[i + 1], &d = s[std::min(i + 2, s.size() - 1)];
      fine.push_back({curve(a.at, b.at, c.at, d.at, t), glm::mix(b.half_flat, c.half_flat, t),
                      glm::mix(b.half_thick, c.half_thick, t), b.material});
    }
  fine.push_back(s.back());
  return fine;
}

struct Ring {
  glm::vec3 at, flat, thick;  ///< middle, unit directions
  float half_flat, half_thick;
  Material material;
};

/// Cross-sections with frames; at both ends one that is drawn in, for a round end.
std::vector<Ring> rings_of(const Bar& bar) {
  const std::vector<BarStation> s = refined(bar);
  std::vector<Ring> rings;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const glm::vec3 along = glm::normalize(s[std::min(i + 1, s.size() - 1)].at - s[i == 0 ? 0 : i - 1].at);
    const glm::vec3 thick = glm::normalize(glm::cross(along, bar.flat)), flat = glm::cross(thick, along);
    Ring ring{s[i].at, flat, thick, s[i].half_flat, s[i].half_thick, s[i].material};
    Ring drawn_in = ring;
    drawn_in.half_flat *= 0.6F;
    drawn_in.half_thick *= 0.6F;
    const glm::vec3 out = 0.5F * std::min(ring.half_flat, ring.half_thick) * along;
    if (i == 0) drawn_in.at -= out, rings.push_back(drawn_in);
    rings.push_back(ring);
    if (i + 1 == s.size()) drawn_in.at += out, rings.push_back(drawn_in);
  }
  return rings;
}

}  // namespace

void BoneBuilder::add(const Net& net, BonePair carrier) {
  Mesh bone;
  bone.vertices.reserve(net.points_m.size());
  for (const glm::vec3& p : net.points_m) {
    Vertex v;
    v.position = p;
    v.bone[0] = static_cast<std::uint8_t>(p.z < 0.0F ? carrier.left : carrier.right);
    v.material = Material::bone;
    bone.vertices.push_back(v);
  }
  add_triangles(bone, net);
  smooth_normals(bone);
  const auto first = static_cast<std::uint32_t>(mesh_.vertices.size());
  mesh_.vertices.insert(mesh_.vertices.end(), bone.vertices.begin(), bone.vertices.end());
  for (std::uint32_t i : bone.indices) mesh_.indices.push_back(first + i);
}

void BoneBuilder::add_bar(const Bar& bar, bool left, const Vertex& like) {
  const std::vector<Ring> rings = rings_of(bar);
  const auto first = static_cast<std::uint32_t>(mesh_.vertices.size()), sides = static_cast<std::uint32_t>(bar.sides),
             count = static_cast<std::uint32_t>(rings.size());
  const glm::vec3 mirror(1.0F, 1.0F, left ? -1.0F : 1.0F);
  const auto put = [&](const glm::vec3& position, const glm::vec3& normal, Material material) {
    Vertex v = like;
    v.position = mirror * position;
    v.normal = glm::normalize(mirror * normal);
    v.material = material;
    mesh_.vertices.push_back(v);
  };
  for (const Ring& ring : rings)
    for (std::uint32_t i = 0; i < sides; ++i) {
      const float angle = 2.0F * std::numbers::pi_v<float> * float(i) / float(sides);
      const float c = std::cos(angle), s = std::sin(angle);
      put(ring.at + ring.half_flat * c * ring.flat + ring.half_thick * s * ring.thick,
          c / ring.half_flat * ring.flat + s / ring.half_thick * ring.thick, ring.material);
    }
  put(rings.front().at, rings.front().at - rings[1].at, rings.front().material);
  put(rings.back().at, rings.back().at - rings[count - 2].at, rings.back().material);
  const auto triangle = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    for (std::uint32_t i : left ? std::array{a, c, b} : std::array{a, b, c}) mesh_.indices.push_back(first + i);
  };
  for (std::uint32_t i = 0; i < sides; ++i) {
    const std::uint32_t j = (i + 1) % sides;
    for (std::uint32_t r = 0; r + 1 < count; ++r) {
      const std::uint32_t low = r * sides, high = low + sides;
      triangle(low + i, low + j, high + j);
      triangle(low + i, high + j, high + i);
    }
    triangle(count * sides, j, i);
    triangle(count * sides + 1, (count - 1) * sides + i, (count - 1) * sides + j);
  }
}

void BoneBuilder::add_pair(const Bar& bar, BonePair carrier) {
  for (bool left : {false, true}) {
    Vertex like;
    like.bone[0] = static_cast<std::uint8_t>(left ? carrier.left : carrier.right);
    add_bar(bar, left, like);
  }
}

void BoneBuilder::add_middle(const Bar& bar, Bone lower, Bone upper, float share) {
  Vertex like;
  like.bone = {static_cast<std::uint8_t>(lower), static_cast<std::uint8_t>(upper)};
  like.weight = {1.0F - share, share, 0.0F, 0.0F};
  add_bar(bar, false, like);
}

}  // namespace stridelab::view
