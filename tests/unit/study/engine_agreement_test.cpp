#include "study/engine_agreement.h"

#include <gtest/gtest.h>

namespace stridelab {
namespace {

MetricValues values(double kneecap_bw, double contact_ms) {
  MetricValues v;
  v.set(metric("pfj_force_peak_bw"), kneecap_bw);
  v.set(metric("contact_time_ms"), contact_ms);
  return v;
}

TEST(EngineAgreement, SaysNothingWithinTheTolerance) {
  EXPECT_TRUE(engine_differences(values(5.0, 230.0), values(5.29, 223.0)).empty());  // 5.8 of 6 %, 7 of 8 ms
  EXPECT_TRUE(engine_differences(values(5.0, 230.0), values(4.71, 237.0)).empty());
}

TEST(EngineAgreement, NamesBothValuesTheToleranceAndWhomToBelieve) {
  const auto notes = engine_differences(values(5.0, 230.0), values(5.5, 220.0));
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_NE(notes[0].find("peak kneecap force 5.50 forward, 5.00 BW in the stride (+10 %, usually within 6 %)"),
            std::string::npos)
      << notes[0];
  EXPECT_NE(notes[0].find("believe the stride engine: "), std::string::npos) << notes[0];
  EXPECT_NE(notes[1].find("(-10 ms, usually within 8 ms)"), std::string::npos) << notes[1];
}

// A run with no impact peak is no contradiction.
TEST(EngineAgreement, DoesNotCompareWhatOneOfThemLacks) {
  MetricValues stride, forward = values(5.5, 220.0);
  EXPECT_TRUE(engine_differences(stride, forward).empty());
  EXPECT_TRUE(engine_differences(forward, stride).empty());
}

}  // namespace
}  // namespace stridelab
