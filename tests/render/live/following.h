#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <string>
#include <thread>

#include "gait/synthesise.h"
#include "render/live/live_feed.h"
#include "render/live/live_runner.h"
#include "scenario/scenario.h"

namespace stridelab::view::test {

inline const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

/// A shipped scenario with changes as after `--set`.
inline RunInputs inputs(const std::vector<std::string>& changes = {}, const std::string& name = "easy_run") {
  const auto read = read_scenario(STRIDELAB_SOURCE_DIR "/scenarios/" + name + ".toml", changes);
  EXPECT_TRUE(read) << (read ? "" : to_text(read.error()));
  return read ? read->inputs : RunInputs{};
}

/// A form with its canonical stride.
inline SetRunner solved(const RunInputs& form, bool preview = false) {
  const Stride stride = synthesise(form.body, form.form).value();
  return {live_runner(form), std::make_shared<const TracedStride>(TracedStride{stride, nullptr}), preview};
}

/// Polls as a window does until the condition holds; a minute in vain fails the test.
inline bool poll_until(LiveFeed& feed, const std::function<bool()>& condition) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  for (;;) {
    feed.poll();
    if (condition()) return true;
    if (std::chrono::steady_clock::now() > give_up) {
      ADD_FAILURE() << "waited a minute in vain, at step " << feed.status().step << ": " << feed.fault();
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

inline bool poll_until_idle(LiveFeed& feed) {
  return poll_until(feed, [&] { return feed.idle(); });
}

/// Lets simulated time pass, without pacing; in pieces, so that nothing is forgotten before it is read.
inline void let_pass(LiveFeed& feed, double seconds) {
  for (double left = seconds; left > 1e-9; left -= 1.0) {
    feed.step(std::min(left, 1.0));
    poll_until_idle(feed);
  }
}

/// A run that waits for steps to be asked for.
inline void follow_paused(LiveFeed& feed, const RunInputs& form) {
  feed.play(false);
  feed.follow(solved(form));
  poll_until(feed, [&] { return feed.frame() != nullptr && feed.idle(); });
}

}  // namespace stridelab::view::test
