#include "render/ui/form_edits.h"

#include <gtest/gtest.h>

#include <random>

#include "scenario/scenario.h"

namespace stridelab::view {
namespace {

const std::string easy_run = STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml";

ParameterSet resolved(const FormEdits& edits) {
  const auto read = read_scenario(easy_run, edits.overrides());
  EXPECT_TRUE(read) << (read ? "" : to_text(read.error()));
  return read ? read->parameters : ParameterSet();
}

FormEdits moved(FormEdits edits, std::string_view key, double value, Hold hold) {
  edits.set_number(key, value, resolved(edits), hold);
  return edits;
}

TEST(FormEdits, CadenceKeepsTheSpeedOrTheStrideLength) {
  const ParameterSet start = resolved({});
  const ParameterSet quick = resolved(moved({}, "cadence_spm", 186.0, Hold::speed));
  EXPECT_EQ(quick.number("speed_m_s"), start.number("speed_m_s"));
  EXPECT_DOUBLE_EQ(quick.number("stride_length_m"), 120.0 * 3.3 / 186.0);
  const ParameterSet fast = resolved(moved({}, "cadence_spm", 186.0, Hold::stride_length));
  EXPECT_DOUBLE_EQ(fast.number("stride_length_m"), start.number("stride_length_m"));
  EXPECT_DOUBLE_EQ(fast.number("speed_m_s"), start.number("stride_length_m") * 186.0 / 120.0);
}

TEST(FormEdits, TheSpeedThatFollowedStaysWhenTheHoldIsChanged) {
  const FormEdits fast = moved({}, "cadence_spm", 186.0, Hold::stride_length);
  const double speed = resolved(fast).number("speed_m_s");
  EXPECT_DOUBLE_EQ(resolved(moved(fast, "cadence_spm", 170.0, Hold::speed)).number("speed_m_s"), speed);
}

TEST(FormEdits, ResetGivesTheScenarioBack) {
  for (const Hold hold : {Hold::speed, Hold::stride_length}) {
    FormEdits edits = moved({}, "cadence_spm", 186.0, hold);
    edits = moved(edits, "mass_kg", 61.5, hold);
    edits.set_text("knee_support", "tape");
    for (const std::string_view key : {"cadence_spm", "mass_kg", "knee_support"}) edits.reset(key);
    EXPECT_EQ(resolved(edits), resolved({}));
  }
}

TEST(FormEdits, RelativeChangesOfTheCommandLineGiveWayToASlider) {
  const FormEdits given(std::vector<std::string>{"cadence_percent=10", "speed_percent=5"});
  const double speed = resolved(given).number("speed_m_s");
  const FormEdits edits = moved(given, "cadence_spm", 180.0, Hold::speed);
  EXPECT_DOUBLE_EQ(resolved(edits).number("cadence_spm"), 180.0);
  EXPECT_DOUBLE_EQ(resolved(edits).number("speed_m_s"), speed);
}

TEST(FormEdits, ValuesStayInsideTheirRangesAndNonsenseIsIgnored) {
  EXPECT_EQ(resolved(moved({}, "mass_kg", 1e9, Hold::speed)).number("mass_kg"), 140.0);
  EXPECT_TRUE(moved({}, "mass_kg", std::nan(""), Hold::speed).empty());
  EXPECT_TRUE(moved({}, "no_such_key", 1.0, Hold::speed).empty());
  FormEdits edits;
  edits.set_text("sex", "horse");
  EXPECT_TRUE(edits.empty());
}

// Whatever is moved, in any order: the reader takes the result without a fault, and the pace closes.
TEST(FormEdits, AnySequenceOfMovesCanBeRead) {
  std::mt19937_64 random(20);
  std::vector<const ParameterInfo*> numbers;
  for (const ParameterInfo& info : parameter_table())
    if (info.kind == ParameterKind::number) numbers.push_back(&info);
  const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
  FormEdits edits;
  int taken_back = 0;
  for (int i = 0; i < 400; ++i) {
    // Half of the moves are of the pace, the three keys at the head of the table, where the rules are.
    const ParameterInfo& info = *numbers[below(below(2) == 0 ? 3 : numbers.size())];
    const Hold hold = below(2) == 0 ? Hold::speed : Hold::stride_length;
    FormEdits next = edits;
    if (below(5) == 0) {
      next.reset(info.key);
    } else {
      next = moved(next, info.key, std::uniform_real_distribution(info.lo, info.hi)(random), hold);
    }
    // Of speed, cadence and stride length the one that follows may leave its range: that is said, and the move taken back.
    if (const auto read = read_scenario(easy_run, next.overrides()); !read) {
      ASSERT_NE(to_text(read.error()).find(" is outside "), std::string::npos) << to_text(read.error());
      ++taken_back;
      continue;
    }
    edits = next;
    const ParameterSet set = resolved(edits);
    ASSERT_NEAR(set.number("speed_m_s"), set.number("stride_length_m") * set.number("cadence_spm") / 120.0,
                1e-12);  // rounding of one product
  }
  EXPECT_LT(taken_back, 200);
}

}  // namespace
}  // namespace stridelab::view
