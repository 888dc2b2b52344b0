#include "render/live/live_feed.h"

#include <gtest/gtest.h>

#include "forward/live_session.h"
#include "render/live/following.h"
#include "render/live/live_runner.h"

namespace stridelab::view {
namespace {

using test::follow_paused;
using test::inputs;
using test::let_pass;
using test::models;
using test::poll_until;
using test::poll_until_idle;
using test::solved;

constexpr double far_too_much_n_s = 500.0;  ///< throws a runner of 70 kg sideways at 7 m/s

TEST(LiveFeed, NothingRunsUnasked) {
  LiveFeed feed(models());
  feed.poll();
  EXPECT_EQ(feed.frame(), nullptr);
  EXPECT_TRUE(feed.idle());
  EXPECT_TRUE(feed.last_strides().empty());
  EXPECT_EQ(feed.recorded(0.2), nullptr);
  EXPECT_FALSE(feed.status().running);
}

// The same as a session that was sent these commands one by one: none was lost and all came before the first step.
TEST(LiveFeed, WhatWasAskedForBeforeTheRunTakesEffectWithIt) {
  LiveFeed feed(models());
  feed.push(8.0);
  feed.step(0.9);
  feed.follow(solved(inputs()));
  poll_until(feed, [&] { return feed.frame() != nullptr && feed.idle(); });

  LiveSettings settings;
  settings.start_paused = true;
  const auto session = LiveSession::start(solved(inputs()), models(), settings).value();
  ASSERT_TRUE(session->send(PushRunner{Vec3(0.0, 0.0, 80.0), 0.1}));
  ASSERT_TRUE(session->send(MakeSteps{900}));
  while (session->status().commands < 2 || !session->status().idle()) std::this_thread::yield();

  EXPECT_EQ(feed.status().step, 900);
  EXPECT_EQ(feed.status().state_hash, session->status().state_hash);
  EXPECT_TRUE(feed.fault().empty()) << feed.fault();
}

TEST(LiveFeed, RateAndPauseReachTheRun) {
  LiveFeed feed(models());
  feed.set_rate(0.05);
  feed.follow(solved(inputs()));
  ASSERT_TRUE(poll_until(feed, [&] { return feed.status().step > 0; }));
  EXPECT_EQ(feed.status().speed_factor, 0.05);
  feed.set_rate(std::nan(""));
  feed.set_rate(0.5);
  feed.play(false);
  ASSERT_TRUE(poll_until_idle(feed));
  EXPECT_EQ(feed.status().speed_factor, 0.5);
  EXPECT_TRUE(feed.status().paused);
}

TEST(LiveFeed, BeginsWithTheFirstFormThatIsNoPreview) {
  LiveFeed feed(models());
  feed.play(false);
  feed.follow(solved(inputs({"cadence_percent=2"}), true));
  feed.poll();
  EXPECT_EQ(feed.frame(), nullptr);
  EXPECT_TRUE(feed.idle());
  feed.follow(solved(inputs()));
  ASSERT_TRUE(poll_until(feed, [&] { return feed.frame() != nullptr && feed.idle(); }));
  EXPECT_EQ(feed.status().runner, live_runner(inputs()));
}

TEST(LiveFeed, AFallSaysWhyAndRestartOrTheNextFormBeginAnew) {
  LiveFeed feed(models());
  follow_paused(feed, inputs());
  feed.push(far_too_much_n_s);
  let_pass(feed, 5.0);
  ASSERT_FALSE(feed.status().fall.empty());
  EXPECT_EQ(feed.fault(), feed.status().fall);
  EXPECT_NE(feed.frame(), nullptr);

  feed.restart();
  let_pass(feed, 0.5);
  EXPECT_TRUE(feed.fault().empty()) << feed.fault();
  EXPECT_EQ(feed.status().time_s, 0.5);
  EXPECT_EQ(feed.status().starts, 2);

  feed.push(-far_too_much_n_s);
  let_pass(feed, 5.0);
  ASSERT_FALSE(feed.fault().empty());
  feed.follow(solved(inputs({"cadence_percent=2"}), true));
  ASSERT_TRUE(poll_until_idle(feed));
  EXPECT_FALSE(feed.fault().empty()) << "a preview is no restart";
  feed.follow(solved(inputs({"cadence_percent=4"})));
  ASSERT_TRUE(poll_until_idle(feed));
  EXPECT_TRUE(feed.fault().empty()) << feed.fault();
  EXPECT_EQ(feed.status().starts, 3);
  EXPECT_EQ(feed.status().runner.form, inputs({"cadence_percent=4"}).form);
}

TEST(LiveFeed, OfASliderTheLastWordIsRun) {
  LiveFeed feed(models());
  follow_paused(feed, inputs());
  feed.play(true);
  for (int percent = 1; percent <= 8; ++percent) {
    feed.follow(solved(inputs({"cadence_percent=" + std::to_string(percent)}), true));
    feed.poll();
  }
  const RunInputs last = inputs({"cadence_percent=9"});
  feed.follow(solved(last));
  ASSERT_TRUE(poll_until(feed, [&] { return feed.status().runner.form == last.form && !feed.status().preview; }));
  feed.play(false);
  ASSERT_TRUE(poll_until_idle(feed));
  EXPECT_TRUE(feed.fault().empty()) << feed.fault();
}

TEST(LiveFeed, AnotherBodyOrGroundBeginsAnewOnIt) {
  LiveFeed feed(models());
  follow_paused(feed, inputs());
  const RunInputs heavy = inputs({"mass_kg=90", "surface=\"grass\""});
  feed.follow(solved(heavy));
  ASSERT_TRUE(poll_until_idle(feed));
  EXPECT_EQ(feed.status().runner, live_runner(heavy));
  EXPECT_EQ(feed.status().starts, 2);
  EXPECT_NE(live_runner(heavy).contact, live_runner(inputs({"mass_kg=90"})).contact);
}

/// One person, one restart: a form that is far away begins from a start, another body anyway, and neither does twice.
TEST(LiveFeed, AFormThatIsFarAwayBeginsAnewOnce) {
  LiveFeed feed(models());
  follow_paused(feed, inputs());
  feed.follow(solved(inputs({"speed_m_s=4.0"})), Passage::anew);
  ASSERT_TRUE(poll_until_idle(feed));
  EXPECT_EQ(feed.status().starts, 2);
  EXPECT_EQ(feed.status().runner.form, inputs({"speed_m_s=4.0"}).form);
  EXPECT_EQ(feed.status().passage_left_s, 0.0);
  feed.follow(solved(inputs({"mass_kg=90"})), Passage::anew);
  ASSERT_TRUE(poll_until_idle(feed));
  EXPECT_EQ(feed.status().starts, 3);
}

TEST(LiveFeed, ItMayEndAtAnyTime) {
  for (int i = 0; i < 6; ++i) {
    LiveFeed feed(models());
    feed.follow(solved(inputs()));
    for (int k = 0; k < 20 * i; ++k) {
      feed.poll();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    feed.follow(solved(inputs({"cadence_percent=3"}), i % 2 == 0));
  }
}

}  // namespace
}  // namespace stridelab::view
