#include "forward/fall_guard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "support/plan_state.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

/// The runner exactly on the plan, and what the guard says after one thing is changed.
struct OnPlan {
  OnPlan() {
    static const ReferenceMotion table = test::reference_motion(test::easy_run());
    plan = table.at(0.1);
    state.q << plan.pelvis_m, plan.q_rad;
    state.u << plan.pelvis_velocity_m_s, plan.qd_rad_s;
    step.u_end = state.u;
  }
  [[nodiscard]] std::optional<Fall> find() const {
    return find_fall(forward_limits().fall, 1.25, state, step, plan, test::easy_run());
  }
  [[nodiscard]] std::string text() const {
    const auto fall = find();
    return fall ? fall->text() : "no fall";
  }

  ReferenceInstant plan;
  FreeState state;
  StepSolution step;
};

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(FallGuard, LetsTheRunnerOnThePlanRun) { EXPECT_EQ(OnPlan{}.find(), std::nullopt); }

TEST(FallGuard, NamesTheCoordinateThatIsNoNumber) {
  for (const int i : {pelvis_list, knee_angle_l, arm_flex_r}) {
    OnPlan run;
    run.state.u(free_index(i)) = i == knee_angle_l ? std::numeric_limits<double>::infinity() : nan;
    EXPECT_THAT(run.text(), HasSubstr("diverged"));
    EXPECT_THAT(run.text(), HasSubstr(std::string(coordinate_names[static_cast<std::size_t>(i)])));
    EXPECT_THAT(run.text(), HasSubstr("1.25 s"));
  }
  OnPlan run;
  run.state.q(1) = nan;
  EXPECT_THAT(run.text(), HasSubstr("the pelvis position"));
}

// A step that could not be solved ends the run even while the state of its beginning is still sound, and the sentence
// does not break off.
TEST(FallGuard, EndsARunWhoseStepHasNoSolution) {
  OnPlan run;
  run.step.finite = false;
  ASSERT_TRUE(run.find());
  EXPECT_THAT(run.find()->what, HasSubstr("diverged"));
  EXPECT_FALSE(run.find()->what.ends_with("in ")) << run.find()->what;
}

TEST(FallGuard, NamesASunkPelvis) {
  OnPlan run;
  run.state.q(1) = 0.76 * run.plan.pelvis_m.y();
  EXPECT_EQ(run.find(), std::nullopt);
  run.state.q(1) = 0.74 * run.plan.pelvis_m.y();
  EXPECT_THAT(run.text(), HasSubstr("the pelvis sank"));
}

TEST(FallGuard, NamesATiltAndItsSide) {
  for (const int k : {pelvis_tilt, pelvis_list, pelvis_rotation}) {
    for (const double sign : {1.0, -1.0}) {
      OnPlan run;
      run.state.q(free_index(k)) += sign * 49.0 * rad_per_deg;
      EXPECT_EQ(run.find(), std::nullopt);
      run.state.q(free_index(k)) += sign * 3.0 * rad_per_deg;
      EXPECT_THAT(run.text(), HasSubstr(std::string(coordinate_names[static_cast<std::size_t>(k)])));
      EXPECT_THAT(run.text(), HasSubstr(sign > 0.0 ? " 52 deg" : "-52 deg"));
    }
  }
}

TEST(FallGuard, EndsAJointThatSpins) {
  OnPlan run;
  run.state.u(free_index(ankle_angle_r)) = -121.0;
  EXPECT_THAT(run.text(), HasSubstr("ankle_angle_r"));
  EXPECT_THAT(run.text(), HasSubstr("120 rad/s"));
}

TEST(FallGuard, NamesTheJointsAtTheirLimit) {
  OnPlan run;
  run.state.q(1) = 0.5;
  run.step.saturated = 1U << hip_adduction_r | 1U << knee_angle_l;
  EXPECT_EQ(run.find()->limiting, "hip_adduction_r, knee_angle_l");
  EXPECT_THAT(run.text(), HasSubstr("at the strength limit: hip_adduction_r, knee_angle_l"));
}

}  // namespace
}  // namespace stridelab
