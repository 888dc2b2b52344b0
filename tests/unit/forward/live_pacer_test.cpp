#include "forward/live_pacer.h"

#include <gtest/gtest.h>

#include "forward/live_history.h"

namespace stridelab {
namespace {

using namespace std::chrono_literals;

constexpr double dt_s = 0.001;
const LiveClock::time_point begin{};

// Times are made up: nothing here waits.

TEST(LivePacer, MakesTheStepsOfThePassedTime) {
  LivePacer pacer(dt_s);
  pacer.rest(begin);
  std::int64_t made = 0;
  for (int i = 1; i <= 1000; ++i) made += pacer.due(begin + i * 4ms, 1.0);
  EXPECT_NEAR(static_cast<double>(made), 4000.0, 1.0);  // rounding may leave the last step due a moment later
}

TEST(LivePacer, KeepsFractionsOfAStepInSlowMotion) {
  LivePacer pacer(dt_s);
  pacer.rest(begin);
  EXPECT_EQ(pacer.due(begin + 4ms, 0.1), 0);
  EXPECT_NEAR(pacer.until_next(0.1).count(), 0.006, 1e-9);
  EXPECT_EQ(pacer.due(begin + 8ms, 0.1), 0);
  EXPECT_EQ(pacer.due(begin + 11ms, 0.1), 1);
}

TEST(LivePacer, ForgivesWhatASlowMachineCouldNotMake) {
  LivePacer pacer(dt_s);
  pacer.rest(begin);
  EXPECT_EQ(pacer.due(begin + 10s, 1.0), 100);
  EXPECT_EQ(pacer.due(begin + 10s, 1.0), 0);
}

TEST(LivePacer, RestIsNotMadeUpFor) {
  LivePacer pacer(dt_s);
  pacer.rest(begin);
  pacer.rest(begin + 50ms);
  EXPECT_EQ(pacer.due(begin + 52500us, 1.0), 2);
}

TEST(AchievedSpeed, ComparesTheLastSecond) {
  AchievedSpeed speed(dt_s);
  EXPECT_EQ(speed.value(), 0.0);
  speed.add(begin, 0);
  EXPECT_EQ(speed.value(), 0.0);
  std::int64_t steps = 0;
  for (int i = 1; i <= 100; ++i) speed.add(begin + i * 20ms, steps += 20);
  EXPECT_NEAR(speed.value(), 1.0, 1e-12);
  for (int i = 101; i <= 200; ++i) speed.add(begin + i * 20ms, steps += 5);
  EXPECT_NEAR(speed.value(), 0.25, 1e-12) << "two seconds later the first ones are forgotten";
  speed.clear();
  EXPECT_EQ(speed.value(), 0.0);
}

Frame frame_at(double time_s) {
  Frame frame{};
  frame.time_s = time_s;
  return frame;
}

TEST(LiveHistory, KeepsTheLastSecondsAndNotMuchMore) {
  LiveHistory history(0.0, 2.0);
  for (int i = 0; i <= 1000; ++i) {
    history.add(frame_at(0.01 * i));
    const HistoryView view = history.view();
    const double kept_s = view[view.size() - 1].time_s - view[0].time_s;
    ASSERT_GE(kept_s, std::min(2.0 - 0.011, 0.01 * i - 1e-9)) << i;  // a frame's interval less
    ASSERT_LE(kept_s, 4.0 + 1e-9) << i;
  }
}

TEST(LiveHistory, FramesAreInOrderAndFoundByTime) {
  LiveHistory history(0.0, 2.0);
  EXPECT_TRUE(history.view().empty());
  for (int i = 0; i <= 500; ++i) history.add(frame_at(0.01 * i));
  const HistoryView view = history.view();
  for (std::size_t i = 1; i < view.size(); ++i) EXPECT_NEAR(view[i].time_s - view[i - 1].time_s, 0.01, 1e-9) << i;
  for (const double time_s : {2.5, 3.99, 4.0, 4.01, 5.0}) EXPECT_NEAR(view.at(time_s + 0.004).time_s, time_s, 1e-9);
  EXPECT_EQ(view.at(-1.0).time_s, view[0].time_s);
  EXPECT_EQ(view.at(99.0).time_s, view[view.size() - 1].time_s);
}

TEST(LiveHistory, ClearedItForgetsButViewsDoNot) {
  LiveHistory history(0.0, 2.0);
  for (int i = 0; i <= 500; ++i) history.add(frame_at(0.01 * i));
  const HistoryView before = history.view();
  const std::size_t size = before.size();
  history.clear();
  EXPECT_TRUE(history.view().empty());
  history.add(frame_at(0.0));  // time begins again
  EXPECT_EQ(history.view().size(), 1U);
  EXPECT_EQ(before.size(), size);
  EXPECT_NEAR(before[size - 1].time_s, 5.0, 1e-9);
}

}  // namespace
}  // namespace stridelab
