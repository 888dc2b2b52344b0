#include "render/scene/surface_net.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stridelab::view {
namespace {

/// Values on a regular grid; for a mirrored body its nodes lie symmetrically about the plane z = 0.
struct Grid {
  glm::vec3 origin;
  float cell;
  glm::ivec3 nodes;
  bool mirrored;
  std::vector<float> values;

  [[nodiscard]] std::size_t at(int x, int y, int z) const {
    return (static_cast<std::size_t>(z) * static_cast<std::size_t>(nodes.y) + static_cast<std::size_t>(y)) *
               static_cast<std::size_t>(nodes.x) +
           static_cast<std::size_t>(x);
  }
  [[nodiscard]] std::size_t at(const glm::ivec3& n) const { return at(n.x, n.y, n.z); }
  [[nodiscard]] glm::vec3 place(const glm::ivec3& n) const { return origin + cell * glm::vec3(n); }
};

/// An empty grid around the body, with room for the surface to be evened out.
Grid grid_around(const Field& body, float cell) {
  const glm::vec3 low = body.low_m - 2.0F * cell, high = body.high_m + 2.0F * cell;
  Grid grid{low, cell, glm::ivec3((high - low) / cell) + 1, body.mirrored, {}};
  if (body.mirrored) {
    const int half = static_cast<int>(std::ceil(high.z / cell));
    grid.origin.z = -(static_cast<float>(half) - 0.5F) * cell;
    grid.nodes.z = 2 * half;
  }
  grid.values.resize(grid.at({0, 0, grid.nodes.z}));
  return grid;
}

Grid sample(const Field& body, float cell) {
  Grid grid = grid_around(body, cell);
  for (int z = body.mirrored ? grid.nodes.z / 2 : 0; z < grid.nodes.z; ++z)
    for (int y = 0; y < grid.nodes.y; ++y)
      for (int x = 0; x < grid.nodes.x; ++x) {
        const float value = body.value(grid.place({x, y, z}));
        grid.values[grid.at(x, y, z)] = value;
        if (body.mirrored) grid.values[grid.at(x, y, grid.nodes.z - 1 - z)] = value;
      }
  return grid;
}

constexpr glm::ivec3 axis[3] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

template <class Visit>
void for_each_node(const glm::ivec3& count, Visit&& visit) {
  for (int z = 0; z < count.z; ++z)
    for (int y = 0; y < count.y; ++y)
      for (int x = 0; x < count.x; ++x) visit(glm::ivec3(x, y, z));
}

/// Makes a node, and its mirror image if there is one, part of the body.
void fill(Grid& grid, const glm::ivec3& n) {
  for (int z : {n.z, grid.mirrored ? grid.nodes.z - 1 - n.z : n.z}) {
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

constexpr auto no_point = std::numeric_limits<std::uint32_t>::max();

/// One point per cell that the surface passes; its number, or no_point, by cell.
std::vector<std::uint32_t> add_points(Net& net, const Grid& grid) {
  std::vector<std::uint32_t> point_of(grid.values.size(), no_point);
  for_each_node(grid.nodes - 1, [&](const glm::ivec3& cell) {
    glm::vec3 point;
    if (!crossing(grid, cell, point)) return;
    point_of[grid.at(cell)] = static_cast<std::uint32_t>(net.points_m.size());
    net.points_m.push_back(point);
  });
  return point_of;
}

void pair_sides(Net& net, const Grid& grid, const std::vector<std::uint32_t>& point_of) {
  net.mirror.resize(net.points_m.size());
  for_each_node(grid.nodes - 1, [&](const glm::ivec3& cell) {
    const std::uint32_t here = point_of[grid.at(cell)];
    if (here == no_point) return;
    net.mirror[here] = point_of[grid.at(cell.x, cell.y, grid.nodes.z - 2 - cell.z)];
  });
}

/// One quad per edge of the grid that the surface crosses.
void add_quads(Net& net, const Grid& grid, const std::vector<std::uint32_t>& point_of) {
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
}

Net extract(const Grid& grid) {
  Net net;
  const auto point_of = add_points(net, grid);
  if (grid.mirrored) pair_sides(net, grid, point_of);
  add_quads(net, grid, point_of);
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

glm::vec3 gradient(const Field& body, const glm::vec3& p) {
  constexpr float e = 5e-4F;
  glm::vec3 slope;
  for (int k = 0; k < 3; ++k) {
    const glm::vec3 step = e * glm::vec3(axis[k]);
    slope[k] = (body.value(p + step) - body.value(p - step)) / (2.0F * e);
  }
  return slope;
}

/// One step of Newton's method, no longer than half a cell: thin places keep their sides apart. Of a mirrored body only
/// the right half moves.
void pull(Net& net, const Field& body, float cell) {
  for (std::uint32_t i = 0; i < net.points_m.size(); ++i) {
    if (!net.mirror.empty() && net.mirror[i] > i) continue;  // the left half follows
    glm::vec3& p = net.points_m[i];
    const glm::vec3 slope = gradient(body, p);
    glm::vec3 step = -body.value(p) * slope / std::max(glm::dot(slope, slope), 0.05F);
    const float length = glm::length(step);
    if (length > 0.5F * cell) step *= 0.5F * cell / length;
    p += step;
  }
}

}  // namespace

void symmetrise(Net& net) {
  for (std::uint32_t i = 0; i < net.mirror.size(); ++i) {
    const std::uint32_t other = net.mirror[i];  // the right side has the larger numbers: they grow with z
    glm::vec3& p = net.points_m[i];
    if (other == i) p.z = 0.0F;
    if (other > i) p = net.points_m[other] * glm::vec3(1.0F, 1.0F, -1.0F);
  }
}

Net surface_net(const Field& body, float cell_m) {
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

Net surface_net(const Implicit& body, float cell_m) {
  const auto value = [&body](const glm::vec3& p) { return body.value(p); };
  return surface_net(Field{body.low(), body.high(), value, true}, cell_m);
}

}  // namespace stridelab::view
