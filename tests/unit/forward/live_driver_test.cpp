#include "forward/live_driver.h"

#include <gtest/gtest.h>

#include <vector>

#include "forward/live_replay.h"
#include "support/strides.h"
#include "unit/forward/live_runners.h"

namespace stridelab {
namespace {

using test::held;
using test::infeasible_runner;
using test::shipped_loads;
using test::with_cadence;

constexpr double blend_s = 0.1;
constexpr std::int64_t blend_steps = 100;

LiveDriver driver() { return {LiveRunner{}, test::easy_run(), shipped_loads(), held(), blend_s}; }

/// Solves what is wanted, here and now.
void solve_wanted(LiveDriver& driver) {
  if (auto request = driver.next_request()) {
    auto stride = solve_plan(*request);
    driver.take({*std::move(request), std::move(stride)});
  }
}

void make_steps(LiveDriver& driver, int count) {
  for (int i = 0; i < count; ++i) driver.step();
}

std::vector<StrideAdopted> adopted(const LiveDriver& driver) {
  std::vector<StrideAdopted> strides;
  for (const LogEntry& entry : driver.log().entries)
    if (const auto* stride = std::get_if<StrideAdopted>(&entry.event)) strides.push_back(*stride);
  return strides;
}

void expect_replays(const LiveDriver& driver) {
  const auto end = replay(driver.log(), shipped_loads(), driver.run().steps());
  ASSERT_TRUE(end) << end.error();
  EXPECT_EQ(end->step, driver.run().steps());
  EXPECT_EQ(end->hash, driver.run().simulation().state_hash());
  EXPECT_EQ(end->strides, driver.run().stride().number);
}

TEST(LiveDriver, RunsPausesAndResumes) {
  LiveDriver d = driver();
  make_steps(d, 3);
  EXPECT_EQ(d.run().steps(), 3);
  d.take(Pause{});
  EXPECT_FALSE(d.running());
  make_steps(d, 3);
  EXPECT_EQ(d.run().steps(), 3);
  d.take(Resume{});
  make_steps(d, 3);
  EXPECT_EQ(d.run().steps(), 6);
}

TEST(LiveDriver, MakesStepsOneByOneAndStaysPaused) {
  LiveDriver d = driver();
  d.take(MakeSteps{});
  EXPECT_TRUE(d.running());
  EXPECT_TRUE(d.at_once());
  make_steps(d, 5);
  EXPECT_EQ(d.run().steps(), 1);
  EXPECT_TRUE(d.paused());
  d.take(MakeSteps{2});
  d.take(MakeSteps{3});
  make_steps(d, 10);
  EXPECT_EQ(d.run().steps(), 6);
  d.take(MakeSteps{1000});
  d.take(Pause{});
  EXPECT_FALSE(d.running()) << "a pause ends them";
}

TEST(LiveDriver, SlowMotionChangesNoStep) {
  LiveDriver slow = driver(), plain = driver();
  slow.take(SetSpeed{0.1});
  EXPECT_EQ(slow.speed_factor(), 0.1);
  make_steps(slow, 50);
  make_steps(plain, 50);
  EXPECT_EQ(slow.run().simulation().state_hash(), plain.run().simulation().state_hash());
}

TEST(LiveDriver, AdoptsANewFormAndLogsItsStep) {
  LiveDriver d = driver();
  make_steps(d, 40);
  d.take(SetRunner{with_cadence(173.0)});
  EXPECT_TRUE(d.solving());
  EXPECT_TRUE(d.log().entries.empty()) << "nothing has taken effect yet";
  solve_wanted(d);
  EXPECT_FALSE(d.solving());
  ASSERT_EQ(d.log().entries.size(), 1U);
  EXPECT_EQ(d.log().entries[0].step, 40);
  EXPECT_EQ(d.run().stride().number, 1);
  EXPECT_EQ(d.run().simulation().stride().form().cadence_spm, 173.0);
  EXPECT_FALSE(adopted(d)[0].warm_from);
  EXPECT_FALSE(d.preview());
}

TEST(LiveDriver, APreviewStartsFromTheStrideInForce) {
  LiveDriver d = driver();
  d.take(SetRunner{with_cadence(171.0), true});
  solve_wanted(d);
  EXPECT_TRUE(d.preview());
  make_steps(d, blend_steps);
  d.take(SetRunner{with_cadence(173.0), true});
  solve_wanted(d);
  make_steps(d, blend_steps);
  d.take(SetRunner{with_cadence(173.0)});
  solve_wanted(d);
  EXPECT_FALSE(d.preview()) << "the canonical stride follows when the slider rests";
  const auto strides = adopted(d);
  ASSERT_EQ(strides.size(), 3U);
  EXPECT_EQ(strides[0].warm_from, 0);
  EXPECT_EQ(strides[1].warm_from, 1);
  EXPECT_FALSE(strides[2].warm_from);
  make_steps(d, 200);
  expect_replays(d);
}

TEST(LiveDriver, APreviewMayComeFromAStrideThatIsNoLongerTheLast) {
  LiveDriver d = driver();
  d.take(SetRunner{with_cadence(171.0), true});
  solve_wanted(d);  // 1, in passage
  d.take(SetRunner{with_cadence(172.0), true});
  solve_wanted(d);  // waits; will be 2
  d.take(SetRunner{with_cadence(173.0), true});
  auto request = d.next_request();  // from 1, under way while 2 is adopted
  ASSERT_TRUE(request);
  make_steps(d, blend_steps + 1);
  ASSERT_EQ(d.run().stride().number, 2);
  auto stride = solve_plan(*request);
  d.take({*std::move(request), std::move(stride)});
  make_steps(d, blend_steps + 50);
  const auto strides = adopted(d);
  ASSERT_EQ(strides.size(), 3U);
  EXPECT_EQ(strides[2].warm_from, 1);
  expect_replays(d);
}

TEST(LiveDriver, TheNewestFormWins) {
  LiveDriver d = driver();
  d.take(SetRunner{with_cadence(171.0)});
  auto first = d.next_request();
  ASSERT_TRUE(first);
  for (int i = 0; i < 5; ++i) d.take(SetRunner{with_cadence(172.0 + i)});
  EXPECT_FALSE(d.next_request()) << "one solve at a time";
  auto stride = solve_plan(*first);
  d.take({*std::move(first), std::move(stride)});
  solve_wanted(d);
  EXPECT_FALSE(d.solving());
  make_steps(d, blend_steps + 1);
  const auto strides = adopted(d);
  ASSERT_EQ(strides.size(), 2U) << "those in between were never solved";
  EXPECT_EQ(strides[1].runner.form.cadence_spm, 176.0);
}

TEST(LiveDriver, PassagesDoNotInterruptEachOther) {
  LiveDriver d = driver();
  make_steps(d, 10);
  for (const double cadence_spm : {171.0, 172.0, 173.0}) {
    d.take(SetRunner{with_cadence(cadence_spm)});
    solve_wanted(d);
  }
  EXPECT_TRUE(d.waiting());
  EXPECT_EQ(d.run().stride().number, 1);
  make_steps(d, blend_steps);
  EXPECT_EQ(d.run().stride().number, 1);
  make_steps(d, 1);
  EXPECT_FALSE(d.waiting());
  ASSERT_EQ(d.log().entries.size(), 2U);
  EXPECT_EQ(d.log().entries[1].step, 10 + blend_steps);
  EXPECT_EQ(d.run().runner().form.cadence_spm, 173.0);
}

TEST(LiveDriver, AnInfeasibleFormKeepsTheLastStrideRunning) {
  LiveDriver d = driver(), plain = driver();
  d.take(SetRunner{infeasible_runner()});
  solve_wanted(d);
  EXPECT_NE(d.infeasible().find("no feasible gait"), std::string::npos) << d.infeasible();
  EXPECT_EQ(d.run().stride().number, 0);
  make_steps(d, 50);
  make_steps(plain, 50);
  EXPECT_EQ(d.run().simulation().state_hash(), plain.run().simulation().state_hash());
  d.take(SetRunner{with_cadence(171.0)});
  solve_wanted(d);
  EXPECT_EQ(d.infeasible(), "");
}

TEST(LiveDriver, AnotherBodyStartsAnewAtOnce) {
  LiveDriver d = driver();
  make_steps(d, 30);
  LiveRunner heavier;
  heavier.body.mass_kg = 85.0;
  d.take(SetRunner{heavier, true});
  EXPECT_FALSE(d.solving()) << "a preview of another body waits for the final form";
  d.take(SetRunner{heavier});
  solve_wanted(d);
  EXPECT_EQ(d.run().starts(), 2);
  EXPECT_EQ(d.run().simulation().index(), 0);
  EXPECT_EQ(d.run().steps(), 30) << "the session goes on counting";
  EXPECT_EQ(d.run().simulation().stride().body().mass_kg, 85.0);
  make_steps(d, 70);
  expect_replays(d);
}

TEST(LiveDriver, AnotherGroundStartsAnewOnIt) {
  LiveDriver d = driver(), plain = driver();
  LiveRunner soft;
  soft.contact.stiffness_n_m = {30e3, 30e3, 30e3};
  d.take(SetRunner{soft});
  solve_wanted(d);
  EXPECT_EQ(d.run().starts(), 2);
  EXPECT_EQ(d.run().simulation().settings().contact, soft.contact);
  make_steps(d, 200);  // contact included
  make_steps(plain, 200);
  EXPECT_NE(d.run().simulation().state_hash(), plain.run().simulation().state_hash());
  expect_replays(d);
}

TEST(LiveDriver, ARestartTakesTheNewestStride) {
  LiveDriver d = driver();
  d.take(SetRunner{with_cadence(171.0)});
  solve_wanted(d);
  make_steps(d, 20);
  d.take(SetRunner{with_cadence(175.0)});
  solve_wanted(d);
  ASSERT_TRUE(d.waiting());
  d.take(Restart{});
  EXPECT_FALSE(d.waiting());
  EXPECT_EQ(d.run().simulation().stride().form().cadence_spm, 175.0);
  EXPECT_EQ(d.run().simulation().time_s(), 0.0);
  EXPECT_FALSE(d.run().passing());
  make_steps(d, 80);
  expect_replays(d);
}

TEST(LiveDriver, AFallStopsTheRunAndARestartGoesOn) {
  LiveDriver d = driver();
  make_steps(d, 10);
  d.take(PushRunner{Vec3(0.0, 0.0, 5000.0), 1.0});
  make_steps(d, 3000);
  ASSERT_TRUE(d.run().fallen());
  const std::int64_t end = d.run().steps();
  EXPECT_LT(end, 3010);
  EXPECT_FALSE(d.running());
  d.take(MakeSteps{5});
  make_steps(d, 5);
  EXPECT_EQ(d.run().steps(), end);
  d.take(SetRunner{with_cadence(171.0)});
  solve_wanted(d);
  EXPECT_EQ(d.run().stride().number, 1) << "no passage to wait for";
  expect_replays(d);
  d.take(Restart{});
  d.take(Resume{});
  EXPECT_TRUE(d.running());
  make_steps(d, 100);
  EXPECT_EQ(d.run().steps(), end + 100);
  EXPECT_FALSE(d.run().fallen());
  expect_replays(d);
}

}  // namespace
}  // namespace stridelab
