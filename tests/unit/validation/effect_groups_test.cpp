#include "validation/effect_groups.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stridelab {
namespace {

/// A row in per cent with a band of +-5 around the published number.
ValidatedEffect row(std::string family, std::string origin, std::optional<double> published,
                    std::optional<double> stride, std::optional<double> forward = std::nullopt) {
  ValidatedEffect out;
  out.effect.family = std::move(family);
  out.effect.origin = std::move(origin);
  out.effect.kind = "percent";
  out.effect.value = published;
  out.effect.low = published.value_or(5.0) - 5.0;
  out.effect.high = published.value_or(5.0) + 5.0;
  out.answer = {stride, forward};
  return out;
}

const EffectGroup& find(const std::vector<EffectGroup>& groups, std::string_view name,
                        EngineIndex engine = EngineIndex::stride) {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.name == name && g.engine == engine; });
  if (found == groups.end()) ADD_FAILURE() << "no group " << name;
  static const EffectGroup none;
  return found == groups.end() ? none : *found;
}

class EffectGroups : public ::testing::Test {
 protected:
  EffectGroups() {
    rows = {row("cadence", "predicted", -20.0, -10.0, -5.0),
            row("cadence", "predicted", -10.0, -5.0, -2.5),
            row("lean", "predicted", 10.0, -5.0),
            row("lean", "predicted", std::nullopt, 3.0),
            row("strike", "calibrated", 40.0, 40.0),
            row("support", "put in", 50.0, 50.0)};
    ValidatedEffect null = row("slope", "predicted", 0.0, 1.0);
    null.effect.null = true;
    ValidatedEffect value = row("speed", "predicted", 160.0, 161.0);
    value.effect.kind = "value";
    rows.push_back(null);
    rows.push_back(value);
    groups = effect_groups(rows, {"cadence"});
  }
  std::vector<ValidatedEffect> rows;
  std::vector<EffectGroup> groups;
};

TEST_F(EffectGroups, PredictedRowsAreMixedWithNothingElse) {
  const EffectGroup& all = find(groups, "predicted, all");
  EXPECT_EQ(all.rows, 5) << "three numbers, a direction and a plain value; no null, nothing calibrated or put in";
  EXPECT_EQ(all.directions, 4) << "a plain value has none";
  EXPECT_EQ(all.right_signs, 3) << "lean went the wrong way";
  EXPECT_EQ(all.numbers, 3);
  // Published -20, -10, 10 and answered -10, -5, -5, means -20/3 both: sums of products 200/3 and 1400/3.
  ASSERT_TRUE(all.slope);
  EXPECT_NEAR(*all.slope, 200.0 / 1400.0, 1e-12);
}

TEST_F(EffectGroups, AFamilyHasItsOwnLine) {
  const EffectGroup& cadence = find(groups, "predicted, cadence");
  EXPECT_EQ(cadence.numbers, 2);
  EXPECT_NEAR(*cadence.slope, 0.5, 1e-12);
  EXPECT_NEAR(*cadence.intercept, 0.0, 1e-12);
  EXPECT_NEAR(*cadence.reduced_axis, 0.5, 1e-12);
  EXPECT_NEAR(*cadence.median_ratio, 0.5, 1e-12);
  EXPECT_EQ(cadence.inside, 1) << "-5 of -10 is at the edge of its band, -10 of -20 is not inside";
}

TEST_F(EffectGroups, TheEnginesAreComparedOnTheRowsBothAnswer) {
  EXPECT_NEAR(*find(groups, "predicted, form").slope, 0.5, 1e-12);
  EXPECT_NEAR(*find(groups, "predicted, form", EngineIndex::forward).slope, 0.25, 1e-12);
  EXPECT_EQ(find(groups, "predicted, form", EngineIndex::forward).rows, 2);
}

TEST_F(EffectGroups, WhatWasFittedAndNullsStandApart) {
  EXPECT_EQ(find(groups, "calibrated").rows, 1);
  EXPECT_EQ(find(groups, "put in").rows, 1);
  EXPECT_EQ(find(groups, "nothing changes").rows, 1);
  EXPECT_EQ(find(groups, "nothing changes").inside, 1);
  EXPECT_EQ(find(groups, "nothing changes").directions, 0);
}

TEST(ValidatedEffect, ARowWithoutAnAnswerIsNeitherRightNorInside) {
  const ValidatedEffect fallen = row("slope", "predicted", 10.0, std::nullopt);
  EXPECT_FALSE(fallen.right_sign(EngineIndex::stride));
  EXPECT_FALSE(fallen.inside_band(EngineIndex::stride));
}

}  // namespace
}  // namespace stridelab
