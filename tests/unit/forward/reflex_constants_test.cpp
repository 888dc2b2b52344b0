#include "forward/reflex_constants.h"

#include <gtest/gtest.h>

namespace stridelab {
namespace {

TEST(ReflexConstants, BothLegsAreAlikeAndThePelvisHasNoSpring) {
  const CoordinateVector& k = reflex_constants().stiffness_nm_rad;
  EXPECT_TRUE(k.head<lumbar_extension>().isZero());
  EXPECT_GT(k.tail<n_coordinates - lumbar_extension>().minCoeff(), 0.0);
  EXPECT_EQ(k.segment<n_leg_coordinates>(hip_flexion_r), k.segment<n_leg_coordinates>(hip_flexion_l));
}

// With no hysteresis a foot in the noise of the ground would land over and over.
TEST(ReflexConstants, AFootIsGoneOnlyWellBelowTheForceThatLandsIt) {
  EXPECT_LT(reflex_constants().contact.leaves_below_n, reflex_constants().contact.lands_above_n);
}

TEST(ReflexConstants, AreReadOnce) { EXPECT_EQ(&reflex_constants(), &reflex_constants()); }

}  // namespace
}  // namespace stridelab
