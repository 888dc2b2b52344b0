// The live session with Bullet carrying the runner: what the view shows.
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <thread>

#include "forward/live_replay.h"
#include "forward/live_session.h"
#include "gait/synthesise.h"

namespace stridelab {
namespace {

using namespace std::chrono_literals;

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

SetRunner solved(const LiveRunner& runner) {
  const Stride stride = synthesise(runner.body, runner.form).value();
  return {runner, std::make_shared<const TracedStride>(TracedStride{stride, nullptr}), false};
}

/// Nothing holds the runner; paused, as fast as the machine can.
std::unique_ptr<LiveSession> session() {
  LiveSettings settings;
  settings.paced = false;
  settings.start_paused = true;
  return LiveSession::start(solved(LiveRunner{}), models(), settings).value();
}

/// What the session says once `commands` were taken and nothing goes on any more.
LiveStatus wait_idle(const LiveSession& session, std::int64_t commands) {
  const auto give_up = std::chrono::steady_clock::now() + 60s;
  LiveStatus status = session.status();
  while ((status.commands < commands || !status.idle()) && std::chrono::steady_clock::now() < give_up) {
    std::this_thread::sleep_for(1ms);
    status = session.status();
  }
  EXPECT_TRUE(status.commands == commands && status.idle()) << "waited a minute in vain, at step " << status.step;
  return status;
}

/// A push, another cadence and a restart, at steps that are the same every time.
LiveStatus play(LiveSession& session) {
  LiveRunner quicker;
  quicker.form.cadence_spm *= 1.02;
  const LiveCommand commands[] = {
      MakeSteps{300}, PushRunner{Vec3(0, 0, 40), 0.1}, solved(quicker), MakeSteps{900}, Restart{}, MakeSteps{200}};
  std::int64_t sent = 0;
  for (const LiveCommand& command : commands) {
    EXPECT_TRUE(session.send(command));
    wait_idle(session, ++sent);
  }
  return session.status();
}

TEST(LiveBullet, ReplaysToTheSameBits) {
  const auto live = session();
  const LiveStatus end = play(*live);
  EXPECT_EQ(end.step, 1400) << end.fall;
  EXPECT_EQ(end.stride_number, 1);
  const auto again = replay(live->log(), models(), end.step);
  ASSERT_TRUE(again) << again.error();
  EXPECT_EQ(again->hash, end.state_hash);
}

TEST(LiveBullet, TwoSessionsDoNotDisturbEachOther) {
  const auto a = session(), b = session();
  LiveStatus end_a, end_b;
  std::thread other([&] { end_b = play(*b); });
  end_a = play(*a);
  other.join();
  EXPECT_EQ(end_a.step, end_b.step);
  EXPECT_EQ(end_a.state_hash, end_b.state_hash);
}

}  // namespace
}  // namespace stridelab
