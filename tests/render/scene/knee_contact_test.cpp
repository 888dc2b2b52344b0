#include "render/scene/knee_contact.h"

#include <gtest/gtest.h>

#include <cmath>

#include "render/scene/knee_bones.h"

namespace stridelab::view {
namespace {

/// Of plane convex outlines, by the cross products of their corners.
double area_of(const Strips& strips) {
  double area = 0.0;
  for (const auto& strip : strips) {
    glm::vec3 sum(0.0F);
    for (std::size_t i = 1; i + 1 < strip.size(); ++i) sum += glm::cross(strip[i] - strip[0], strip[i + 1] - strip[0]);
    area += 0.5 * double(glm::length(sum));
  }
  return area;
}

class Band : public testing::TestWithParam<double> {};

TEST_P(Band, HasTheAreaAskedForOnTheKneecapAndInTheGroove) {
  for (const double area_mm2 : {150.0, 250.0, 350.0}) {
    const ContactBand band = contact_band_of(GetParam(), area_mm2 * 1e-6);
    const PatellaPose pose = patella_pose(0.8, GetParam(), double(knee_shape::reference_thigh_m));
    const double facets = area_of(on_patella(band, Facet::lateral)) + area_of(on_patella(band, Facet::medial));
    EXPECT_NEAR(facets * 1e6, area_mm2, 0.02 * area_mm2);  // trapezoids between 13 rows
    const double groove =
        area_of(on_groove(band, Facet::lateral, pose)) + area_of(on_groove(band, Facet::medial, pose));
    // The sides of the groove are further from its axis than the bottom that the band rolls on, so it fans out there.
    EXPECT_NEAR(groove * 1e6, area_mm2, 0.20 * area_mm2);
  }
}

TEST_P(Band, IsWiderOnTheOuterFacet) {
  const ContactBand band = contact_band_of(GetParam(), 300e-6);
  EXPECT_GT(area_of(on_patella(band, Facet::lateral)), area_of(on_patella(band, Facet::medial)));
}

TEST_P(Band, LiesOnTheSurfacesThatAreDrawn) {
  const ContactBand band = contact_band_of(GetParam(), 300e-6);
  const PatellaPose pose = patella_pose(0.8, GetParam(), double(knee_shape::reference_thigh_m));
  for (const Facet facet : {Facet::lateral, Facet::medial}) {
    // Up to its edges: rounding of the meshes' edges, and the patch's own lift of 0.4 mm.
    for (const auto& strip : on_patella(band, facet))
      for (const glm::vec3& p : strip) EXPECT_NEAR(knee_bones::patella_cartilage(p), 0.0, 1.0e-3);
    for (const auto& strip : on_groove(band, facet, pose))
      for (const glm::vec3& p : strip) EXPECT_NEAR(knee_bones::femur_cartilage(p), 0.0, 1.0e-3);
  }
}

INSTANTIATE_TEST_SUITE_P(Heights, Band, testing::Values(0.25, 0.4, 0.5, 0.6, 0.75));

TEST(ContactBand, TouchesAtTheHeightOfTheLoads) {
  for (const double height : {0.3, 0.5, 0.7}) {
    const ContactBand band = contact_band_of(height, 250e-6);
    const double middle = 0.5 * double(band.rows.front().height_m + band.rows.back().height_m);
    EXPECT_NEAR(middle / double(knee_shape::facets_height_m) + 0.5, height, 1e-4);
  }
}

TEST(ContactBand, StaysOnTheFacets) {
  for (const double height : {0.0, 1.0})
    for (const ContactBand::Row& row : contact_band_of(height, 300e-6).rows)
      EXPECT_LE(std::abs(row.height_m), 0.5F * knee_shape::facets_height_m + 1e-6F);
}

TEST(ContactBand, IsNotThereWithoutArea) { EXPECT_TRUE(contact_band_of(0.5, 0.0).rows.empty()); }

TEST(ContactBand, HasNoMoreThanTheFacets) {
  const ContactBand band = contact_band_of(0.5, 1.0);
  EXPECT_LT(area_m2(band), 2000e-6);
  EXPECT_GT(area_m2(band), 600e-6);  // an adult's facets: about 10 cm2
}

}  // namespace
}  // namespace stridelab::view
