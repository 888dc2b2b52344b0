#include <gtest/gtest.h>

#include <cmath>

#include "support/solved_scenario.h"

/// What a foot placed closer, a slope and quicker steps do to the forces of the leg.
namespace stridelab {
namespace {

double value(const test::SolvedScenario& run, std::string_view key) {
  return run.run->metrics.value(key).value_or(std::nan(""));
}

double percent_change(const std::string& setting, std::string_view key) {
  return 100.0 * (value(test::easy_run_with({setting}), key) / value(test::easy_run_with(), key) - 1.0);
}

// A foot that lands closer to the body brakes less: the force points back at the body (published direction; size by geometry).
TEST(FootPlacement, CloserBrakesLess) {
  const double change = percent_change("foot_placement_m=-0.05", "braking_peak_bw");
  EXPECT_LT(change, -3.0);
  EXPECT_GT(change, -12.0);
}

// The loaded part of stance hardly knows where the foot landed: the hip's effort stays within a fifth.
TEST(FootPlacement, LoadedHipEffortHardlyMoves) {
  for (const char* setting : {"foot_placement_m=-0.05", "foot_placement_m=0.05"})
    EXPECT_LT(std::abs(percent_change(setting, "hip_extension_moment_peak_nm_kg")), 20.0) << setting;
}

TEST(Cadence, QuickerStepsAskLessOfTheHip) {
  EXPECT_LT(percent_change("cadence_percent=10", "hip_extension_moment_peak_nm_kg"), 0.0);
}

// Going up, the legs hold the body and lift it: their support does not fall below the level run's (half a per cent for the
// habit of quicker steps uphill).
TEST(Slope, SupportUphillIsNotBelowLevel) {
  const double level = value(test::easy_run_with(), "support_moment_peak_nm_kg");
  for (const char* slope : {"slope_percent=10.5", "slope_percent=17.6"})
    EXPECT_GT(value(test::easy_run_with({slope}), "support_moment_peak_nm_kg"), 0.99 * level) << slope;
}

}  // namespace
}  // namespace stridelab
