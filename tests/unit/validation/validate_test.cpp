#include <gmock/gmock.h>
#include <tbb/global_control.h>

#include "catalogue/preferred_cadence.h"
#include "support/synthetic_forward.h"
#include "validation/validation.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

const ValidationReferences& shipped() {
  static const ValidationReferences references = read_validation_references().value();
  return references;
}

/// The shipped references against engines whose answers are closed forms.
Validation synthetic_validation(std::size_t threads) {
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  return validate(shipped(), read_load_models().value(), test::synthetic_engines()).value();
}

TEST(Validate, LeavesNothingOut) {
  const Validation found = synthetic_validation(2);
  EXPECT_EQ(found.speeds.size(), 3U);
  EXPECT_EQ(found.curves.size(), shipped().curves.size());
  EXPECT_EQ(found.effects.size(), shipped().effects.size());
  for (const ValidatedCurve& curve : found.curves)
    EXPECT_TRUE(curve.engine[0]) << curve.curve.key << ": the stride engine has a stride at all three speeds";
}

TEST(Validate, DoesNotDependOnTheNumberOfThreads) {
  const Validation one = synthetic_validation(1), four = synthetic_validation(4);
  for (std::size_t i = 0; i < one.curves.size(); ++i)
    for (std::size_t e = 0; e < 2; ++e) {
      ASSERT_EQ(one.curves[i].engine[e].has_value(), four.curves[i].engine[e].has_value()) << i;
      if (one.curves[i].engine[e]) {
        EXPECT_EQ(one.curves[i].engine[e]->model, four.curves[i].engine[e]->model) << i;
      }
    }
  for (std::size_t i = 0; i < one.effects.size(); ++i) EXPECT_EQ(one.effects[i].answer, four.effects[i].answer) << i;
}

TEST(Validate, AChangeIsThatOfTheTwoRuns) {
  const Validation found = synthetic_validation(2);
  // Of the knee moment alone, which goes with 1 / cadence; each speed has its own preferred one.
  const double change = 100.0 * (preferred_cadence_spm(2.5, 1.75) / preferred_cadence_spm(3.5, 1.75) - 1.0);
  int rows = 0;
  for (const ValidatedEffect& row : found.effects)
    if (row.effect.key == "faster_kneecap_force") {
      ++rows;
      ASSERT_TRUE(row.answer[0]);
      EXPECT_NEAR(*row.answer[0], change, 1e-9);
    }
  EXPECT_EQ(rows, 1);
}

TEST(Validate, OnlyChangesOfFormAreAskedOfTheForwardEngine) {
  const Validation found = synthetic_validation(2);
  for (const ValidatedEffect& row : found.effects) {
    if (row.effect.family == "shoe") {
      EXPECT_THAT(row.missing[1], HasSubstr("not a change of form")) << row.effect.key;
    }
    if (row.effect.family == "cadence") {
      EXPECT_TRUE(row.answer[1]) << row.effect.key << ": " << row.missing[1];
    }
  }
}

TEST(Validate, AFallIsARowThatSaysSo) {
  Engines engines = test::synthetic_engines();
  engines.forward = [](const ForwardJob&) -> tl::expected<ForwardResult, NoRun> {
    return tl::unexpected(NoRun{"the runner fell at 2.4 s", std::nullopt});
  };
  const auto found = validate(shipped(), read_load_models().value(), engines);
  ASSERT_TRUE(found);
  for (const ValidatedSpeed& speed : found->speeds) EXPECT_THAT(speed.missing[1], HasSubstr("fell at 2.4 s"));
  for (const ValidatedCurve& curve : found->curves) {
    EXPECT_FALSE(curve.engine[1]);
    EXPECT_FALSE(found->agrees(curve, EngineIndex::forward));
  }
  for (const ValidatedEffect& row : found->effects)
    if (row.effect.family == "cadence") {
      EXPECT_THAT(row.missing[1], HasSubstr("fell")) << row.effect.key;
    }
}

TEST(Validate, ABadSettingIsAFaultAndNoRun) {
  ValidationReferences broken = shipped();
  broken.effects[0].b = {"cadence=10"};
  const auto found = validate(broken, read_load_models().value(), test::synthetic_engines());
  ASSERT_FALSE(found);
  EXPECT_THAT(to_text(found.error()), HasSubstr("cadence"));
}

}  // namespace
}  // namespace stridelab
