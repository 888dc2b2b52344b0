#include "render/scene/surface_net.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stridelab::view {
namespace {

/// Values on a regular grid whose nodes lie symmetrically about the plane z = 0.
struct Grid {
  glm::vec3 origin;
  float cell;
  glm::ivec3 nodes;
  std::vector<float> values;

  [[nodiscard]] std::size_t at(int x, int y, int z) const {
    return (static_cast<std::size_t>(z) * static_cast<std::size_t>(nodes.y) + static_cast<std::size_t>(y)) *
               static_cast<std::size_t>(nodes.x) +
           static_cast<std::size_t>(x);
  }
  [[nodiscard]] std::size_t at(const glm::ivec3& n) const { return at(n.x, n.y, n.z); }
  [[nodiscard]] glm::vec3 place(const glm::ivec3& n) const { return origin + cell * glm::vec3(n); }
};

Grid sample(const Implicit& body, float cell) {
  const glm::vec3 low = body.low() - 2.0F * cell, high = body.high() + 2.0F * cell;
  const int half = static_cast<int>(std::ceil(high.z / cell));
  Grid grid;
  grid.cell = cell;
  grid.origin = {low.x, low.y, -(static_cast<float>(half) - 0.5F) * cell};
  grid.nodes = {int((high.x - low.x) / cell) + 1, int((high.y - low.y) / cell) + 1, 2 * half};
  grid.values.resize(grid.at({0, 0, grid.nodes.z}));
  for (int z = half; z < grid.nodes.z; ++z)
    for (int y = 0; y < grid.nodes.y; ++y)
      for (int x = 0; x < grid.nodes.x; ++x)
        grid.values[grid.at(x, y, z)] = grid.values[grid.at(x, y, 2 * half - 1 - z)] =
            body.value(grid.place({x, y, z}));
  return grid;
}

constexpr glm::ivec3 axis[3] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

template <class Visit>
void for_each_node(const glm::ivec3& count, Visit&& visit) {
  for (int z = 0; z < count.z; ++z)
    for (int y = 0; y < count.y; ++y)
      for (int x = 0; x < count.x; ++x) visit(glm::ivec3(x, y, z));
}

/// Makes a node and its mirror image part of the body.
void fill(Grid& grid, const glm::ivec3& n) {
  for (int z : {n.z, grid.nodes.z - 1 - n.z}) {
    float& value = grid.values[grid.at(n.x, n.y, z)];
    value = std::min(value, -1e-5F);
  }
}

/// A grid face whose corners are inside, outside, inside, outside would join four quads at one edge. Its outer corners are
/// filled until there is none: what is added is smaller than a cell.
void separate_sheets(Grid& grid) {
  bool changed = true;
  while (changed) {
    changed = false;
    for_each_node(grid.nodes - 1, [&](const glm::ivec3& n) {
      for (int k = 0; k < 3; ++k) {
        const glm::ivec3 u = axis[(k + 1) % 3], v = axis[(k + 2) % 3];
        const auto in = [&](const glm::ivec3& corner) { return grid.values[grid.at(corner)] < 0.0F; };
        const bool in0 = in(n), in1 = in(n + u);
        if (in0 == in1 || in0 != in(n + u + v) || in1 != in(n + v)) continue;
        for (const glm::ivec3& corner : {n, n + u, n + u + v, n + v}) fill(grid, corner);
        changed = true;
      }
    });
  }
}

/// Mean of the crossings on the twelve edges of a cell; nothing if the surface does not pass.
bool crossing(const Grid& grid, const glm::ivec3& cell, glm::vec3& point) {
  glm::vec3 sum(0.0F);
  int count = 0;
  for (int k = 0; k < 3; ++k) {
    const glm::ivec3 u = axis[(k + 1) % 3], v = axis[(k + 2) % 3];
    for (const glm::ivec3& from : {cell, cell + u, cell + v, cell + u + v}) {
      const float a = grid.values[grid.at(from)], b = grid.values[grid.at(from + axis[k])];
      if ((a < 0.0F) == (b < 0.0F)) continue;
      sum += grid.place(from) + grid.cell * a / (a - b) * glm::vec3(axis[k]);
      ++count;
    }
  }
  if (count > 0) point = sum / static_cast<float>(count);
  return count > 0;
}

Net extract(const Grid& grid) {
  Net net;
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> point_of(grid.values.size(), none);
  for_each_node(grid.nodes - 1, [&](const glm::ivec3& cell) {
    glm::vec3 point;
    if (!crossing(grid, cell, point)) return;
    point_of[grid.at(cell)] = static_cast<std::uint32_t>(net.points_m.size());
    net.points_m.push_back(point);
  });
  net.mirror.resize(net.points_m.size());
  for_each_node(grid.nodes - 1, [&](const glm::ivec3& cell) {
    const std::uint32_t here = point_of[grid.at(cell)];
    if (here == none) return;
    net.mirror[here] = point_of[grid.at(cell.x, cell.y, grid.nodes.z - 2 - cell.z)];
  });
  for_each_node(grid.nodes - 1, [&](const glm::ivec3& n) {
    for (int k = 0; k < 3; ++k) {
      const bool in = grid.values[grid.at(n)] < 0.0F;
      if (in == (grid.values[grid.at(n + axis[k])] < 0.0F)) continue;
      const glm::ivec3 u = axis[(k + 1) % 3], v = axis[(k + 2) % 3];
      std::array<std::uint32_t, 4> quad = {point_of[grid.at(n - u - v)], point_of[grid.at(n - v)], point_of[grid.at(n)],
                                           point_of[grid.at(n - u)]};
      if (!in) std::reverse(quad.begin(), quad.end());
      net.quads.push_back(quad);
    }
  });
  return net;
}

/// Every point to the middle of its neighbours, so that quads become even.
void even_out(Net& net) {
  std::vector<glm::vec3> sum(net.points_m.size(), glm::vec3(0.0F));
  std::vector<float> count(net.points_m.size(), 0.0F);
  for (const auto& quad : net.quads)
    for (std::size_t i = 0; i < 4; ++i) {
      sum[quad[i]] += net.points_m[quad[(i + 1) % 4]];
      count[quad[i]] += 1.0F;
    }
  for (std::size_t i = 0; i < sum.size(); ++i) net.points_m[i] = 0.4F * net.points_m[i] + 0.6F * sum[i] / count[i];
}

/// One step of Newton's method for the right half, no longer than half a cell: thin places keep their sides apart.
void pull(Net& net, const Implicit& body, float cell) {
  for (std::uint32_t i = 0; i < net.points_m.size(); ++i) {
    if (net.mirror[i] > i) continue;  // the left half follows
    glm::vec3& p = net.points_m[i];
    const glm::vec3 slope = body.gradient(p);
    glm::vec3 step = -body.value(p) * slope / std::max(glm::dot(slope, slope), 0.05F);
    const float length = glm::length(step);
    if (length > 0.5F * cell) step *= 0.5F * cell / length;
    p += step;
  }
}

}  // namespace

void symmetrise(Net& net) {
  for (std::uint32_t i = 0; i < net.points_m.size(); ++i) {
    const std::uint32_t other = net.mirror[i];  // the right side has the larger numbers: they grow with z
    glm::vec3& p = net.points_m[i];
    if (other == i) p.z = 0.0F;
    if (other > i) p = net.points_m[other] * glm::vec3(1.0F, 1.0F, -1.0F);
  }
}

Net surface_net(const Implicit& body, float cell_m) {
  Grid grid = sample(body, cell_m);
  separate_sheets(grid);
  Net net = extract(grid);
  for (int round = 0; round < 2; ++round) {
    even_out(net);
    pull(net, body, cell_m);
    symmetrise(net);
  }
  return net;
}

}  // namespace stridelab::view
