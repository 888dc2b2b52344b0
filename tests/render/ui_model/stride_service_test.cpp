#include "render/ui/stride_service.h"

#include <gtest/gtest.h>

#include <thread>

#include "scenario/scenario.h"

namespace stridelab::view {
namespace {

class Service : public ::testing::Test {
 protected:
  Service() : strides_(read_load_models().value(), read_region_map().value(), Engines{}) {}

  static Question with_cadence(double cadence_spm) {
    const auto read = read_scenario(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml");
    EXPECT_TRUE(read);
    Question question{read->path, {}, read->parameters, read->inputs};
    question.inputs.form.cadence_spm = cadence_spm;
    return question;
  }
  /// The one answer to a question.
  StrideAnswer answer(const StrideQuestion& question) {
    const std::uint64_t number = strides_.ask(question);
    strides_.wait_until_idle();
    const std::vector<StrideAnswer> answers = strides_.take();
    EXPECT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.at(0).number, number);
    return answers.at(0);
  }
  StrideAnswer preview(double cadence_spm) { return answer({with_cadence(cadence_spm), SolveFor::form, true}); }

  StrideService strides_;
};

TEST_F(Service, APreviewKnowsWhatItWasSolvedFrom) {
  const auto first = answer({with_cadence(170.0)}).run;
  ASSERT_TRUE(first);
  EXPECT_EQ(first->traced->neighbour, nullptr);
  EXPECT_EQ(first->traced->stride.share(), first->stride().share());
  const auto second = preview(171.0).run;
  const auto third = preview(172.0).run;
  EXPECT_EQ(second->traced->neighbour, first->traced);
  EXPECT_EQ(third->traced->neighbour, second->traced);
  const auto again = synthesise_from(second->stride(), third->stride().body(), third->stride().form());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->at(0.2).q_rad, third->stride().at(0.2).q_rad);
}

TEST_F(Service, AChainOfPreviewsBeginsAgainAtTheLastCanonicalStride) {
  const auto first = answer({with_cadence(170.0)}).run->traced;
  std::shared_ptr<const TracedStride> last = first;
  for (int i = 1; i <= StrideService::longest_chain; ++i) {
    const auto traced = preview(170.0 + 0.05 * i).run->traced;
    ASSERT_EQ(traced->neighbour, last) << i;
    last = traced;
  }
  EXPECT_EQ(preview(173.5).run->traced->neighbour, first);
}

TEST_F(Service, TheAnswerToABaselineIsNoNeighbour) {
  const auto form = answer({with_cadence(170.0)}).run->traced;
  ASSERT_TRUE(answer({with_cadence(185.0), SolveFor::baseline}).run);
  EXPECT_EQ(preview(171.0).run->traced->neighbour, form);
}

TEST_F(Service, ACanonicalAnswerIsRememberedAndTheSameFromAnyThread) {
  const auto shown = answer({with_cadence(170.0)}).run;
  EXPECT_EQ(strides_.solve(shown->question.inputs).value(), shown->run);
  EXPECT_EQ(preview(170.0).run->run, shown->run) << "nothing is better than the final answer";
  const RunInputs other = with_cadence(176.0).inputs;
  const auto number = strides_.ask({with_cadence(175.0)});
  SolveResult here = strides_.solve(other);  // while the service solves, too
  strides_.wait_until_idle();
  ASSERT_TRUE(here);
  EXPECT_EQ(strides_.take().at(0).number, number);
  EXPECT_EQ((*here)->plan.stride->at(0.2).q_rad, synthesise(other.body, other.form)->at(0.2).q_rad);
  // Old ones are forgotten, not wrong.
  for (int i = 0; i < 2 * static_cast<int>(StrideService::most_remembered); ++i)
    ASSERT_TRUE(strides_.solve(with_cadence(160.0 + i).inputs));
  const SolveResult anew = strides_.solve(other);
  EXPECT_NE(*anew, *here);
  EXPECT_EQ((*anew)->plan.stride->at(0.2).q_rad, (*here)->plan.stride->at(0.2).q_rad);
}

TEST_F(Service, WhatCannotBeRunIsSaidEachTime) {
  Question impossible = with_cadence(130.0);
  impossible.inputs.form.speed_m_s = 6.0;
  impossible.inputs.form.slope_rad = -0.197;
  for (int i = 0; i < 2; ++i) {
    const StrideAnswer none = answer({impossible});
    EXPECT_EQ(none.run, nullptr);
    EXPECT_NE(none.why_not.find("no feasible gait"), std::string::npos) << none.why_not;
  }
}

// The window says what the command line says of the same form: a change that was tried.
TEST_F(Service, ARefusalNamesAWayOutThatWasTried) {
  const std::vector<std::string> steep{"speed_m_s=6", "cadence_spm=161", "slope_percent=-20"};
  const auto read = read_scenario(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", steep);
  ASSERT_TRUE(read);
  const StrideAnswer none = answer({{read->path, steep, read->parameters, read->inputs}});
  EXPECT_EQ(none.run, nullptr);
  EXPECT_NE(none.why_not.find(" instead of 161"), std::string::npos) << none.why_not;
}

}  // namespace
}  // namespace stridelab::view
