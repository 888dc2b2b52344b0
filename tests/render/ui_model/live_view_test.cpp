// The forward run in the view: which engine moves the figure, where it is drawn, and who is the clock.
#include "render/ui_model/live_view.h"

#include <gtest/gtest.h>

namespace stridelab::view {
namespace {

using test::live_paused;
using test::opened;
using test::picture;
using test::pictures_until;
using test::pictures_until_idle;

bool shows_live(ViewModel& model) { return model.moment() && model.moment()->source == Source::live; }

/// Runs live, at full speed, with frames to show.
std::unique_ptr<ViewModel> live_playing() {
  auto model = opened();
  model->playback.set_rate(1.0);
  model->show(Source::live);
  pictures_until(*model, [&] { return model->live.status().time_s > 0.3; });
  return model;
}

/// How far a foot that carries weight moves over the ground, m; the largest over the pictures that `next` makes.
double largest_slip_m(int pictures, const std::function<Moment()>& next) {
  double largest = 0.0;
  Moment before = next();
  for (int i = 0; i < pictures; ++i) {
    const Moment now = next();
    for (std::size_t side = 0; side < 2; ++side) {
      const auto stands = [&](const Moment& m) { return m.leg[side][quantity("vertical_force_n")] > 900.0; };
      const auto ball_m = [&](const Moment& m) { return m.sample.leg[side].ball_m.x() + m.travelled_m; };
      if (stands(before) && stands(now)) largest = std::max(largest, std::abs(ball_m(now) - ball_m(before)));
    }
    before = now;
  }
  return largest;
}

TEST(LiveView, RunsOnlyWhenItIsAskedFor) {
  auto model = opened();
  for (int i = 0; i < 20; ++i) picture(*model);
  EXPECT_EQ(model->source(), Source::stride);
  EXPECT_EQ(model->live.frame(), nullptr);
  EXPECT_EQ(model->live.status().commands, 0);
  EXPECT_EQ(model->moment()->source, Source::stride);
  model->show(Source::live);
  EXPECT_EQ(model->moment()->source, Source::stride) << "what is there, and says so";
  EXPECT_TRUE(pictures_until(*model, [&] { return shows_live(*model); }));
}

TEST(LiveView, TheFigureIsTheFrameNearTheOrigin) {
  auto model = live_paused(2.0);
  const Moment now = *model->moment();
  const Frame& frame = *model->live.frame();
  ASSERT_EQ(now.source, Source::live);
  EXPECT_TRUE(now.still);
  EXPECT_GT(frame.motion.com_m.x(), 5.0);
  EXPECT_EQ(now.sample.com_m.x(), 0.0);
  EXPECT_EQ(now.sample.pelvis_m.y(), frame.motion.pelvis_m.y());
  // The figure keeps its shape: knees where they were to the hips. Rounding of two sums of metres.
  for (std::size_t side = 0; side < 2; ++side) {
    const Vec3 shown = now.sample.leg[side].knee_m - now.sample.leg[side].hip_m;
    EXPECT_LT((shown - (frame.motion.leg[side].knee_m - frame.motion.leg[side].hip_m)).norm(), 1e-12);
    EXPECT_EQ(now.leg[side].value, frame.leg[side].value);
  }
  EXPECT_EQ(now.phase, frame.stride_phase);
  EXPECT_EQ(model->playback.phase(), now.phase);
}

// 2 s of running at a speed that is held to some per cent.
TEST(LiveView, TheGroundPassesAsFastAsTheRunnerRuns) {
  auto model = live_paused(1.0);
  const double before_m = model->moment()->travelled_m;
  model->live.step(2.0);
  pictures_until_idle(*model);
  const double speed_m_s = model->parameters().number("speed_m_s");
  EXPECT_NEAR(model->moment()->travelled_m - before_m, 2.0 * speed_m_s, 0.05 * 2.0 * speed_m_s);
}

// Contact is compliant: the ball of a loaded foot creeps by some mm while the heel rises.
TEST(LiveView, FeetStandOnTheGroundInBothEngines) {
  auto live = live_paused(1.0);
  const auto next_frame = [&] {
    live->live.step(0.005);
    pictures_until_idle(*live);
    return *live->moment();
  };
  EXPECT_LT(largest_slip_m(150, next_frame), 0.004);  // the figure itself moves by 16 mm
  auto stride = opened();
  const auto next_instant = [&] { return *picture(*stride, 0.025); };
  EXPECT_LT(largest_slip_m(150, next_instant), 0.004);
  const auto by_hand = [&] {
    stride->playback.step(1);
    return *picture(*stride);
  };
  EXPECT_LT(largest_slip_m(150, by_hand), 0.004);
}

// A leap would be metres: all the way back at the restart, or to another count of strides. 0.1 s is what the run may be
// ahead of the picture before.
TEST(LiveView, TheGroundNeverLeaps) {
  using Clock = std::chrono::steady_clock;
  auto model = live_playing();
  double before_m = picture(*model)->travelled_m;
  Clock::time_point before = Clock::now();
  for (int i = 0; i < 60; ++i) {
    if (i == 10) model->live.restart();
    if (i == 20) model->set_number("cadence_spm", 180.0);
    if (i == 30) model->show(Source::stride);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const double now_m = picture(*model)->travelled_m;
    const double passed_s = std::chrono::duration<double>(Clock::now() - before).count();
    EXPECT_GT(now_m, before_m - 0.1) << i;
    EXPECT_LT(now_m, before_m + 4.0 * (passed_s + 0.1)) << i;
    before_m = now_m;
    before = Clock::now();
  }
}

TEST(LiveView, OnePairOfControlsDrivesBoth) {
  auto model = live_playing();
  EXPECT_EQ(model->live.status().speed_factor, 1.0);
  EXPECT_FALSE(model->moment()->still);
  model->playback.set_rate(0.1);
  ASSERT_TRUE(pictures_until(*model, [&] { return model->live.status().speed_factor == 0.1; }));
  model->playback.play(false);
  ASSERT_TRUE(pictures_until_idle(*model));
  EXPECT_TRUE(model->moment()->still);
  model->playback.play(true);
  ASSERT_TRUE(pictures_until(*model, [&] { return model->live.status().running; }));
  model->show(Source::stride);
  ASSERT_TRUE(pictures_until(*model, [&] { return model->live.status().paused; }));
  EXPECT_TRUE(model->playback.playing());
  EXPECT_EQ(model->playback.rate(), 0.1);
  const double phase = model->playback.phase();
  picture(*model);
  EXPECT_NE(model->playback.phase(), phase) << "the stride plays by itself again";
  model->show(Source::live);
  EXPECT_TRUE(pictures_until(*model, [&] { return model->live.status().running; }));
}

TEST(LiveView, ScrubbingLooksThroughTheLastStride) {
  auto model = live_playing();
  ASSERT_TRUE(pictures_until(*model, [&] { return model->live.status().time_s > 1.5; }));
  model->playback.jump(model->b()->events, StrideEvent::peak_load);
  ASSERT_TRUE(pictures_until_idle(*model));
  const Moment peak = *model->moment();
  EXPECT_EQ(peak.source, Source::live);
  EXPECT_TRUE(peak.still);
  EXPECT_NEAR(peak.phase, model->b()->events.peak_load, 0.005);  // frames are 0.0014 of a stride apart
  // The right kneecap carries near to its most, and the left one little.
  EXPECT_GT(peak.leg[0][quantity("pfj_force_n")],
            0.6 * 70.0 * gravity_m_s2 * model->b()->metrics().value("pfj_force_peak_bw").value());
  EXPECT_LT(peak.leg[1][quantity("pfj_force_n")], 0.5 * peak.leg[0][quantity("pfj_force_n")]);
  model->playback.step(10);
  EXPECT_NEAR(picture(*model)->phase, model->b()->events.peak_load + 0.05, 0.005);
  model->playback.play(true);
  ASSERT_TRUE(pictures_until(*model, [&] { return model->live.status().running; }));
  picture(*model);
  EXPECT_EQ(model->playback.phase(), model->live.frame()->stride_phase);
}

// A run that was paused before its first peak goes on to it; another click there is where the figure is.
TEST(LiveView, ThePeakIsShownWhilePausedAlsoBeforeItWasReached) {
  for (const double run_s : {0.0, 0.02, 2.3}) {
    auto model = live_paused(run_s);
    for (int click = 0; click < 2; ++click) {
      model->jump(StrideEvent::peak_load);
      ASSERT_TRUE(pictures_until_idle(*model));
      picture(*model);
      const Moment peak = *picture(*model);
      EXPECT_TRUE(peak.still);
      EXPECT_NEAR(std::remainder(peak.phase - model->b()->events.peak_load, 1.0), 0.0, 0.012) << run_s;
    }
  }
}

TEST(LiveView, RestsWhileNobodyLooks) {
  auto model = live_playing();
  model->hide(true);
  ASSERT_TRUE(pictures_until(*model, [&] { return model->live.status().paused; }));
  const double then_s = model->live.status().time_s;
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  picture(*model);
  EXPECT_EQ(model->live.status().time_s, then_s);
  model->hide(false);
  EXPECT_TRUE(pictures_until(*model, [&] { return model->live.status().time_s > then_s; }));
}

TEST(LiveView, FollowsTheSlidersAndNotWhatCannotBeRun) {
  auto model = live_playing();
  for (const double cadence : {172.0, 175.0, 178.0}) {
    model->drag("cadence_spm", cadence);
    for (int i = 0; i < 10; ++i) picture(*model);
  }
  model->release();
  const auto followed = [&] {
    return model->shows_form() && !model->live.status().preview &&
           model->live.status().runner.form == model->b()->question.inputs.form;
  };
  ASSERT_TRUE(pictures_until(*model, followed));
  const LiveRunner before = model->live.status().runner;
  model->set_number("slope_percent", -20.0);
  model->set_number("speed_m_s", 6.0);
  model->set_number("cadence_spm", 161.0);
  model->settle();
  ASSERT_FALSE(model->message().empty());
  for (int i = 0; i < 20; ++i) picture(*model);
  EXPECT_TRUE(model->live.fault().empty()) << model->live.fault();
  EXPECT_EQ(before.form.cadence_spm, 178.0);
}

TEST(LiveView, AFallIsShownAsItLies) {
  auto model = live_paused(1.0);
  model->live.push(500.0);
  for (int i = 0; i < 5; ++i) {
    model->live.step(1.0);
    pictures_until_idle(*model);
  }
  ASSERT_FALSE(model->live.fault().empty());
  const Moment fallen = *picture(*model);
  EXPECT_EQ(fallen.source, Source::live);
  EXPECT_TRUE(fallen.still);
  model->playback.play(true);
  EXPECT_TRUE(model->fallen());
  EXPECT_FALSE(model->runs()) << "nothing plays, so that the button says Play";
  model->play(true);
  ASSERT_TRUE(pictures_until(*model, [&] { return model->runs(); })) << "who gets up runs again";
  model->play(false);
  model->live.push(500.0);
  for (int i = 0; i < 5; ++i) {
    model->live.step(1.0);
    pictures_until_idle(*model);
  }
  ASSERT_TRUE(model->fallen());
  model->set_number("cadence_spm", 176.0);
  model->settle();
  ASSERT_TRUE(pictures_until_idle(*model));
  EXPECT_TRUE(model->live.fault().empty()) << model->live.fault();
}

/// Typed in, not dragged: the whole way at once.
TEST(LiveView, ARunnerAskedForAnotherSpeedStaysUp) {
  for (const double speed_m_s : {2.4, 4.2}) {
    const auto model = test::live_paused(4.0);
    model->set_number("speed_m_s", speed_m_s);
    model->settle();
    test::pictures_until_idle(*model);
    model->live.step(9.0);  // the passage takes 3.6 s; then a few strides
    test::pictures_until_idle(*model);
    EXPECT_EQ(model->live.fault(), "") << speed_m_s;
    const Frame& frame = *model->live.frame();  // within a stride the speed wavers by some per cent
    EXPECT_NEAR(frame.motion.com_velocity_m_s.x(), speed_m_s, 0.3);
  }
}

}  // namespace
}  // namespace stridelab::view
