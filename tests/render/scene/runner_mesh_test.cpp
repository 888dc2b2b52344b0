#include "render/scene/runner_mesh.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "gait/synthesise.h"
#include "render/scene/skinning.h"

namespace stridelab::view {
namespace {

std::vector<Body> people() {
  std::vector<Body> bodies(9);
  bodies[1].mass_kg = 55.0, bodies[1].height_m = 1.62, bodies[1].sex = Sex::female;
  bodies[2].mass_kg = 95.0, bodies[2].height_m = 1.80;
  bodies[3].mass_kg = 75.0, bodies[3].height_m = 1.98;
  bodies[4].mass_kg = 45.0, bodies[4].height_m = 1.50, bodies[4].sex = Sex::female;
  bodies[5].mass_kg = 85.0, bodies[5].height_m = 1.70, bodies[5].sex = Sex::female;
  bodies[6].knee_alignment_rad = 0.14;
  bodies[7].mass_kg = 140.0, bodies[7].height_m = 1.50;  // the corners of what is allowed
  bodies[8].mass_kg = 45.0, bodies[8].height_m = 2.05, bodies[8].sex = Sex::female;
  return bodies;
}

const std::vector<std::pair<Body, Mesh>>& figures() {
  static const auto made = [] {
    std::vector<std::pair<Body, Mesh>> list;
    for (const Body& body : people()) list.emplace_back(body, runner_mesh(body));
    return list;
  }();
  return made;
}

Pose rest() {
  Pose pose;
  pose.bone.fill(glm::mat4(1.0F));
  return pose;
}

StrideSample standing() {
  StrideSample sample{};
  sample.q_rad.setZero();
  sample.pelvis_m.setZero();
  return sample;
}

/// Six times the volume under each triangle, summed: positive if triangles look outward.
double litres(const Mesh& mesh, const Pose& pose) {
  double sum = 0.0;
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    const auto at = [&](std::size_t i) { return skinned(mesh.vertices[mesh.indices[t + i]], pose); };
    sum += static_cast<double>(glm::dot(at(0), glm::cross(at(1), at(2))));
  }
  return 1000.0 * sum / 6.0;
}

TEST(RunnerMesh, EveryEdgeHasOneTriangleOnEachSide) {
  for (const auto& [body, mesh] : figures()) {
    EXPECT_GT(mesh.indices.size() / 3, 15000U);
    EXPECT_LT(mesh.indices.size() / 3, 40000U);
    const std::vector<std::uint32_t> place = welded(mesh);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
      for (std::size_t i = 0; i < 3; ++i) ++edges[{place[mesh.indices[t + i]], place[mesh.indices[t + (i + 1) % 3]]}];
    int wrong = 0;
    for (const auto& [edge, count] : edges) {
      const auto other = edges.find({edge.second, edge.first});
      if (count != 1 || other == edges.end() || other->second != 1) ++wrong;
    }
    EXPECT_EQ(wrong, 0) << body.height_m << " m";
  }
}

TEST(RunnerMesh, IsOnePiece) {
  for (const auto& [body, mesh] : figures()) {
    std::vector<std::uint32_t> root = welded(mesh);
    const auto find = [&](std::uint32_t i) {
      while (root[i] != i) i = root[i] = root[root[i]];
      return i;
    };
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
      for (std::size_t i = 1; i < 3; ++i) root[find(mesh.indices[t + i])] = find(mesh.indices[t]);
    std::set<std::uint32_t> pieces;
    for (std::uint32_t i = 0; i < root.size(); ++i) pieces.insert(find(i));
    EXPECT_EQ(pieces.size(), 1U);
  }
}

TEST(RunnerMesh, NormalsAreUnitAndLookOutward) {
  for (const auto& [body, mesh] : figures()) {
    EXPECT_GT(litres(mesh, rest()), 0.0);
    int inward = 0;
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
      const Vertex &a = mesh.vertices[mesh.indices[t]], &b = mesh.vertices[mesh.indices[t + 1]],
                   &c = mesh.vertices[mesh.indices[t + 2]];
      const glm::vec3 face = glm::cross(b.position - a.position, c.position - a.position);
      if (glm::dot(face, a.normal + b.normal + c.normal) < 0.0F) ++inward;
    }
    // Bringing the spread limbs together folds a few triangles at armpit and crotch.
    EXPECT_LT(inward, static_cast<int>(mesh.indices.size() / 3 / 200));
    for (const Vertex& v : mesh.vertices) EXPECT_NEAR(glm::length(v.normal), 1.0F, 1e-4F);
  }
}

