// The view only looks: a run with the view attached is the run without it, to the last bit.
#include <gtest/gtest.h>

#include "forward/live_replay.h"
#include "forward/live_session.h"
#include "gait/synthesise.h"
#include "render/live/live_runner.h"
#include "render/ui_model/live_view.h"

namespace stridelab::view {
namespace {

using test::live_paused;
using test::opened;
using test::picture;
using test::pictures_until;
using test::pictures_until_idle;

void wait_idle(const LiveSession& session, std::int64_t commands) {
  while (session.status().commands < commands || !session.status().idle())
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

SetRunner solved(const RunInputs& form) {
  const Stride stride = synthesise(form.body, form.form).value();
  return {live_runner(form), std::make_shared<const TracedStride>(TracedStride{stride, nullptr}), false};
}

/// Nobody reads: two forms, a push, a fixed number of steps.
std::uint64_t hash_alone(const RunInputs& first, const RunInputs& second) {
  LiveSettings settings;
  settings.start_paused = true;
  const auto session = LiveSession::start(solved(first), read_load_models().value(), settings).value();
  const LiveCommand commands[] = {MakeSteps{700}, PushRunner{Vec3(0.0, 0.0, 60.0), 0.1}, MakeSteps{300}, solved(second),
                                  MakeSteps{1500}};
  std::int64_t sent = 0;
  for (const LiveCommand& command : commands) {
    EXPECT_TRUE(session->send(command));
    wait_idle(*session, ++sent);
  }
  EXPECT_EQ(session->status().step, 2500);
  return session->status().state_hash;
}

TEST(Observer, AFixedRunIsTheSameWithTheViewAttached) {
  auto model = live_paused(0.7);
  const RunInputs first = model->b()->question.inputs;
  model->live.push(6.0);
  model->live.step(0.3);
  pictures_until_idle(*model);
  model->set_number("cadence_spm", 177.0);
  model->settle();
  const RunInputs second = model->b()->question.inputs;
  pictures_until(*model, [&] { return model->live.idle() && model->live.status().stride_number == 1; });
  model->live.step(1.5);
  pictures_until_idle(*model);
  ASSERT_EQ(model->live.status().step, 2500) << model->live.fault();
  EXPECT_EQ(model->live.status().state_hash, hash_alone(first, second));
}

/// What a restless person does, a picture every few milliseconds.
void play_about(ViewModel& model) {
  for (int i = 0; i < 240; ++i) {
    if (i % 10 == 3) model.drag("cadence_spm", 168.0 + 0.1 * i);
    if (i == 60) model.release();
    if (i == 80) model.playback.set_rate(0.5);
    if (i == 100) model.playback.scrub(0.4);
    if (i == 110) model.playback.play(true);
    if (i == 120) model.live.push(-5.0);
    if (i == 150) model.show(Source::stride);
    if (i == 160) model.show(Source::live);
    if (i == 170) model.live.restart();
    if (i == 200) model.set_number("mass_kg", 75.0);
    picture(model);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

TEST(Observer, WhatHappenedReplaysWithoutAView) {
  auto model = opened();
  model->playback.set_rate(1.0);
  model->show(Source::live);
  play_about(*model);
  model->settle();
  model->playback.play(false);
  pictures_until(*model, [&] { return model->live.status().paused && model->live.idle(); });
  const LiveStatus end = model->live.status();
  const CommandLog log = model->live.log();
  ASSERT_GT(end.step, 500);
  EXPECT_GE(end.starts, 3) << "the restart and the other body";
  const auto again = replay(log, model->models(), end.step);
  ASSERT_TRUE(again) << again.error();
  EXPECT_EQ(again->hash, end.state_hash);
  EXPECT_EQ(again->strides, end.stride_number);
}

}  // namespace
}  // namespace stridelab::view
