#include "study/trade_off.h"

#include <gtest/gtest.h>

#include "support/solved_scenario.h"

namespace stridelab {
namespace {

TEST(TradeOff, PerKilometreIsTheReportedImpulse) {
  const test::SolvedScenario run = test::easy_run_with();
  for (const auto& [peak, impulse] : {std::pair{"pfj_stress_peak_mpa", "pfj_stress_impulse_per_km_mpa_s"},
                                      std::pair{"pfj_force_peak_bw", "pfj_force_impulse_per_km_bw_s"},
                                      std::pair{"achilles_force_peak_bw", "achilles_force_impulse_per_km_bw_s"}}) {
    const double reported = *run.run->metrics.value(impulse);
    // Two ways to the length of a stride, and a clip of what is below zero.
    EXPECT_NEAR(load_per_km(run.form(), peak).value(), reported, 1e-9 * reported) << peak;
  }
}

TEST(TradeOff, EveryRegionHasBothBars) {
  const test::SolvedScenario a = test::easy_run_with(), b = test::easy_run_with({"cadence_spm=187"});
  for (const LoadPer per : {LoadPer::step, LoadPer::km}) {
    const std::vector<TradeOffRow> rows = trade_off(a.form(), b.form(), per);
    EXPECT_EQ(rows.size(), a.regions.size());
    for (const TradeOffRow& row : rows) EXPECT_TRUE(row.a && row.b && row.change_percent) << row.region;
  }
}

}  // namespace
}  // namespace stridelab
