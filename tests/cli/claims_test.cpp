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

TEST(Claims, ThePageInTheTreeIsTheOneThatIsWritten) {
  std::ifstream file(folder + "/CLAIMS.md");
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(text.str(), claims_markdown(judged().results)) << "stridelab claims --markdown scenarios/CLAIMS.md";
}

TEST(Claims, EveryOneHasAVerdictANumberOrAReason) {
  for (const ClaimResult& r : judged().results) {
    EXPECT_EQ(r.verdict == ClaimVerdict::outside, !r.claim->can_be_asked()) << r.claim->says;
    EXPECT_EQ(found_text(r).empty(), !r.claim->can_be_asked()) << r.claim->says;
  }
}

// What trials agree about must not come out the other way: quicker and shorter steps unload the kneecap (Lenhart 2014),
// strengthening alone changes no running (Willy & Davis 2011), downhill loads it.
TEST(Claims, AgreeWithTheTrialsThereAre) {
  EXPECT_EQ(judged().of("shorter_stride"), ClaimVerdict::supported);
  EXPECT_EQ(judged().of("steps_175"), ClaimVerdict::supported);
  EXPECT_EQ(judged().of("strong_hips"), ClaimVerdict::no_effect);
  EXPECT_EQ(judged().of("downhill"), ClaimVerdict::supported);
}

// Weak hips are put in by a law; stairs are not in the model at all.
TEST(Claims, SayWhatIsAssumedAndWhatIsOutside) {
  EXPECT_EQ(judged().of("weak_hips"), ClaimVerdict::assumed);
  for (const ClaimResult& r : judged().results)
    if (r.claim->says.starts_with("Stairs")) {
      EXPECT_EQ(r.verdict, ClaimVerdict::outside);
    }
}

}  // namespace
}  // namespace stridelab