TEST(RunnerMesh, WeightsAreSharesOfBones) {
  for (const auto& [body, mesh] : figures())
    for (const Vertex& v : mesh.vertices) {
      float sum = 0.0F;
      for (int i = 0; i < 4; ++i) {
        EXPECT_GE(v.weight[i], 0.0F);
        EXPECT_LT(v.bone[static_cast<std::size_t>(i)], n_bones);
        sum += v.weight[i];
      }
      EXPECT_NEAR(sum, 1.0F, 1e-5F);
    }
}

TEST(RunnerMesh, WeightsChangeGraduallyOverTheSkin) {
  for (const auto& [body, mesh] : figures()) {
    float largest = 0.0F;
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
      for (std::size_t i = 0; i < 3; ++i) {
        std::array<float, n_bones> w{};
        const Vertex &a = mesh.vertices[mesh.indices[t + i]], &b = mesh.vertices[mesh.indices[t + (i + 1) % 3]];
        for (int k = 0; k < 4; ++k) {
          w[a.bone[static_cast<std::size_t>(k)]] += a.weight[k];
          w[b.bone[static_cast<std::size_t>(k)]] -= b.weight[k];
        }
        // Torso and head, upper arm and forearm move alike in the tree: no seam between them.
        w[1] += w[2], w[7] += w[8], w[13] += w[14];
        w[2] = w[8] = w[14] = 0.0F;
        for (float x : w) largest = std::max(largest, std::abs(x));
      }
    EXPECT_LT(largest, 0.55F);
  }
}

TEST(RunnerMesh, LeftMirrorsRight) {
  for (const auto& [body, mesh] : figures()) {
    const auto key = [](const glm::vec3& p) {
      return std::array{std::lround(p.x * 1e4F), std::lround(p.y * 1e4F), std::lround(p.z * 1e4F)};
    };
    std::set<std::array<long, 3>> places;
    for (const Vertex& v : mesh.vertices) places.insert(key(v.position));
    int missing = 0;
    for (const Vertex& v : mesh.vertices) {
      bool found = false;  // the neighbours: a coordinate may round to either side
      const auto at = key({v.position.x, v.position.y, -v.position.z});
      for (long dx = -1; dx <= 1; ++dx)
        for (long dy = -1; dy <= 1; ++dy)
          for (long dz = -1; dz <= 1; ++dz) found = found || places.contains({at[0] + dx, at[1] + dy, at[2] + dz});
      if (!found) ++missing;
    }
    EXPECT_EQ(missing, 0) << "of " << mesh.vertices.size();
  }
}

/// People float: their density is that of water within a few percent, shoes are lighter.
TEST(RunnerMesh, WeighsAboutWhatThePersonDoes) {
  for (const auto& [body, mesh] : figures()) {
    const double volume = litres(mesh, rest());
    RecordProperty(std::to_string(body.mass_kg), std::to_string(volume));
    const double bmi = body.mass_kg / (body.height_m * body.height_m);
    const double share =
        bmi > 16.0 && bmi < 40.0 ? 0.1 : 0.35;  // beyond, nobody runs: the figure need only hold together
    EXPECT_NEAR(volume, body.mass_kg, share * body.mass_kg) << body.mass_kg << " kg, " << body.height_m << " m";
    if (std::getenv("STRIDELAB_VERBOSE") != nullptr)
      printf("%5.1f kg %4.2f m: %.1f l, %zu triangles\n", body.mass_kg, body.height_m, volume, mesh.indices.size() / 3);
  }
}

/// Height of the person plus the sole of the shoes; the segment tables add up to the height within 2 %.
TEST(RunnerMesh, IsAsTallAsThePerson) {
  for (const auto& [body, mesh] : figures()) {
    float low = 0.0F, high = 0.0F;
    for (const Vertex& v : mesh.vertices) low = std::min(low, v.position.y), high = std::max(high, v.position.y);
    EXPECT_NEAR(static_cast<double>(high - low), body.height_m + 0.025, 0.025 * body.height_m);
    const Skeleton skeleton = build_skeleton(body);
    if (body.knee_alignment_rad == 0.0) {
      EXPECT_NEAR(low, -static_cast<float>(skeleton.leg_length_m), 0.004F);
    }
  }
}

