// The forward run in the view under every scenario and under a restless hand.
#include <gtest/gtest.h>

#include <random>

#include "render/ui_model/live_view.h"

namespace stridelab::view {
namespace {

using test::live_paused;
using test::opened;
using test::picture;
using test::pictures_until;
using test::pictures_until_idle;

TEST(LiveRobust, EveryScenarioIsFollowed) {
  auto model = live_paused(0.5);
  ASSERT_GE(model->presets().size(), 25U);
  for (const Preset& preset : model->presets()) {
    ASSERT_TRUE(model->load(preset.path)) << model->message();
    model->settle();
    const RunInputs& inputs = model->b()->question.inputs;
    const auto followed = [&] {
      const LiveStatus& status = model->live.status();
      return model->live.idle() && status.runner.form == inputs.form && status.runner.body == inputs.body;
    };
    model->live.step(1.0);  // a form waits until the one before it is blended in
    ASSERT_TRUE(pictures_until(*model, followed)) << preset.path;
    model->live.step(2.0);
    pictures_until_idle(*model);
    // Steeper than the reflexes were tuned for the runner may fall, and says so.
    const bool within_reach = std::abs(model->parameters().number("slope_percent")) <= 10.0;
    EXPECT_TRUE(model->live.fault().empty() || !within_reach) << preset.path << ": " << model->live.fault();
    EXPECT_EQ(picture(*model)->source, Source::live) << preset.path;
  }
}

class RestlessHand {
 public:
  explicit RestlessHand(ViewModel& model) : model_(model) {}

  void act() {
    switch (below(14)) {
      case 0:
        return model_.playback.play(below(2) == 0);
      case 1:
        return model_.playback.set_rate(real(0.01, 2.0));
      case 2:
        return model_.playback.scrub(real(-2.0, 2.0));
      case 3:
        return model_.playback.step(static_cast<int>(below(40)) - 20);
      case 4:
        return model_.live.restart();
      case 5:
        return model_.live.push(real(-60.0, 60.0));
      case 6:
        return model_.live.push(below(6) == 0 ? real(-2000.0, 2000.0) : std::nan(""));
      case 7:
        return model_.live.step(real(-0.1, 0.3));
      case 8:
        return model_.show(below(3) == 0 ? Source::stride : Source::live);
      case 9:
        return model_.reset_all();
      case 10:
        return model_.release();
      default:
        return slide();
    }
  }
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

 private:
  double real(double from, double to) { return std::uniform_real_distribution(from, to)(random_); }
  void slide() {
    const auto& rows = parameter_table();
    const ParameterInfo& info = rows[below(rows.size())];
    if (info.kind == ParameterKind::text) {
      model_.set_text(info.key, info.choices[below(info.choices.size())]);
    } else {
      model_.drag(info.key, real(info.lo, info.hi));
    }
  }

  ViewModel& model_;
  std::mt19937_64 random_{11};
};

TEST(LiveRobust, ARestlessHandNeverBreaksIt) {
  auto model = opened();
  model->playback.set_rate(1.0);
  model->show(Source::live);
  RestlessHand hand(*model);
  for (int i = 0; i < 600; ++i) {
    hand.act();
    picture(*model);
    if (hand.below(3) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  // And then it runs as if nothing had been.
  model->reset_all();
  model->show(Source::live);
  model->settle();
  model->playback.play(true);
  model->live.restart();
  const auto runs = [&] { return model->live.status().running && model->live.status().time_s > 0.2; };
  EXPECT_TRUE(pictures_until(*model, runs)) << model->live.fault();
}

TEST(LiveRobust, TheWindowMayCloseAtAnyTime) {
  for (int i = 0; i < 5; ++i) {
    auto model = ViewModel::open(test::easy_run).value();
    model->show(Source::live);
    for (int k = 0; k < 15 * i; ++k) {
      picture(*model);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    model->drag("cadence_spm", 180.0);
    picture(*model);
  }
}

}  // namespace
}  // namespace stridelab::view
