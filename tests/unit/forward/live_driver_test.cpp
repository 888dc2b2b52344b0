#include "forward/live_driver.h"

#include <gtest/gtest.h>

#include <vector>

#include "forward/live_replay.h"
#include "unit/forward/live_runners.h"

namespace stridelab {
namespace {

using test::easy_runner;
using test::held;
using test::preview;
using test::shipped_loads;
using test::solved;
using test::with_cadence;

constexpr double blend_s = 0.1;
constexpr std::int64_t blend_steps = 100;

LiveDriver driver() { return {easy_runner(), shipped_loads(), held(), blend_s}; }

void make_steps(LiveDriver& driver, int count) {
  for (int i = 0; i < count; ++i) driver.step();
}

template <class Event>
std::vector<Event> logged(const LiveDriver& driver) {
  std::vector<Event> events;
  for (const LogEntry& entry : driver.log().entries)
    if (const auto* event = std::get_if<Event>(&entry.event)) events.push_back(*event);
  return events;
}

std::vector<StrideAdopted> adopted(const LiveDriver& driver) { return logged<StrideAdopted>(driver); }

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

TEST(LiveDriver, AdoptsTheStrideItIsGivenAndLogsItsStep) {
  LiveDriver d = driver();
  make_steps(d, 40);
  const SetRunner quicker = solved(with_cadence(173.0));
  d.take(quicker);
  ASSERT_EQ(d.log().entries.size(), 1U);
  EXPECT_EQ(d.log().entries[0].step, 40);
  EXPECT_EQ(d.run().stride().number, 1);
  EXPECT_EQ(d.run().stride().stride.share(), quicker.solved->stride.share()) << "the same, not one like it";
  EXPECT_EQ(d.run().simulation().stride().form().cadence_spm, 173.0);
  EXPECT_FALSE(adopted(d)[0].warm_from);
  EXPECT_FALSE(d.preview());
}

TEST(LiveDriver, APreviewIsLoggedWithWhatItWasSolvedFrom) {
  LiveDriver d = driver();
  const SetRunner first = preview(with_cadence(171.0), easy_runner());
  d.take(first);
  EXPECT_TRUE(d.preview());
  make_steps(d, blend_steps);
  d.take(preview(with_cadence(173.0), first));
  make_steps(d, blend_steps);
  d.take(solved(with_cadence(173.0)));
  EXPECT_FALSE(d.preview()) << "the canonical stride follows when the slider rests";
  const auto strides = adopted(d);
  ASSERT_EQ(strides.size(), 3U);
  EXPECT_EQ(strides[0].warm_from, 0);
  EXPECT_EQ(strides[1].warm_from, 1);
  EXPECT_FALSE(strides[2].warm_from);
  EXPECT_TRUE(logged<StrideSolved>(d).empty()) << "all of them ran";
  make_steps(d, 200);
  expect_replays(d);
}

TEST(LiveDriver, APreviewMayComeFromAStrideThatIsNoLongerTheLast) {
  LiveDriver d = driver();
  const SetRunner first = preview(with_cadence(171.0), easy_runner());
  d.take(first);
  make_steps(d, blend_steps + 1);
  d.take(preview(with_cadence(172.0), first));
  make_steps(d, blend_steps + 1);
  d.take(preview(with_cadence(173.0), first));
  make_steps(d, 50);
  const auto strides = adopted(d);
  ASSERT_EQ(strides.size(), 3U);
  EXPECT_EQ(strides[2].warm_from, 1);
  expect_replays(d);
}

// Of a slider's many previews few are run, but each comes from the one before; and a canonical stride that was
// overtaken may be what the next preview comes from.
TEST(LiveDriver, StridesThatNeverRanAreLoggedForTheirPreviews) {
  LiveDriver d = driver();
  make_steps(d, 10);
  SetRunner last = easy_runner();
  for (int i = 1; i <= 4; ++i) d.take(last = preview(with_cadence(169.5 + i), last));  // 1 runs, 4 waits
  make_steps(d, blend_steps + 1);
  last = solved(with_cadence(176.0));
  d.take(last);  // waits, and is overtaken
  d.take(last = preview(with_cadence(177.0), last));
  make_steps(d, blend_steps + 50);
  const auto strides = adopted(d);
  const auto only_solved = logged<StrideSolved>(d);
  ASSERT_EQ(strides.size(), 3U);
  ASSERT_EQ(only_solved.size(), 3U);
  EXPECT_EQ(strides[0].warm_from, 0);      // 1
  EXPECT_EQ(only_solved[0].warm_from, 1);  // 2
  EXPECT_EQ(only_solved[1].warm_from, 2);  // 3
  EXPECT_EQ(strides[1].warm_from, 3);      // 4
  EXPECT_FALSE(only_solved[2].warm_from);  // 5
  EXPECT_EQ(strides[2].warm_from, 5);
  expect_replays(d);
  const auto read = parse_command_log(to_text(d.log()), "driver.log");
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(replay(*read, shipped_loads(), d.run().steps())->hash, d.run().simulation().state_hash());
}

TEST(LiveDriver, TheNewestFormWins) {
  LiveDriver d = driver();
  d.take(solved(with_cadence(171.0)));
  for (int i = 0; i < 3; ++i) d.take(solved(with_cadence(174.0 + i)));
  make_steps(d, blend_steps + 1);
  const auto strides = adopted(d);
  ASSERT_EQ(strides.size(), 2U) << "those in between were never run";
  EXPECT_EQ(strides[1].runner.form.cadence_spm, 176.0);
}

TEST(LiveDriver, PassagesDoNotInterruptEachOther) {
  LiveDriver d = driver();
  make_steps(d, 10);
  for (const double cadence_spm : {171.0, 172.0, 173.0}) d.take(solved(with_cadence(cadence_spm)));
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

TEST(LiveDriver, AnotherBodyStartsAnewAtOnce) {
  LiveDriver d = driver();
  make_steps(d, 30);
  LiveRunner heavier;
  heavier.body.mass_kg = 85.0;
  d.take(preview(heavier, easy_runner()));
  EXPECT_EQ(d.run().starts(), 1) << "a preview of another body waits for the final form";
  EXPECT_FALSE(d.waiting());
  d.take(solved(heavier));
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
  d.take(solved(soft));
  EXPECT_EQ(d.run().starts(), 2);
  EXPECT_EQ(d.run().simulation().settings().contact, soft.contact);
  make_steps(d, 200);  // contact included
  make_steps(plain, 200);
  EXPECT_NE(d.run().simulation().state_hash(), plain.run().simulation().state_hash());
  expect_replays(d);
}

TEST(LiveDriver, ARestartTakesTheNewestStride) {
  LiveDriver d = driver();
  d.take(solved(with_cadence(171.0)));
  make_steps(d, 20);
  d.take(solved(with_cadence(175.0)));
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
  d.take(solved(with_cadence(171.0)));
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
