#include "forward/recording.h"

#include <gtest/gtest.h>

#include <thread>

namespace stridelab {
namespace {

Frame frame_at(double time_s) {
  Frame frame{};
  frame.time_s = time_s;
  frame.motion.phase = time_s;  // stands for the rest of the frame
  return frame;
}

/// n frames, 1 ms apart.
void play(Recording& recording, long first, long n) {
  for (long i = first; i < first + n; ++i) recording.add(frame_at(1e-3 * static_cast<double>(i)));
}

constexpr std::size_t chunk_bytes = frames_per_chunk * sizeof(Frame);

TEST(Recording, KeepsEveryFrameThatIsDue) {
  Recording recording(0.01);
  play(recording, 0, 1000);
  ASSERT_EQ(recording.size(), 100U);
  const RecordingView view = recording.view();
  for (std::size_t i = 0; i < view.size(); ++i) {
    EXPECT_NEAR(view[i].time_s, 0.01 * static_cast<double>(i), 1e-12);
    EXPECT_EQ(view[i].motion.phase, view[i].time_s);
  }
}

TEST(Recording, ZeroIntervalKeepsAll) {
  Recording recording(0.0);
  play(recording, 0, 300);
  EXPECT_EQ(recording.size(), 300U);
  EXPECT_NEAR(recording.interval_s(), 0.001, 1e-12);
}

TEST(Recording, AnIntervalThatIsNoMultipleKeepsItsMean) {
  Recording recording(1.0 / 60.0);
  play(recording, 0, 10001);
  EXPECT_EQ(recording.size(), 601U);
  for (std::size_t i = 0; i < recording.size(); ++i)
    EXPECT_NEAR(recording.view()[i].time_s, static_cast<double>(i) / 60.0, 1e-3) << i;
}

TEST(Recording, LongRunsStayCompleteWithinTheBound) {
  const std::size_t bound = 4 * chunk_bytes;
  Recording recording(0.001, bound);
  for (long i = 0; i < 5000; ++i) {
    play(recording, i, 1);
    ASSERT_LE(recording.bytes(), bound) << i;
  }
  // 256 frames hold 5000 at every 32nd; at least half of the room is used.
  EXPECT_NEAR(recording.interval_s(), 0.032, 1e-12);
  EXPECT_EQ(recording.size(), 157U);
  const RecordingView view = recording.view();
  for (std::size_t i = 0; i < view.size(); ++i) EXPECT_NEAR(view[i].time_s, 0.032 * static_cast<double>(i), 1e-9) << i;
}

TEST(Recording, FramesThatComeSeldomThinEvenly) {
  Recording recording(0.0003, 2 * chunk_bytes);  // asks for more than there is
  play(recording, 0, 600);
  const RecordingView view = recording.view();
  for (std::size_t i = 0; i + 1 < view.size(); ++i)
    EXPECT_NEAR(view[i + 1].time_s - view[i].time_s, view.interval_s(), 1e-9) << i;
}

TEST(Recording, DefaultBoundIsAQuarterOfAGibibyte) {
  // Half an hour at 60 Hz, in the viewer's rate: what the bound must hold at least coarsely, and a minute in full.
  EXPECT_EQ(Recording::default_bound_bytes, 268435456U);
  EXPECT_GE(Recording::default_bound_bytes / sizeof(Frame), 60000U);
}

TEST(Recording, AViewDoesNotChange) {
  Recording recording(0.001, 2 * chunk_bytes);
  play(recording, 0, 100);
  const RecordingView before = recording.view();
  play(recording, 100, 1000);  // thins more than once
  EXPECT_GT(recording.interval_s(), 0.002);
  ASSERT_EQ(before.size(), 100U);
  EXPECT_NEAR(before.interval_s(), 0.001, 1e-12);
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(before[i].time_s, 1e-3 * static_cast<double>(i), 1e-12);
}

TEST(Recording, AViewFindsTheFrameOfATime) {
  Recording recording(0.01);
  play(recording, 0, 1000);
  const RecordingView view = recording.view();
  EXPECT_NEAR(view.at(0.5049).time_s, 0.50, 1e-12);
  EXPECT_NEAR(view.at(-1.0).time_s, 0.0, 1e-12);
  EXPECT_NEAR(view.at(99.0).time_s, 0.99, 1e-12);
  EXPECT_TRUE(Recording(0.01).view().empty());
}

TEST(Recording, ViewsAreReadWhileTheRunGoesOn) {
  // For the thread sanitizer: a reader walks its views while frames are added and thinned behind it.
  Recording recording(0.001, 2 * chunk_bytes);
  play(recording, 0, 120);
  const RecordingView view = recording.view();
  double sum_s = 0.0;
  std::thread reader([&] {
    for (std::size_t i = 0; i < view.size(); ++i) sum_s += view[i].time_s;
  });
  play(recording, 120, 500);
  reader.join();
  EXPECT_NEAR(sum_s, 0.001 * 120 * 119 / 2, 1e-9);
}

}  // namespace
}  // namespace stridelab
