#include "render/scene/clothing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "render/scene/runner_mesh.h"

namespace stridelab::view {
namespace {

struct EdgeOfGarment {
  int ends = 0, on_line = 0;
};

/// Of all mesh edges from one material to another: how many ends of the first lie on a height, within 2 mm.
EdgeOfGarment edge(const Mesh& mesh, Material inside, Material outside, float height_m) {
  EdgeOfGarment count;
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
    for (std::size_t i = 0; i < 3; ++i) {
      const Vertex &a = mesh.vertices[mesh.indices[t + i]], &b = mesh.vertices[mesh.indices[t + (i + 1) % 3]];
      if (a.material != inside || b.material != outside) continue;
      ++count.ends;
      if (std::abs(a.position.y - height_m) < 0.002F) ++count.on_line;
    }
  return count;
}

/// Without the sliding most ends lie elsewhere: cells are 12 mm high. The sole is looked at
/// because nothing bends it on the way to the rest pose.
TEST(Clothing, EndsInLinesInsteadOfTeeth) {
  for (const Sex sex : {Sex::male, Sex::female}) {
    Body body;
    body.sex = sex;
    const Mesh mesh = runner_mesh(body);
    const FigureSize size = figure_size(build_skeleton(body));
    const auto sole = edge(mesh, Material::sole, Material::shoe, size.sole_y + clothes(size).sole_top);
    EXPECT_GT(sole.ends, 50);
    EXPECT_GT(sole.on_line, 0.8 * sole.ends);
  }
}

TEST(Clothing, WhatIsWornIsWhereItBelongs) {
  const Mesh mesh = runner_mesh({});
  const FigureSize size = figure_size(build_skeleton({}));
  for (const Vertex& v : mesh.vertices) {
    const float y = v.position.y;
    if (v.material == Material::hair) {
      EXPECT_GT(y, size.vertex_y - 0.2F * size.scale);
    }
    if (v.material == Material::shirt) {
      EXPECT_GT(y, 0.0F);
    }
    if (v.material == Material::shorts) {
      EXPECT_LT(std::abs(y), 0.25F);
    }
    if (v.material == Material::shoe || v.material == Material::sole) {
      EXPECT_LT(y, size.ankle.y + 0.02F);
    }
  }
}

}  // namespace
}  // namespace stridelab::view
