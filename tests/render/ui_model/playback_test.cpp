#include "render/ui/playback.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace stridelab::view {
namespace {

TEST(Playback, SlowMotionTakesTheRateTimesLonger) {
  Playback playback;
  playback.set_rate(0.05);
  // 0.7 s of stride at 1/20 take 14 s: 560 pictures of 25 ms.
  for (int i = 0; i < 560; ++i) playback.advance(0.025, 0.7);
  EXPECT_NEAR(playback.strides(), 1.0, 1e-12);  // rounding of 560 sums
}

TEST(Playback, ScrubbingPausesAndWraps) {
  Playback playback;
  playback.scrub(2.25);
  EXPECT_FALSE(playback.playing());
  EXPECT_DOUBLE_EQ(playback.phase(), 0.25);
  playback.advance(0.1, 0.7);
  EXPECT_DOUBLE_EQ(playback.phase(), 0.25);
  playback.scrub(-1e-18);
  EXPECT_GE(playback.phase(), 0.0);
  EXPECT_LT(playback.phase(), 1.0);
}

TEST(Playback, AStallIsNoLeapAndNonsenseIsIgnored) {
  Playback playback;
  playback.set_rate(1.0);
  playback.advance(60.0, 0.5);
  EXPECT_DOUBLE_EQ(playback.phase(), 0.5);  // a quarter of a second at most
  for (const double bad : {std::nan(""), -1.0}) playback.advance(bad, 0.5);
  playback.advance(0.1, 0.0);
  playback.set_rate(std::nan(""));
  playback.scrub(std::numeric_limits<double>::infinity());
  EXPECT_DOUBLE_EQ(playback.phase(), 0.5);
  EXPECT_TRUE(playback.playing());
}

TEST(Playback, LedByAnotherClockItWaitsForItsWord) {
  Playback playback;
  playback.lead(1.3);
  EXPECT_NEAR(playback.phase(), 0.3, 1e-15);  // a unit in the last place of 1.3
  playback.advance(0.1, 0.7);
  EXPECT_NEAR(playback.phase(), 0.3, 1e-15);
  EXPECT_EQ(playback.strides(), 0.0);
  EXPECT_FALSE(playback.searched());
  playback.lead(std::nan(""));
  EXPECT_NEAR(playback.phase(), 0.3, 1e-15);
  playback.step(1);
  EXPECT_TRUE(playback.searched());
  EXPECT_FALSE(playback.playing());
  playback.lead(0.5);
  EXPECT_FALSE(playback.searched());
  playback.let_go();
  playback.play(true);
  playback.set_rate(1.0);
  playback.advance(0.07, 0.7);
  EXPECT_NEAR(playback.phase(), 0.6, 1e-15);
}

TEST(Playback, ItJumpsToTheInstantsOfTheStep) {
  const StrideEvents events{0.01, 0.15, 0.33};
  Playback playback;
  playback.jump(events, StrideEvent::peak_load);
  EXPECT_DOUBLE_EQ(playback.phase(), 0.15);
  playback.jump(events, StrideEvent::toe_off);
  EXPECT_DOUBLE_EQ(playback.phase(), 0.33);
  playback.step(-2);
  EXPECT_DOUBLE_EQ(playback.phase(), 0.32);
}

}  // namespace
}  // namespace stridelab::view
