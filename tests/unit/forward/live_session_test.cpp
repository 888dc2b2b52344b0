#include "forward/live_session.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <functional>
#include <thread>

#include "forward/live_replay.h"
#include "unit/forward/live_runners.h"

namespace stridelab {
namespace {

using namespace std::chrono_literals;

using test::easy_runner;
using test::preview;
using test::shipped_loads;
using test::solved;
using test::with_cadence;

/// As fast as the machine can, paused at the start.
LiveSettings quick() {
  LiveSettings settings;
  settings.simulation = test::held();
  settings.paced = false;
  settings.start_paused = true;
  settings.blend_s = 0.2;
  return settings;
}

/// A session with what a test needs around it: commands are counted, so that their effect can be waited for.
class Live {
 public:
  explicit Live(const LiveSettings& settings = quick())
      : session(LiveSession::start(easy_runner(), shipped_loads(), settings).value()) {}

  void send(const LiveCommand& command) {
    ASSERT_TRUE(session->send(command));
    ++sent_;
  }
  /// The first status for which all commands are taken and the condition holds; the last one after a minute, which
  /// fails the test that looks at it.
  LiveStatus wait_for(const std::function<bool(const LiveStatus&)>& condition) {
    const auto give_up = std::chrono::steady_clock::now() + 60s;
    while (true) {
      const LiveStatus status = session->status();
      if (status.commands == sent_ && condition(status)) return status;
      if (std::chrono::steady_clock::now() > give_up) {
        ADD_FAILURE() << "waited a minute in vain, at step " << status.step;
        return status;
      }
      std::this_thread::sleep_for(200us);
    }
  }
  LiveStatus wait_idle() {
    return wait_for([](const LiveStatus& status) { return status.idle(); });
  }
  LiveStatus make_steps(std::int64_t count) {
    send(MakeSteps{count});
    return wait_idle();
  }

  std::unique_ptr<LiveSession> session;

