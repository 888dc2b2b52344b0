// The verdicts as they stand in the tree, asked of the real engine.
#include "claims/claims.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace stridelab {
namespace {

const std::string folder = STRIDELAB_SOURCE_DIR "/scenarios";

struct Judged {
  std::vector<Claim> claims = read_claims().value();
  RunCache cache{read_load_models().value(), Engines{}};
  std::vector<UncertainInput> uncertain = read_uncertain_inputs().value();
  std::vector<ClaimResult> results = judge_claims(claims, folder, {cache, uncertain, usual_draws, 2}).value();
  [[nodiscard]] ClaimVerdict of(std::string_view scenario) const {
    for (const ClaimResult& r : results)
      if (r.claim->scenario == scenario) return r.verdict;
    ADD_FAILURE() << scenario << " is asked by no claim";
    return ClaimVerdict::outside;
  }
};

const Judged& judged() {
  static const Judged all;
  return all;
}

void expect_the_page_in_the_tree() {
  std::ifstream file(folder + "/CLAIMS.md");
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(text.str(), claims_markdown(judged().results)) << "stridelab claims --markdown scenarios/CLAIMS.md";
}

void expect_a_number_or_a_reason() {
  for (const ClaimResult& r : judged().results) {
    EXPECT_EQ(r.verdict == ClaimVerdict::outside, !r.claim->can_be_asked()) << r.claim->says;
    EXPECT_EQ(found_text(r).empty(), !r.claim->can_be_asked()) << r.claim->says;
  }
}

/// What trials agree about must not come out the other way: quicker and shorter steps unload the kneecap (Lenhart 2014),
/// strengthening alone changes no running (Willy & Davis 2011), downhill loads it. Weak hips are put in by a law.
void expect_what_trials_agree_about() {
  EXPECT_EQ(judged().of("shorter_stride"), ClaimVerdict::supported);
  EXPECT_EQ(judged().of("steps_175"), ClaimVerdict::supported);
  EXPECT_EQ(judged().of("strong_hips"), ClaimVerdict::no_effect);
  EXPECT_EQ(judged().of("downhill"), ClaimVerdict::supported);
  EXPECT_EQ(judged().of("weak_hips"), ClaimVerdict::assumed);
}

// One test: each asks for every claim, and that takes its time.
TEST(Claims, StandInTheTreeAsTheyAreJudgedAndAsTrialsAgree) {
  expect_the_page_in_the_tree();
  expect_a_number_or_a_reason();
  expect_what_trials_agree_about();
}

}  // namespace
}  // namespace stridelab
