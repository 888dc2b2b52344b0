#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <functional>
#include <memory>
#include <thread>

#include "render/live/finite.h"
#include "render/ui/view_model.h"

namespace stridelab::view::test {

inline const std::string easy_run = STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml";

inline std::unique_ptr<ViewModel> opened(const std::string& scenario = easy_run) {
  auto model = ViewModel::open(scenario);
  EXPECT_TRUE(model) << (model ? "" : to_text(model.error()));
  (*model)->settle();
  return *std::move(model);
}

inline bool is_finite(const Moment& moment) {
  Frame frame;  // what a moment has of it
  frame.motion = moment.sample;
  frame.leg = moment.leg;
  for (FootContact& foot : frame.contact) {
    foot.point_m.fill(Vec3::Zero());
    foot.force_n.fill(Vec3::Zero());
  }
  frame.actuator_torque_nm.setZero();
  return view::is_finite(frame) && std::isfinite(moment.phase) && std::isfinite(moment.travelled_m);
}

/// One picture as the window makes it: poll, time, and what the figure shows.
inline std::optional<Moment> picture(ViewModel& model, double real_s = 1.0 / 60.0) {
  model.poll();
  if (model.b() != nullptr) model.playback.advance(real_s, model.b()->stride().period_s());
  std::optional<Moment> now = model.moment();
  EXPECT_TRUE(!now || is_finite(*now));
  return now;
}

/// Pictures until the condition holds; a minute in vain fails the test.
inline bool pictures_until(ViewModel& model, const std::function<bool()>& condition) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  for (;;) {
    picture(model);
    if (condition()) return true;
    if (std::chrono::steady_clock::now() > give_up) {
      ADD_FAILURE() << "waited a minute in vain, at step " << model.live.status().step << ": " << model.live.fault();
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

inline bool pictures_until_idle(ViewModel& model) {
  return pictures_until(model, [&] { return model.live.idle(); });
}

/// The forward run shown, paused, with so much of it made.
inline std::unique_ptr<ViewModel> live_paused(double seconds) {
  auto model = opened();
  model->playback.play(false);
  model->show(Source::live);
  pictures_until(*model, [&] { return model->live.frame() != nullptr && model->live.idle(); });
  if (seconds > 0.0) model->live.step(seconds);
  pictures_until_idle(*model);
  return model;
}

}  // namespace stridelab::view::test
