#include "render/ui/why.h"

#include <gtest/gtest.h>

#include <cmath>

#include "render/ui/view_model.h"

namespace stridelab::view {
namespace {

const std::string easy_run = STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml";

std::unique_ptr<ViewModel> against_easy_run(const std::vector<std::pair<std::string, double>>& changes) {
  auto model = ViewModel::open(easy_run);
  EXPECT_TRUE(model);
  for (const auto& [key, value] : changes) (*model)->set_number(key, value);
  (*model)->settle();
  EXPECT_TRUE((*model)->shows_form()) << (*model)->message();
  return *std::move(model);
}

TEST(Why, TheChainEndsAtTheReportedPeak) {
  const auto model = against_easy_run({});
  const KneecapChain chain = kneecap_chain(*model->b(), model->models());
  const double peak_n = *model->b()->metrics().value("pfj_force_peak_bw") * 70.0 * gravity_m_s2;
  EXPECT_NEAR(chain.force_n, peak_n, 1e-3 * peak_n);  // the peak is the vertex of a parabola through samples
  EXPECT_NEAR(chain.worn_factor, 1.0, 1e-9);          // nothing is worn: moment and geometry make all of the force
  // The lower leg is light: what the ground force asks of the knee is nearly what the muscles supply.
  EXPECT_NEAR(chain.ground_force_n * chain.lever_arm_m, chain.knee_moment_nm, 0.15 * chain.knee_moment_nm);
}

TEST(Why, TheLinksMakeUpTheWholeChange) {
  const auto model = against_easy_run({{"cadence_spm", 187.0}});
  const KneecapChain a = kneecap_chain(*model->a(), model->models());
  const KneecapChain b = kneecap_chain(*model->b(), model->models());
  double sum = 0.0;
  for (const LinkChange& link : link_changes(a, b)) sum += link.log_ratio;
  EXPECT_NEAR(sum, std::log(b.force_n / a.force_n), 1e-12);  // identity; one body weight
}

TEST(Why, MoreStepsAreExplainedByForceOrLeverWithNumbers) {
  const auto model = against_easy_run({{"cadence_spm", 187.0}});
  EXPECT_NE(model->why().find("Kneecap force"), std::string::npos) << model->why();
  const bool mechanics = model->why().find("mm behind the knee") != std::string::npos ||
                         model->why().find("pushes with") != std::string::npos;
  EXPECT_TRUE(mechanics) << model->why();
}

TEST(Why, ABraceIsExplainedByTheArea) {
  auto model = against_easy_run({});
  model->set_text("knee_support", "brace");
  model->settle();
  EXPECT_NE(model->why().find("mm\u00b2"), std::string::npos) << model->why();
}

TEST(Why, WeakHipsAreToldAtThePlaceThatChanges) {
  const auto model = against_easy_run({{"hip_strength_percent", 50.0}});
  EXPECT_NE(model->why().find("deg"), std::string::npos) << model->why();
}

TEST(Why, EqualFormsHaveNoStory) {
  const auto model = against_easy_run({});
  EXPECT_NE(model->why().find("same form"), std::string::npos) << model->why();
}

TEST(TradeOff, PerKilometreIsTheReportedImpulse) {
  const auto model = against_easy_run({});
  const ShownRun& run = *model->b();
  for (const auto& [peak, impulse] : {std::pair{"pfj_stress_peak_mpa", "pfj_stress_impulse_per_km_mpa_s"},
                                      std::pair{"pfj_force_peak_bw", "pfj_force_impulse_per_km_bw_s"},
                                      std::pair{"achilles_force_peak_bw", "achilles_force_impulse_per_km_bw_s"}}) {
    const double reported = *run.metrics().value(impulse);
    // Two ways to the length of a stride, and a clip of what is below zero.
    EXPECT_NEAR(load_per_km(run, peak).value(), reported, 1e-9 * reported) << peak;
  }
}

TEST(TradeOff, EveryRegionHasBothBars) {
  const auto model = against_easy_run({{"cadence_spm", 187.0}});
  for (const LoadPer per : {LoadPer::step, LoadPer::km}) {
    const auto& rows = model->trade_off(per);
    EXPECT_EQ(rows.size(), model->regions().regions.size());
    for (const TradeOffRow& row : rows) EXPECT_TRUE(row.a && row.b && row.change_percent) << row.region;
  }
}

}  // namespace
}  // namespace stridelab::view
