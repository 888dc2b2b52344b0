#include "render/live/stride_lines.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "forward/forward_run.h"
#include "gait/synthesise.h"
#include "render/live/following.h"
#include "render/live/live_runner.h"

namespace stridelab::view {
namespace {

using test::follow_paused;
using test::inputs;
using test::let_pass;
using test::models;
using test::poll_until_idle;
using test::solved;

double span(const std::vector<double>& values) {
  const auto [least, most] = std::ranges::minmax(values);
  return most - least;
}

std::vector<double> mean_of(const std::vector<LiveStride>& strides, std::size_t row) {
  std::vector<double> mean(static_cast<std::size_t>(curve_samples), 0.0);
  for (const LiveStride& stride : strides)
    for (std::size_t i = 0; i < mean.size(); ++i)
      mean[i] += stride.values[row][i] / static_cast<double>(strides.size());
  return mean;
}

std::size_t row_of(std::string_view name) {
  const auto found = std::ranges::find(curve_table(), name, &CurveRow::name);
  return static_cast<std::size_t>(found - curve_table().begin());
}

double peak_of(const LiveStride& stride, std::string_view curve) {
  return std::ranges::max(stride.values[row_of(curve)]);
}

// The headless program on the same form for the same time: so long that its means are over just as many strides. They
// are the same numbers, summed in another order.
TEST(StrideLines, AreTheCurvesOfTheForwardReport) {
  ForwardRequest request;
  request.duration_s = 9.2;
  request.simulation.contact = live_runner(inputs()).contact;
  const auto report = run_forward(synthesise(inputs().body, inputs().form).value(), models(), request);
  ASSERT_TRUE(report) << report.error().text;
  const auto averaged = [](const StepResult& step) { return step.side == Side::right && step.left_out.empty(); };
  ASSERT_EQ(std::ranges::count_if(report->steps, averaged), static_cast<std::ptrdiff_t>(StrideLines::most));

  LiveFeed feed(models());
  follow_paused(feed, inputs());
  let_pass(feed, request.duration_s);
  const std::vector<LiveStride>& strides = feed.last_strides();
  ASSERT_EQ(strides.size(), StrideLines::most) << feed.fault();
  for (std::size_t row = 0; row < curve_table().size(); ++row) {
    const std::vector<double> mean = mean_of(strides, row);
    const std::vector<double>& expected = report->curves[row].values;
    for (std::size_t i = 0; i < mean.size(); ++i)
      EXPECT_NEAR(mean[i], expected[i], 1e-9 * span(expected)) << report->curves[row].name << " at " << i << " %";
  }
}

TEST(StrideLines, AreNumberedSettleAndHaveNoGaps) {
  LiveFeed feed(models());
  follow_paused(feed, inputs());
  let_pass(feed, 3.0);
  ASSERT_FALSE(feed.last_strides().empty());
  EXPECT_TRUE(feed.last_strides().front().settling);
  let_pass(feed, 9.0);
  const std::vector<LiveStride>& strides = feed.last_strides();
  ASSERT_EQ(strides.size(), StrideLines::most);
  for (std::size_t i = 0; i < strides.size(); ++i) {
    EXPECT_FALSE(strides[i].settling);
    EXPECT_EQ(strides[i].number, strides[0].number + static_cast<std::int64_t>(i));
    for (const std::vector<double>& row : strides[i].values)
      EXPECT_EQ(row.size(), static_cast<std::size_t>(curve_samples));
  }
  // 12 s of strides of 120 / cadence each; the first contact comes within the first of them and the last one is open.
  const double count = 12.0 * inputs().form.cadence_spm / 120.0;
  EXPECT_NEAR(static_cast<double>(strides.back().number + 1), count, 1.5);
}

TEST(StrideLines, AnotherFormForgetsThemAndItsOwnFollow) {
  LiveFeed feed(models());
  follow_paused(feed, inputs());
  let_pass(feed, 10.0);
  ASSERT_EQ(feed.last_strides().size(), StrideLines::most);
  const double before = peak_of(feed.last_strides().back(), "pfj_force_bw");
  const std::int64_t number = feed.last_strides().back().number;
  feed.follow(solved(inputs({"cadence_percent=10"})));
  poll_until_idle(feed);
  let_pass(feed, 0.1);
  EXPECT_TRUE(feed.last_strides().empty());
  let_pass(feed, 2.4);
  ASSERT_FALSE(feed.last_strides().empty());
  EXPECT_GT(feed.last_strides().front().number, number);
  let_pass(feed, 8.0);
  // Lenhart 2014: -14 % of kneecap force with 10 % more steps.
  EXPECT_LT(peak_of(feed.last_strides().back(), "pfj_force_bw"), 0.95 * before);
}

/// The strides on the way to another speed are of no form.
TEST(StrideLines, WaitUntilAnotherSpeedIsReached) {
  LiveFeed feed(models());
  follow_paused(feed, inputs());
  let_pass(feed, 3.0);
  feed.follow(solved(inputs({"speed_m_s=4.0"})));
  poll_until_idle(feed);
  let_pass(feed, 0.1);
  const double left_s = feed.status().passage_left_s;
  EXPECT_GT(left_s, 1.0);
  let_pass(feed, left_s - 0.2);  // 0.2: not to stand on the end itself
  EXPECT_TRUE(feed.last_strides().empty());
  let_pass(feed, 2.5);
  EXPECT_EQ(feed.status().passage_left_s, 0.0);
  EXPECT_FALSE(feed.last_strides().empty());
}

TEST(StrideLines, ARestartBeginsWithoutThem) {
  LiveFeed feed(models());
  follow_paused(feed, inputs());
  let_pass(feed, 5.0);
  ASSERT_FALSE(feed.last_strides().empty());
  feed.restart();
  poll_until_idle(feed);
  EXPECT_TRUE(feed.last_strides().empty());
  let_pass(feed, 5.0);
  EXPECT_FALSE(feed.last_strides().empty());
}

TEST(Recorded, IsTheFrameOfThatPhaseInTheLastStride) {
  LiveFeed feed(models());
  follow_paused(feed, inputs());
  let_pass(feed, 3.0);
  const Frame& newest = *feed.frame();
  const double period_s = 120.0 / inputs().form.cadence_spm;
  for (double phase = 0.0; phase < 1.0; phase += 0.07) {
    const Frame* frame = feed.recorded(phase);
    ASSERT_NE(frame, nullptr);
    // Frames are 1 ms apart; where the last stride ends and begins, the clock may have been set by a landing.
    EXPECT_LT(std::abs(std::remainder(frame->stride_phase - phase, 1.0)) * period_s, 0.01);
    EXPECT_GT(frame->time_s, newest.time_s - 1.05 * period_s);
  }
  EXPECT_EQ(feed.recorded(std::nan("")), nullptr);
}

}  // namespace
}  // namespace stridelab::view
