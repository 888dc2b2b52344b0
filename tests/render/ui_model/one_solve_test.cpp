// A move of a slider is solved once, whoever shows it: panels, figure, live run, files.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "forward/live_replay.h"
#include "render/ui/export.h"
#include "render/ui_model/live_view.h"

namespace stridelab::view {
namespace {

using test::picture;
using test::pictures_until;

/// The engines, and how often they solved.
struct Counting {
  std::atomic<int> finals = 0, previews = 0;

  [[nodiscard]] int all() const { return finals + previews; }
  [[nodiscard]] Engines engines() {
    Engines engines;
    engines.stride = [this, solve = stride_engine()](const RunInputs& inputs) {
      ++finals;
      return solve(inputs);
    };
    engines.preview = [this, solve = preview_engine()](const Stride& neighbour, const RunInputs& inputs) {
      ++previews;
      return solve(neighbour, inputs);
    };
    return engines;
  }
};

class OneSolve : public ::testing::Test {
 protected:
  OneSolve() : model_(open(test::easy_run)) {}

  std::unique_ptr<ViewModel> open(const std::string& scenario) {
    auto model = ViewModel::open(scenario, {}, {}, counted_.engines());
    EXPECT_TRUE(model) << (model ? "" : to_text(model.error()));
    (*model)->settle();
    return *std::move(model);
  }
  void run_live() {
    model_->playback.set_rate(1.0);
    model_->show(Source::live);
    pictures_until(*model_, [&] { return model_->live.status().time_s > 0.3; });
  }
  /// A slider moves, and pictures go by until its answer is shown.
  void drag(const std::string& key, double value) {
    model_->drag(key, value);
    pictures_until(*model_, [&] { return !model_->solving(); });
  }
  void release() {
    model_->release();
    pictures_until(*model_, [&] { return !model_->solving(); });
  }
  [[nodiscard]] bool runs_form() const {
    const LiveStatus& status = model_->live.status();
    return !status.preview && !status.waiting && status.runner.form == model_->b()->question.inputs.form;
  }

  Counting counted_;  ///< before the model: it is called from the model's thread
  std::unique_ptr<ViewModel> model_;
};

TEST_F(OneSolve, OpeningSolvesTheFormAndItsBaselineOnce) {
  ASSERT_NE(model_->a(), nullptr);
  EXPECT_EQ(counted_.all(), 1);
  EXPECT_EQ(&model_->a()->stride().solution(), &model_->b()->stride().solution());
}

TEST_F(OneSolve, PerMoveWithALiveRunBesideIt) {
  run_live();
  EXPECT_EQ(counted_.all(), 1) << "the live run begins with the stride that is there";
  constexpr int moves = 30;
  for (int i = 1; i <= moves; ++i) {
    drag("cadence_spm", 169.5 + 0.3 * i);
    ASSERT_EQ(counted_.previews, i);
    EXPECT_TRUE(model_->b()->preview);
  }
  EXPECT_EQ(counted_.finals, 1);
  release();
  EXPECT_EQ(counted_.finals, 2);
  ASSERT_TRUE(pictures_until(*model_, [&] { return runs_form(); }));
  EXPECT_EQ(counted_.all(), 1 + moves + 1) << "blending in solved nothing";
}

/// Moves that come faster than they are solved: fewer solves, never more.
TEST_F(OneSolve, AtMostPerMoveOfAFastHand) {
  run_live();
  constexpr int moves = 60;
  for (int i = 1; i <= moves; ++i) {
    model_->drag("cadence_spm", 169.5 + 0.2 * i);
    picture(*model_);
  }
  model_->settle();
  ASSERT_TRUE(pictures_until(*model_, [&] { return runs_form(); }));
  EXPECT_LE(counted_.previews, moves);
  EXPECT_EQ(counted_.finals, 2);
}

TEST_F(OneSolve, GoingBackToAFormJustSeenSolvesNothing) {
  model_->set_number("cadence_spm", 180.0);
  model_->settle();
  model_->freeze();
  EXPECT_EQ(counted_.finals, 2);
  model_->reset_all();
  model_->settle();
  model_->swap();
  model_->settle();
  model_->reset_baseline();
  model_->settle();
  EXPECT_EQ(counted_.all(), 2);
}

/// The base of the checks is what A shows already.
TEST_F(OneSolve, AFileIsWrittenFromWhatIsThere) {
  model_ = open(STRIDELAB_SOURCE_DIR "/scenarios/quick_steps.toml");
  ASSERT_TRUE(model_->compare_with_base());
  model_->settle();
  const int before = counted_.all();
  ASSERT_TRUE(csv_text(*model_->b(), model_->strides(), model_->models()));
  EXPECT_EQ(counted_.all(), before);
}

/// Each preview comes from the one before, and few of them are run: the log names them all.
TEST_F(OneSolve, WhatWasRunReplaysFromTheLog) {
  run_live();
  for (int i = 1; i <= 40; ++i) drag("cadence_spm", 169.5 + 0.2 * i);
  ASSERT_TRUE(pictures_until(*model_, [&] { return model_->live.status().preview; }));
  release();
  ASSERT_TRUE(pictures_until(*model_, [&] { return runs_form(); }));
  for (int i = 1; i <= 5; ++i) drag("foot_strike_deg", 12.0 - i);
  release();
  ASSERT_TRUE(pictures_until(*model_, [&] { return runs_form(); }));
  model_->playback.play(false);
  ASSERT_TRUE(pictures_until(*model_, [&] { return model_->live.status().paused && model_->live.idle(); }));
  const LiveStatus end = model_->live.status();
  ASSERT_TRUE(end.fall.empty()) << end.fall;
  const auto log = parse_command_log(to_text(model_->live.log()), "view.log");
  ASSERT_TRUE(log) << to_text(log.error());
  const auto previews = std::ranges::count_if(log->entries, [](const LogEntry& entry) {
    const auto* stride = std::get_if<StrideAdopted>(&entry.event);
    return stride != nullptr && stride->warm_from;
  });
  EXPECT_GE(previews, 1);
  const auto again = replay(*log, model_->models(), end.step);
  ASSERT_TRUE(again) << again.error();
  EXPECT_EQ(again->hash, end.state_hash);
  EXPECT_EQ(again->strides, end.stride_number);
}

}  // namespace
}  // namespace stridelab::view
