#include "catalogue/preferred_cadence.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stridelab {
namespace {

TEST(PreferredCadence, GoesThroughTheMeasuredMeans) {
  // Fukuchi, Fukuchi & Duarte 2017, PeerJ 5:e3298; 26 runners of 1.756 m.
  EXPECT_DOUBLE_EQ(preferred_cadence_spm(2.5, 1.756), 161.7);
  EXPECT_DOUBLE_EQ(preferred_cadence_spm(3.5, 1.756), 171.5);
  EXPECT_DOUBLE_EQ(preferred_cadence_spm(4.5, 1.756), 184.1);
  // Between them it rises without a wiggle.
  for (double speed_m_s = 2.5; speed_m_s < 4.5; speed_m_s += 0.1)
    EXPECT_GT(preferred_cadence_spm(speed_m_s + 0.1, 1.756), preferred_cadence_spm(speed_m_s, 1.756));
}

TEST(PreferredCadence, IsDynamicallySimilarForOtherLegLengths) {
  // Same v / sqrt(g L) must give the same f sqrt(L / g).
  for (const double height_m : {1.45, 1.6, 1.9, 2.05}) {
    const double scale = std::sqrt(height_m / 1.756);
    for (const double speed_m_s : {2.5, 3.0, 3.5}) {
      EXPECT_NEAR(preferred_cadence_spm(speed_m_s * scale, height_m) * scale, preferred_cadence_spm(speed_m_s, 1.756),
                  1e-9);
    }
  }
}

TEST(PreferredCadence, ShorterLegsStepMoreOften) {
  EXPECT_GT(preferred_cadence_spm(3.0, 1.55), preferred_cadence_spm(3.0, 1.85));
}

TEST(PreferredCadence, StaysInsideTheRangeOfTheKey) {
  for (double speed_m_s = 0.5; speed_m_s < 12.0; speed_m_s += 0.25) {
    for (double height_m = 1.45; height_m <= 2.05; height_m += 0.1) {
      const double cadence = preferred_cadence_spm(speed_m_s, height_m);
      EXPECT_GE(cadence, 130.0);
      EXPECT_LE(cadence, 220.0);
    }
  }
}

TEST(PreferredCadence, KnowsWhereItWasNotMeasured) {
  EXPECT_FALSE(preferred_cadence_is_extrapolated(2.5, 1.75));
  EXPECT_FALSE(preferred_cadence_is_extrapolated(3.5, 1.75));
  EXPECT_TRUE(preferred_cadence_is_extrapolated(2.0, 1.75));
  EXPECT_TRUE(preferred_cadence_is_extrapolated(5.0, 1.75));
}

}  // namespace
}  // namespace stridelab