/// Share of the posed area whose triangles look the other way than the skin they carry, and share of volume kept.
double inside_out(const Mesh& mesh, const Pose& pose) {
  double wrong = 0.0, all = 0.0;
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    const Vertex* v[3];
    for (std::size_t i = 0; i < 3; ++i) v[i] = &mesh.vertices[mesh.indices[t + i]];
    const glm::vec3 a = skinned(*v[0], pose);
    const glm::vec3 face = glm::cross(skinned(*v[1], pose) - a, skinned(*v[2], pose) - a);
    glm::vec3 normal(0.0F);
    for (const Vertex* corner : v) normal += skinned_normal(*corner, pose);
    const double area = static_cast<double>(glm::length(face));
    all += area;
    if (glm::dot(face, normal) < 0.0F) wrong += area;
  }
  return wrong / all;
}

TEST(RunnerMesh, AKneeBentFarStaysAKnee) {
  for (const auto& [body, mesh] : figures()) {
    StrideSample sample = standing();
    sample.q_rad(knee_angle_r) = sample.q_rad(knee_angle_l) = 110.0 * rad_per_deg;
    const Pose pose = pose_of(build_skeleton(body), sample);
    EXPECT_LT(inside_out(mesh, pose), 0.004);
    EXPECT_NEAR(litres(mesh, pose), litres(mesh, rest()), 0.03 * body.mass_kg);
    sample.q_rad(hip_flexion_r) = 60.0 * rad_per_deg;
    sample.q_rad(hip_flexion_l) = -25.0 * rad_per_deg;
    const Pose stride = pose_of(build_skeleton(body), sample);
    EXPECT_LT(inside_out(mesh, stride), 0.01);
    EXPECT_NEAR(litres(mesh, stride), litres(mesh, rest()), 0.05 * body.mass_kg);
    if (std::getenv("STRIDELAB_VERBOSE") != nullptr)
      printf("inside out: %.4f %.4f\n", inside_out(mesh, pose), inside_out(mesh, stride));
  }
}

TEST(RunnerMesh, EachLegIsCarriedByItsOwnBones) {
  const Mesh& mesh = figures().front().second;
  const Skeleton skeleton = build_skeleton({});
  StrideSample left = standing(), right = standing();
  left.q_rad(knee_angle_l) = left.q_rad(hip_flexion_l) = left.q_rad(arm_flex_l) = 0.8;
  right.q_rad(knee_angle_r) = right.q_rad(hip_flexion_r) = right.q_rad(arm_flex_r) = 0.8;
  const Pose bent_left = pose_of(skeleton, left), bent_right = pose_of(skeleton, right);
  float farthest[2] = {0.0F, 0.0F};
  for (const Vertex& v : mesh.vertices) {
    if (std::abs(v.position.z) < 0.01F) continue;  // standing thighs touch and may cross the midline a little
    const bool is_left = v.position.z < 0.0F;
    const float own = glm::distance(skinned(v, is_left ? bent_left : bent_right), v.position);
    const float other = glm::distance(skinned(v, is_left ? bent_right : bent_left), v.position);
    farthest[is_left ? 1 : 0] = std::max(farthest[is_left ? 1 : 0], own);
    EXPECT_LT(other, 1e-5F);
  }
  EXPECT_GT(farthest[0], 0.3F);
  EXPECT_NEAR(farthest[0], farthest[1], 1e-4F);
}

/// Every kind of surface is there, in a share of the vertices that it has on a dressed runner.
TEST(RunnerMesh, IsDressed) {
  for (const auto& [body, mesh] : figures()) {
    std::map<Material, double> share;
    for (const Vertex& v : mesh.vertices) share[v.material] += 1.0 / static_cast<double>(mesh.vertices.size());
    EXPECT_GT(share[Material::skin], 0.25);
    EXPECT_GT(share[Material::shirt], 0.15);
    EXPECT_GT(share[Material::shorts], 0.10);
    EXPECT_GT(share[Material::shoe], 0.02);
    EXPECT_GT(share[Material::sole], 0.02);
    EXPECT_GT(share[Material::hair], 0.01);
  }
}

/// With STRIDELAB_PLY_FOLDER set: files to look at, standing and at three instants of the stride.
TEST(RunnerMesh, CanBeLookedAt) {
  const char* folder = std::getenv("STRIDELAB_PLY_FOLDER");
  if (folder == nullptr) GTEST_SKIP() << "set STRIDELAB_PLY_FOLDER";
  int i = 0;
  for (const auto& [body, mesh] : figures())
    write_ply(std::string(folder) + "/stand" + std::to_string(i++) + ".ply", mesh, rest());
  const Stride stride = *synthesise(Body{}, Form{});
  for (int k = 0; k < 4; ++k)
    write_ply(std::string(folder) + "/run" + std::to_string(k) + ".ply", figures().front().second,
              pose_of(build_skeleton({}), stride.at(0.14 * k)));
}

}  // namespace
}  // namespace stridelab::view