 private:
  std::int64_t sent_ = 0;
};

void expect_replays(const CommandLog& log, const LiveStatus& status) {
  const auto end = replay(log, shipped_loads(), status.step);
  ASSERT_TRUE(end) << end.error();
  EXPECT_EQ(end->step, status.step);
  EXPECT_EQ(end->time_s, status.time_s);
  EXPECT_EQ(end->hash, status.state_hash);
  EXPECT_EQ(end->strides, status.stride_number);
}

TEST(LiveSession, IsTheSimulationItWouldBeWithoutThreads) {
  Live live;
  const LiveStatus status = live.make_steps(500);
  EXPECT_EQ(status.step, 500);
  SimulationSettings settings = quick().simulation;
  Simulation alone(synthesise({}, {}).value(), shipped_loads(), settings);
  for (int i = 0; i < 500; ++i) ASSERT_TRUE(alone.step());
  EXPECT_EQ(status.state_hash, alone.state_hash());
  EXPECT_EQ(live.session->frame().index, alone.frame().index);
  EXPECT_EQ(live.session->frame().motion.q_rad, alone.frame().motion.q_rad);
}

/// A replay of its log could not solve it.
TEST(LiveSession, RefusesAPreviewAsItsFirstStride) {
  const auto session = LiveSession::start(preview(with_cadence(171.0), easy_runner()), shipped_loads(), quick());
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error(), "a session starts with a canonical stride");
}

TEST(LiveSession, SingleStepsAndCommandsDuringAPause) {
  Live live;
  EXPECT_EQ(live.session->status().step, 0);
  EXPECT_TRUE(live.session->status().paused);
  EXPECT_EQ(live.make_steps(1).step, 1);
  EXPECT_EQ(live.make_steps(1).step, 2);
  live.send(PushRunner{Vec3(0, 0, 100), 0.05});
  live.send(solved(with_cadence(173.0)));
  live.send(SetSpeed{0.5});
  const LiveStatus paused = live.wait_idle();
  EXPECT_EQ(paused.step, 2) << "nothing moves";
  EXPECT_EQ(paused.stride_number, 1) << "but the stride is there already";
  EXPECT_EQ(paused.speed_factor, 0.5);
  EXPECT_EQ(paused.achieved_speed, 0.0);
  const LiveStatus after = live.make_steps(150);
  EXPECT_EQ(after.step, 152);
  EXPECT_TRUE(after.paused);
  expect_replays(live.session->log(), after);
}

TEST(LiveSession, AReaderChangesNothing) {
  constexpr std::int64_t steps = 3000;
  const LiveStatus alone = Live().make_steps(steps);
  Live live;
  std::atomic<bool> done = false;
  std::int64_t backwards = 0, frames = 0;
  double sum = 0.0;
  std::thread reader([&] {
    std::int64_t last = 0;
    while (!done) {
      const Frame& frame = live.session->frame();
      backwards += frame.index < last;
      frames += frame.index != last;
      last = frame.index;
      const HistoryView history = live.session->history();
      if (!history.empty()) sum += history[history.size() - 1].motion.pelvis_m.x() + frame.motion.com_m.x();
      sum += static_cast<double>(live.session->log().entries.size()) + live.session->status().time_s;
    }
  });
  const LiveStatus watched = live.make_steps(steps);
  done = true;
  reader.join();
  EXPECT_EQ(watched.step, steps);
  EXPECT_EQ(watched.state_hash, alone.state_hash);
  EXPECT_EQ(backwards, 0);
  EXPECT_GT(frames, 0);
  EXPECT_TRUE(std::isfinite(sum));
}

TEST(LiveSession, ReplaysToTheSameBits) {
  Live live;
  live.send(Resume{});
  auto run_on = [&](std::int64_t steps) {
    const std::int64_t from = live.session->status().step;
    live.wait_for([&](const LiveStatus& s) { return s.step >= from + steps; });
  };
  run_on(200);
  live.send(PushRunner{Vec3(30, 0, 60), 0.1});
  SetRunner last = easy_runner();
  for (int i = 1; i <= 10; ++i) {
    live.send(last = preview(with_cadence(169.5 + 0.4 * i), last));
    run_on(40);
  }
  live.send(solved(with_cadence(173.5)));
  run_on(600);
  live.send(Restart{});
  run_on(300);
  LiveRunner lighter = with_cadence(173.5);
  lighter.body.mass_kg = 62.0;
  live.send(solved(lighter));
  live.wait_for([](const LiveStatus& s) { return s.starts == 3; });
  run_on(300);
  live.send(Pause{});
  const LiveStatus end = live.wait_idle();
  EXPECT_EQ(end.fall, "");
  EXPECT_EQ(end.runner.body.mass_kg, 62.0);
  const CommandLog log = live.session->log();
  EXPECT_GE(log.entries.size(), 7U);
  expect_replays(log, end);
  // Through text as well, and not by luck: one step less is another state.
  const auto read = parse_command_log(to_text(log), "live.log");
  ASSERT_TRUE(read) << to_text(read.error());
  expect_replays(*read, end);
  EXPECT_NE(replay(log, shipped_loads(), end.step - 1)->hash, end.state_hash);
}

TEST(LiveSession, TheNewestFormWins) {
  Live live;
  SetRunner last = easy_runner();
  for (int i = 1; i < 20; ++i) live.send(last = preview(with_cadence(169.5 + 0.3 * i), last));
  live.send(solved(with_cadence(169.5 + 0.3 * 20)));
  live.wait_idle();
  const LiveStatus status = live.make_steps(1000);  // passages of 200 steps, two at most
  EXPECT_FALSE(status.waiting);
  EXPECT_FALSE(status.preview);
  EXPECT_EQ(status.runner.form, with_cadence(169.5 + 0.3 * 20).form);
  // Nothing moved while they came: one could be adopted at once, and only the newest of the others.
  EXPECT_LE(status.stride_number, 2);
  expect_replays(live.session->log(), status);
}

TEST(LiveSession, AFallIsReportedAndARestartRunsOn) {
  Live live;
  live.send(PushRunner{Vec3(0, 0, 5000), 1.0});
  live.send(Resume{});
  const LiveStatus fallen = live.wait_for([](const LiveStatus& s) { return !s.fall.empty(); });
  EXPECT_FALSE(fallen.paused);
  EXPECT_TRUE(fallen.idle());
  EXPECT_EQ(live.session->status().step, fallen.step);
  live.send(Pause{});
  live.send(Restart{});
  EXPECT_EQ(live.wait_idle().fall, "");
  const LiveStatus again = live.make_steps(300);
  EXPECT_EQ(again.step, fallen.step + 300);
  EXPECT_EQ(again.state_hash, Live().make_steps(300).state_hash) << "the restart begins where the start began";
  expect_replays(live.session->log(), again);
}

TEST(LiveSession, KeepsTheFramesOfTheLastSeconds) {
  LiveSettings settings = quick();
  settings.history_span_s = 0.5;
  Live live(settings);
  live.make_steps(2005);
  const HistoryView history = live.session->history();
  ASSERT_GE(history.size(), 50U);
  EXPECT_LE(history.size(), 101U);
  // A frame is the instant before its step (simulation.h): the one at 2000 steps shows 1.999 s.
  EXPECT_NEAR(history[history.size() - 1].time_s, 1.999, 1e-9);
  for (std::size_t i = 1; i < history.size(); ++i)
    EXPECT_NEAR(history[i].time_s - history[i - 1].time_s, 0.01, 1e-9) << i;
  live.send(Restart{});
  live.wait_idle();
  EXPECT_TRUE(live.session->history().empty());
}

TEST(LiveSession, RefusesSenselessCommands) {
  Live live;
  const auto refused = live.session->send(SetSpeed{-1.0});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(), "factor = -1 is outside 0.001 .. 100");
  SetRunner mixed = easy_runner();
  mixed.runner.form.cadence_spm = 180.0;
  EXPECT_FALSE(live.session->send(mixed)) << "with the stride of another form";
  EXPECT_EQ(live.session->status().speed_factor, 1.0);
}

TEST(LiveSession, PacedItGoesOnByItself) {
  LiveSettings settings = quick();
  settings.paced = true;
  settings.start_paused = false;
  Live live(settings);
  live.send(SetSpeed{20.0});  // as fast as that, or as the machine can: only that it moves and stops is tested
  const LiveStatus running = live.wait_for([](const LiveStatus& s) { return s.step > 100 && s.achieved_speed > 0.0; });
  EXPECT_TRUE(running.running);
  live.send(Pause{});
  const LiveStatus end = live.wait_idle();
  EXPECT_EQ(end.achieved_speed, 0.0);
  expect_replays(live.session->log(), end);
}

TEST(LiveSession, EndsCleanlyWhateverItIsDoing) {
  for (const bool running : {false, true}) {
    LiveSettings settings = quick();
    settings.start_paused = !running;
    { Live idle(settings); }
    Live asked(settings);
    for (int i = 0; i < 3; ++i) asked.send(solved(with_cadence(165.0 + i)));
    if (running) asked.wait_for([](const LiveStatus& s) { return s.step > 0; });
  }
  LiveSettings paced = quick();
  paced.paced = true;
  paced.start_paused = false;
  Live asleep(paced);
  asleep.send(SetSpeed{0.001});  // its next step is due in a second
}

}  // namespace
}  // namespace stridelab
