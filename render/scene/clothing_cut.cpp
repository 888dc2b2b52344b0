#include "render/scene/clothing_cut.h"

#include <cmath>
#include <map>
#include <utility>

#include "render/scene/clothing.h"

namespace stridelab::view {
namespace {

using Id = std::uint32_t;

constexpr float near_end = 0.12F;  // of an edge: a border that passes closer goes through the end itself
constexpr int halvings = 8;

class Cutter {
 public:
  Cutter(Net& net, const FigureSize& size, const Implicit& shape) : net_(net), size_(size), shape_(shape) {
    for (const glm::vec3& p : net.points_m) material_.push_back(at(p));
  }

  /// A triangle of the net, whole or in pieces.
  void add(const std::array<Id, 3>& t) {
    const Material a = material_[t[0]], b = material_[t[1]], c = material_[t[2]];
    if (a == b && b == c)
      keep(t[0], t[1], t[2], a);
    else if (a == b)
      cut_tip(t[0], t[1], t[2]);
    else if (b == c)
      cut_tip(t[1], t[2], t[0]);
    else if (c == a)
      cut_tip(t[2], t[0], t[1]);
    else
      cut_in_three(t);
  }

  std::vector<ClothTriangle> take() { return std::move(triangles_); }

 private:
  [[nodiscard]] Material at(glm::vec3 p) const {
    p.z = std::abs(p.z);
    return material_at(size_, shape_.distances(p), p);
  }

  /// The point of an edge where its material changes; one of its ends if that is near.
  Id border(Id i, Id j) {
    if (material_[j] < material_[i] || (material_[i] == material_[j] && j < i)) std::swap(i, j);  // alike on both sides
    const auto [known, fresh] = border_.try_emplace({i, j}, i);
    if (!fresh) return known->second;
    const glm::vec3 a = net_.points_m[i], b = net_.points_m[j];
    float low = 0.0F, high = 1.0F;
    for (int k = 0; k < halvings; ++k) {
      const float middle = 0.5F * (low + high);
      (at(glm::mix(a, b, middle)) == material_[i] ? low : high) = middle;
    }
    if (low < near_end) return known->second = i;
    if (low > 1.0F - near_end) return known->second = j;
    known->second = static_cast<Id>(net_.points_m.size());
    net_.points_m.push_back(glm::mix(a, b, low));
    return known->second;
  }

  void keep(Id a, Id b, Id c, Material material) {
    if (a != b && b != c && c != a) triangles_.push_back({{a, b, c}, material});
  }

  /// Two corners are alike: the third is cut off.
  void cut_tip(Id a, Id b, Id tip) {
    const Id on_b = border(b, tip), on_a = border(tip, a);
    const Material base = material_[a];
    if (on_b == tip) {  // the other diagonal would lie in an edge
      keep(a, b, on_a, base);
      keep(b, on_b, on_a, base);
    } else {
      keep(a, b, on_b, base);
      keep(a, on_b, on_a, base);
    }
    keep(on_a, on_b, tip, material_[tip]);
  }

  /// Three garments meet: each keeps its corner.
  void cut_in_three(const std::array<Id, 3>& t) {
    const Id on[3] = {border(t[0], t[1]), border(t[1], t[2]), border(t[2], t[0])};
    const auto middle = static_cast<Id>(net_.points_m.size());
    net_.points_m.push_back((net_.points_m[t[0]] + net_.points_m[t[1]] + net_.points_m[t[2]]) / 3.0F);
    for (std::size_t i = 0; i < 3; ++i) {
      keep(t[i], on[i], middle, material_[t[i]]);
      keep(t[i], middle, on[(i + 2) % 3], material_[t[i]]);
    }
  }

  Net& net_;
  const FigureSize& size_;
  const Implicit& shape_;
  std::vector<Material> material_;  ///< of the points that were there before
  std::map<std::pair<Id, Id>, Id> border_;
  std::vector<ClothTriangle> triangles_;
};

}  // namespace

std::vector<ClothTriangle> cut_at_borders(Net& net, const FigureSize& size, const Implicit& shape) {
  Cutter cutter(net, size, shape);
  const std::vector<std::array<Id, 4>> quads = net.quads;
  for (const auto& q : quads) {
    const auto apart = [&](std::size_t i, std::size_t j) {
      return glm::distance(net.points_m[q[i]], net.points_m[q[j]]);
    };
    if (apart(0, 2) < apart(1, 3)) {
      cutter.add({q[0], q[1], q[2]});
      cutter.add({q[0], q[2], q[3]});
    } else {
      cutter.add({q[1], q[2], q[3]});
      cutter.add({q[1], q[3], q[0]});
    }
  }
  return cutter.take();
}

}  // namespace stridelab::view
