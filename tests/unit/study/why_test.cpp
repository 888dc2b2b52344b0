#include "study/why.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "study/kneecap_chain.h"
#include "support/solved_scenario.h"

namespace stridelab {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

KneecapChain chain_of(const test::SolvedScenario& run) { return kneecap_chain(run.form(), test::shipped_models()); }

/// Of the easy run with a change, against it.
std::string why_of(const std::vector<std::string>& changes) {
  const test::SolvedScenario a = test::easy_run_with(), b = test::easy_run_with(changes);
  return why(a.form(), b.form(), test::shipped_models());
}

TEST(Why, TheChainEndsAtTheReportedPeak) {
  const test::SolvedScenario run = test::easy_run_with();
  const KneecapChain chain = chain_of(run);
  const double peak_n = *run.run->metrics.value("pfj_force_peak_bw") * 70.0 * gravity_m_s2;
  EXPECT_NEAR(chain.force_n, peak_n, 1e-3 * peak_n);  // the peak is the vertex of a parabola through samples
  EXPECT_NEAR(chain.worn_factor, 1.0, 1e-9);          // nothing is worn: moment and geometry make all of the force
  // The lower leg is light: what the ground force asks of the knee is nearly what the muscles supply.
  EXPECT_NEAR(chain.ground_force_n * chain.lever_arm_m, chain.knee_moment_nm, 0.15 * chain.knee_moment_nm);
}

TEST(Why, TheLinksMakeUpTheWholeChange) {
  const KneecapChain a = chain_of(test::easy_run_with()), b = chain_of(test::easy_run_with({"cadence_spm=187"}));
  double sum = 0.0;
  for (const LinkChange& link : link_changes(a, b)) sum += link.log_ratio;
  EXPECT_NEAR(sum, std::log(b.force_n / a.force_n), 1e-12);  // identity; one body weight
}

TEST(Why, MoreStepsAreExplainedByForceOrLeverWithNumbers) {
  const std::string text = why_of({"cadence_spm=187"});
  EXPECT_THAT(text, HasSubstr("Kneecap force"));
  EXPECT_THAT(text, AnyOf(HasSubstr("mm behind the knee"), HasSubstr("pushes with")));
}

TEST(Why, ABraceIsExplainedByTheArea) { EXPECT_THAT(why_of({"knee_support=brace"}), HasSubstr("mm2")); }

TEST(Why, WeakHipsAreToldAtThePlaceThatChanges) { EXPECT_THAT(why_of({"hip_strength_percent=50"}), HasSubstr("deg")); }

TEST(Why, EqualFormsHaveNoStory) { EXPECT_EQ(why_of({}), "A and B are the same form."); }

}  // namespace
}  // namespace stridelab
