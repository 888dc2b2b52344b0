#include "tuning/score.h"

#include <gtest/gtest.h>

#include "support/strides.h"

namespace stridelab {
namespace {

const LoadModels& loads() {
  static const LoadModels models = read_load_models().value();
  return models;
}

TEST(Score, APerfectRunCostsNothing) {
  TrialResult perfect;
  perfect.survived_s = 10.0;
  perfect.quality.duration_s = 7.0;
  perfect.quality.plan = {3.3, 169.5, 70.0, 0.0};
  perfect.quality.joint_rms_rad.setZero();
  EXPECT_NEAR(perfect.cost(10.0), 0.0, 1e-12);
}

TEST(Score, ALaterFallCostsLessAndNeverLittle) {
  TrialResult fall;
  fall.fell = true;
  double last = 31.0;
  for (const double survived_s : {0.0, 1.0, 5.0, 9.9}) {
    fall.survived_s = survived_s;
    EXPECT_LT(fall.cost(10.0), last);
    EXPECT_GE(fall.cost(10.0), 10.0);
    last = fall.cost(10.0);
  }
}

// Held by a fore-aft assist the default form runs its plan; with no reflex at all nobody gets far.
TEST(Score, ReflexesMakeTheDifference) {
  Trial trial;
  trial.duration_s = 5.0;
  trial.assist_percent = 10.0;
  const TrialResult run = run_trial(test::easy_run(), shipped_gains(), trial, loads());
  EXPECT_FALSE(run.fell);
  EXPECT_DOUBLE_EQ(run.survived_s, 5.0);
  ReflexGains none;
  const TrialResult limp = run_trial(test::easy_run(), none, trial, loads());
  EXPECT_TRUE(limp.fell);
  EXPECT_LT(limp.survived_s, 3.0);
  EXPECT_GT(limp.cost(trial.duration_s), run.cost(trial.duration_s));
}

TEST(Score, RepeatsBitForBit) {
  Trial trial;
  trial.duration_s = 5.0;
  trial.assist_percent = 10.0;
  const TrialResult once = run_trial(test::easy_run(), shipped_gains(), trial, loads());
  const TrialResult again = run_trial(test::easy_run(), shipped_gains(), trial, loads());
  EXPECT_EQ(once.cost(5.0), again.cost(5.0));
  EXPECT_EQ(once.survived_s, again.survived_s);
}

}  // namespace
}  // namespace stridelab
