#include "claims/claims.h"

#include <gmock/gmock.h>

#include "support/scenario_folder.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

Claim less(bool put_in = false) {
  Claim claim;
  claim.expects = Claim::Expects::less;
  claim.put_in = put_in;
  return claim;
}

Claim more() {
  Claim claim;
  claim.expects = Claim::Expects::more;
  return claim;
}

// 2 % counts: a change whose whole range lies on one side and that counts is supported or opposite by its sign.
TEST(ClaimVerdict, FollowsTheRule) {
  EXPECT_EQ(verdict_of(less(), {-15.0, -20.0, -10.0}), ClaimVerdict::supported);
  EXPECT_EQ(verdict_of(more(), {-15.0, -20.0, -10.0}), ClaimVerdict::opposite);
  EXPECT_EQ(verdict_of(more(), {15.0, 1.0, 30.0}), ClaimVerdict::supported);
  EXPECT_EQ(verdict_of(less(), {-6.0, -6.0, 0.0}), ClaimVerdict::cannot_tell) << "the range reaches zero";
  EXPECT_EQ(verdict_of(less(), {-6.0, -12.0, 2.5}), ClaimVerdict::cannot_tell);
  EXPECT_EQ(verdict_of(less(), {-1.5, -3.0, -0.5}), ClaimVerdict::cannot_tell) << "one sign, but it may not count";
  EXPECT_EQ(verdict_of(less(), {-1.5, -1.9, -0.5}), ClaimVerdict::no_effect);
  EXPECT_EQ(verdict_of(less(), {0.0, 0.0, 0.0}), ClaimVerdict::no_effect);
  EXPECT_EQ(verdict_of(less(), {0.4, -1.9, 1.9}), ClaimVerdict::no_effect);
}

TEST(ClaimVerdict, OfAnAngleOneDegreeCounts) {
  EXPECT_EQ(verdict_of(more(), {1.5, 1.1, 1.9, true}), ClaimVerdict::supported);
  EXPECT_EQ(verdict_of(more(), {0.7, 0.5, 0.9, true}), ClaimVerdict::no_effect);
}

TEST(ClaimVerdict, WhatALawStatesIsAssumedWhateverComesOut) {
  EXPECT_EQ(verdict_of(less(true), {-15.0, -15.0, -15.0}), ClaimVerdict::assumed);
  EXPECT_EQ(verdict_of(less(true), {15.0, 15.0, 15.0}), ClaimVerdict::assumed);
}

TEST(ClaimWords, ARangeIsSaidWhereThereIsOne) {
  const Claim claim = less();
  const auto found = [&](const ClaimChange& change) {
    return found_text({&claim, ClaimVerdict::supported, change, {}, {}});
  };
  EXPECT_EQ(found({-14.6, -15.6, -14.2}), "-15 % (-16 to -14)");
  EXPECT_EQ(found({-6.2, -6.2, -6.2}), "-6.2 %");
  EXPECT_EQ(found({4.6, 4.6, 4.6, true}), "+4.6 deg");
}

class Claims : public testing::ScenarioFolder {};

TEST_F(Claims, EveryFaultIsSaidInOnePass) {
  const auto read = read_claims(write("claims.toml",
                                      "[[claim]]\nsays = \"a\"\nscenario = \"easy_run\"\nmetric = \"pfj_force_peak\"\n"
                                      "expects = \"fewer\"\nevidence = \"predicted\"\nsource = \"s\"\n"
                                      "[[claim]]\nsays = \"b\"\nsource = \"s\"\nscenari = \"easy_run\"\n"));
  ASSERT_FALSE(read);
  const std::string faults = to_text(read.error());
  for (const char* fault : {"unknown metric \"pfj_force_peak\"", "expects", "scenari"})
    EXPECT_THAT(faults, HasSubstr(fault));
}

TEST(ShippedClaims, CanBeReadAndSayWhereTheyStand) {
  const auto claims = read_claims();
  ASSERT_TRUE(claims) << to_text(claims.error());
  EXPECT_GT(claims->size(), 40u);
  for (const Claim& claim : *claims) {
    EXPECT_FALSE(claim.source.empty()) << claim.says;
    EXPECT_NE(claim.can_be_asked(), claim.scenario.empty()) << claim.says;
  }
}

}  // namespace
}  // namespace stridelab
