#include "render/scene/knee_close_up.h"

#include <gtest/gtest.h>

#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <map>

#include "loads/joint_moments.h"

namespace stridelab::view {
namespace {

const KneeCloseUp& knee() {
  static const KneeCloseUp made = knee_close_up(Body{});
  return made;
}

StrideSample bent(double deg, Side side) {
  StrideSample sample{};
  sample.q_rad.setZero();
  sample.q_rad[leg_coordinate(knee_angle_r, side)] = deg * rad_per_deg;
  return sample;
}

LegValues pressed(double lateral_mpa, double medial_mpa) {
  LegValues values;
  values[quantity("contact_band")] = 0.45;
  values[quantity("pfj_contact_area_mm2")] = 340.0;
  values[quantity("pfj_force_n")] = 3100.0;
  values[quantity("pfj_lateral_stress_mpa")] = lateral_mpa;
  values[quantity("pfj_medial_stress_mpa")] = medial_mpa;
  return values;
}

bool says(const DrawList& list, const std::string& text) {
  for (const Label& label : list.labels)
    if (label.text.find(text) != std::string::npos) return true;
  return false;
}

TEST(KneeCloseUp, ColoursEachFacetByItsPressure) {
  const DrawList list = close_up_picture(knee(), bent(45.0, Side::right), pressed(9.0, 5.0), Side::right, 1.2F);
  const LoadScale scale = contact_stress_scale();
  std::size_t lateral = 0, medial = 0;
  for (const Patch& patch : list.patches) {
    lateral += patch.colour == scale.colour(9.0) ? 1 : 0;
    medial += patch.colour == scale.colour(5.0) ? 1 : 0;
  }
  EXPECT_GT(lateral, 0U);
  EXPECT_GT(medial, 0U);
  EXPECT_EQ(lateral + medial, list.patches.size());
}

TEST(KneeCloseUp, NamesAPressureThatTheScaleDoesNotCover) {
  const double high = contact_stress_scale().high;
  EXPECT_FALSE(beyond_contact_scale_mpa(pressed(high, 0.0)));
  EXPECT_DOUBLE_EQ(beyond_contact_scale_mpa(pressed(high + 1.5, 3.0)).value_or(0.0), high + 1.5);
  EXPECT_DOUBLE_EQ(beyond_contact_scale_mpa(pressed(3.0, high + 2.0)).value_or(0.0), high + 2.0);
}

TEST(KneeCloseUp, ColoursNothingThatIsNotPressed) {
  LegValues idle = pressed(0.0, 0.0);
  idle[quantity("pfj_force_n")] = 0.0;
  const DrawList list = close_up_picture(knee(), bent(60.0, Side::right), idle, Side::right, 1.2F);
  EXPECT_TRUE(list.patches.empty());
  for (const Stroke& stroke : list.strokes) EXPECT_FALSE(stroke.arrow);
  EXPECT_FALSE(says(list, "BW"));
  // A facet alone may be lifted off.
  const DrawList half = close_up_picture(knee(), bent(60.0, Side::right), pressed(8.0, 0.0), Side::right, 1.2F);
  for (const Patch& patch : half.patches) EXPECT_EQ(patch.colour, contact_stress_scale().colour(8.0));
}

TEST(KneeCloseUp, SaysForceAndFlexion) {
  const DrawList list = close_up_picture(knee(), bent(45.0, Side::left), pressed(9.0, 5.0), Side::left, 1.2F);
  EXPECT_TRUE(says(list, "4.5 BW"));
  EXPECT_TRUE(says(list, "45\u00b0"));
  EXPECT_FALSE(list.ground.shown);
}

TEST(KneeCloseUp, LeftIsTheMirrorImageOfRight) {
  const DrawList right = close_up_picture(knee(), bent(50.0, Side::right), pressed(9.0, 5.0), Side::right, 1.2F);
  const DrawList left = close_up_picture(knee(), bent(50.0, Side::left), pressed(9.0, 5.0), Side::left, 1.2F);
  const glm::vec3 mirror(1.0F, 1.0F, -1.0F);
  EXPECT_EQ(left.camera.eye_m, mirror * right.camera.eye_m);
  ASSERT_EQ(left.patches.size(), right.patches.size());
  for (std::size_t i = 0; i < left.patches.size(); ++i)
    EXPECT_LT(glm::distance(left.patches[i].outline_m[0], mirror * right.patches[i].outline_m[0]), 1e-5F);
  ASSERT_EQ(left.solids.size(), right.solids.size());
  for (std::size_t i = 0; i < left.solids.size(); ++i) {
    const auto at = [](const Solid& solid) {
      return glm::vec3(solid.world * glm::vec4(solid.mesh->vertices[100].position, 1.0F));
    };
    EXPECT_LT(glm::distance(at(left.solids[i]), mirror * at(right.solids[i])), 1e-5F);
    EXPECT_GT(glm::determinant(left.solids[i].world), 0.0F) << "a turned winding would show the inside";
  }
}

/// Everything that carries the message is in the picture, whatever its shape; arrow and bones may run out of it.
TEST(KneeCloseUp, FitsThePicture) {
  for (const float aspect : {0.8F, 1.2F, 1.8F})
    for (const double deg : {0.0, 45.0, 90.0}) {
      const DrawList list = close_up_picture(knee(), bent(deg, Side::right), pressed(9.0, 5.0), Side::right, aspect);
      const Camera& c = list.camera;
      const glm::mat4 clip =
          glm::perspective(c.field_of_view_rad, aspect, 0.05F, 50.0F) * glm::lookAt(c.eye_m, c.target_m, c.up);
      const auto inside = [&](const glm::vec3& p) {
        const glm::vec4 q = clip * glm::vec4(p, 1.0F);
        return std::abs(q.x) < q.w && std::abs(q.y) < q.w;
      };
      for (const Patch& patch : list.patches)
        for (const glm::vec3& p : patch.outline_m) EXPECT_TRUE(inside(p));
      for (const Label& label : list.labels) EXPECT_TRUE(inside(label.at_m)) << label.text;
    }
}

/// Closed, and outside out: every edge is run through once in each direction, and the volume is positive.
TEST(KneeCloseUp, BonesAreClosed) {
  for (const KneeCloseUp::Leg& leg : knee().leg)
    for (const auto& mesh : {leg.femur, leg.femur_cartilage, leg.tibia, leg.tibia_cartilage, leg.fibula, leg.patella,
                             leg.patella_cartilage}) {
      std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
      double volume = 0.0;
      for (std::size_t t = 0; t < mesh->indices.size(); t += 3) {
        const std::uint32_t i[3] = {mesh->indices[t], mesh->indices[t + 1], mesh->indices[t + 2]};
        for (int k = 0; k < 3; ++k) ++edges[{i[k], i[(k + 1) % 3]}];
        volume += double(glm::dot(mesh->vertices[i[0]].position,
                                  glm::cross(mesh->vertices[i[1]].position, mesh->vertices[i[2]].position)));
      }
      for (const auto& [edge, count] : edges) ASSERT_EQ(count, 1);
      for (const auto& [edge, count] : edges) ASSERT_EQ(edges.count({edge.second, edge.first}), 1U);
      EXPECT_GT(volume, 0.0);
    }
}

}  // namespace
}  // namespace stridelab::view
