// How sure a change is, in the background: the intervals of the command line.
#include "render/ui/sure_service.h"

#include <gtest/gtest.h>

#include "render/ui/view_model.h"
#include "uncertainty/draws.h"
#include "uncertainty/ranges.h"

namespace stridelab::view {
namespace {

const std::string easy_run = STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml";

TEST(Sure, IsWhatCompareSaysAndOfNoOtherPair) {
  auto model = ViewModel::open(easy_run, {"cadence_percent=10"});
  ASSERT_TRUE(model);
  (*model)->settle();
  EXPECT_EQ((*model)->how_sure(), nullptr) << "asked for, not waited for";
  (*model)->wait_for_background();
  const auto answer = (*model)->how_sure();
  ASSERT_NE(answer, nullptr);
  const SureValue* kneecap = answer->sure.percent_of("pfj_force_peak_bw");
  ASSERT_NE(kneecap, nullptr);
  EXPECT_FALSE(kneecap->interval.spans_zero());
  const auto run = [](const ShownRun& shown) {
    return EngineRun{shown.question.parameters, shown.question.inputs, shown.metrics(), shown.regions, shown.run, {}};
  };
  const EngineRun a = run(*answer->a), b = run(*answer->b);
  const HowSure direct = how_sure(a, &b, (*model)->models(), *read_uncertain_inputs(), {usual_draws, 2, false});
  EXPECT_EQ(direct.percent_of("pfj_force_peak_bw")->interval.low_90, kneecap->interval.low_90);
  EXPECT_EQ(direct.percent_of("pfj_force_peak_bw")->interval.high_90, kneecap->interval.high_90);
  (*model)->set_number("cadence_spm", 175.0);
  (*model)->settle();
  EXPECT_EQ((*model)->how_sure(), nullptr);
}

TEST(Sure, OneFormTwiceIsNoChange) {
  auto model = ViewModel::open(easy_run);
  ASSERT_TRUE(model);
  (*model)->settle();
  EXPECT_EQ((*model)->how_sure(), nullptr);
  (*model)->wait_for_background();
  EXPECT_EQ((*model)->how_sure(), nullptr);
}

}  // namespace
}  // namespace stridelab::view
