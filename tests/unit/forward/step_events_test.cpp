#include "forward/step_events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

namespace stridelab {
namespace {

constexpr double weight_n = 700.0;
constexpr double pi = std::numbers::pi;

struct Seen {
  std::vector<double> contact_s, toe_off_s;
};

Seen events_of(const std::function<double(double)>& force_n, double until_s, double dt_s = 0.001) {
  ContactDetector foot(weight_n);
  Seen seen;
  for (long i = 0; static_cast<double>(i) * dt_s < until_s; ++i) {
    const double t = static_cast<double>(i) * dt_s;
    const auto event = foot.add(t, force_n(t));
    if (event == ContactDetector::Event::contact) seen.contact_s.push_back(foot.contact_s());
    if (event == ContactDetector::Event::toe_off) seen.toe_off_s.push_back(foot.toe_off_s());
  }
  return seen;
}

/// Half sine of 2.4 body weights from 0.1 to 0.33 s.
double step_n(double t) {
  const double u = (t - 0.1) / 0.23;
  return u > 0.0 && u < 1.0 ? 2.4 * weight_n * std::sin(pi * u) : 0.0;
}

TEST(ContactDetector, DatesEventsBetweenSamples) {
  // Straight flanks of 20 kN/s, so that the line between two samples is exact wherever the samples fall.
  const auto ramp = [](double t) { return std::clamp(20e3 * std::min(t - 0.10037, 0.35011 - t), 0.0, 1500.0); };
  const Seen seen = events_of(ramp, 0.5);
  ASSERT_EQ(seen.contact_s.size(), 1U);
  ASSERT_EQ(seen.toe_off_s.size(), 1U);
  EXPECT_NEAR(seen.contact_s[0], 0.10037 + 50.0 / 20e3, 1e-12);
  EXPECT_NEAR(seen.toe_off_s[0], 0.35011 - 50.0 / 20e3, 1e-12);
}

TEST(ContactDetector, ErrorIsOfSecondOrderInTheInterval) {
  const double exact_s = 0.1 + 0.23 / pi * std::asin(50.0 / (2.4 * weight_n));
  for (const double dt_s : {0.002, 0.001, 0.00025}) {
    // The kink at first touch lies within one sample of the crossing, so the bound is a share of the interval there.
    EXPECT_NEAR(events_of(step_n, 0.5, dt_s).contact_s.at(0), exact_s, 0.25 * dt_s) << dt_s;
  }
}

TEST(ContactDetector, ChatterAboutTheThresholdIsOneContact) {
  const auto chatter = [](double t) {
    const bool flank = (t > 0.08 && t < 0.11) || (t > 0.32 && t < 0.35);
    return flank ? 50.0 + 25.0 * std::cos(1500.0 * t) : step_n(t);
  };
  const Seen seen = events_of(chatter, 0.6);
  ASSERT_EQ(seen.contact_s.size(), 1U);
  ASSERT_EQ(seen.toe_off_s.size(), 1U);
  EXPECT_NEAR(seen.contact_s[0], 0.08, 0.0042);  // the first rise, a period of the chatter
  EXPECT_NEAR(seen.toe_off_s[0], 0.35, 0.004);   // the last fall
}

TEST(ContactDetector, ABouncingHeelIsOneContact) {
  for (const double gap_s : {0.005, 0.015, 0.035}) {
    const auto bounce = [&](double t) { return t > 0.12 && t < 0.12 + gap_s ? 0.0 : step_n(t); };
    const Seen seen = events_of(bounce, 0.6);
    EXPECT_EQ(seen.contact_s.size(), 1U) << gap_s;
    EXPECT_EQ(seen.toe_off_s.size(), 1U) << gap_s;
    EXPECT_NEAR(seen.toe_off_s.at(0), 0.33, 0.003) << gap_s;
  }
}

TEST(ContactDetector, AShortSwingSeparatesTwoContacts) {
  // 60 ms is far less than any swing and still two contacts: the rule does not swallow real steps.
  const auto two = [](double t) { return step_n(t) + step_n(t - 0.29); };
  EXPECT_EQ(events_of(two, 0.9).contact_s.size(), 2U);
}

TEST(ContactDetector, ABrushOfTheToeInSwingIsNoContact) {
  const auto brush = [](double t) { return step_n(t) + (t > 0.50 && t < 0.51 ? 150.0 : 0.0) + step_n(t - 0.6); };
  const Seen seen = events_of(brush, 1.1);
  ASSERT_EQ(seen.contact_s.size(), 2U);
  EXPECT_EQ(seen.toe_off_s.size(), 2U);
  EXPECT_NEAR(seen.contact_s[1] - seen.contact_s[0], 0.6, 1e-9);
}

TEST(ContactDetector, AFootThatStandsAtFirstHasNoContact) {
  const auto standing = [](double t) { return step_n(t + 0.2) + step_n(t - 0.3); };
  const Seen seen = events_of(standing, 0.8);
  ASSERT_EQ(seen.contact_s.size(), 1U);
  EXPECT_GT(seen.contact_s[0], 0.39);
}

TEST(ContactDetector, AFootInTheAirAtFirstMayLandAtOnce) {
  // A run starts in flight, a few milliseconds before the first contact.
  const auto early = [](double t) { return step_n(t + 0.097); };
  EXPECT_EQ(events_of(early, 0.5).contact_s.size(), 1U);
}

}  // namespace
}  // namespace stridelab
