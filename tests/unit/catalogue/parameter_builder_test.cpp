#include "catalogue/parameter_builder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "catalogue/preferred_cadence.h"

namespace stridelab {
namespace {

using Layers = std::vector<std::vector<Assignment>>;

ParameterSet build(const Layers& layers) {
  ParameterBuilder builder;
  for (const auto& layer : layers) builder.apply(layer, Origin::scenario);
  return builder.build();
}

double closure_error(const ParameterSet& set) {
  return set.number("speed_m_s") - set.number("stride_length_m") * set.number("cadence_spm") / 120.0;
}

TEST(ParameterSet, DefaultsAreClosedAndNamed) {
  const ParameterSet set;
  EXPECT_EQ(set, ParameterBuilder().build());
  EXPECT_EQ(set.values().size(), parameter_table().size());
  EXPECT_DOUBLE_EQ(set.number("speed_m_s"), 3.3);
  EXPECT_DOUBLE_EQ(set.number("cadence_spm"), preferred_cadence_spm(3.3, 1.75));
  EXPECT_NEAR(closure_error(set), 0.0, 1e-12);
  EXPECT_EQ(set.text("sex"), "male");
  EXPECT_EQ(set.value("cadence_spm").origin, Origin::default_value);
  EXPECT_EQ(set.value("stride_length_m").origin, Origin::derived);
  EXPECT_TRUE(set.notes().empty());
}

TEST(QAngle, FollowsTheSexUntilSomebodyGivesIt) {
  EXPECT_DOUBLE_EQ(build({}).number("q_angle_deg"), 13.0);
  EXPECT_DOUBLE_EQ(build({{{"sex", 0.0, "female"}}}).number("q_angle_deg"), 16.0);
  EXPECT_EQ(build({{{"sex", 0.0, "female"}}}).value("q_angle_deg").origin, Origin::default_value);
  EXPECT_DOUBLE_EQ(build({{{"sex", 0.0, "female"}}, {{"sex", 0.0, "male"}}}).number("q_angle_deg"), 13.0);
  const auto given = build({{{"q_angle_deg", 13.0, ""}}, {{"sex", 0.0, "female"}}});
  EXPECT_DOUBLE_EQ(given.number("q_angle_deg"), 13.0);  // the same number as a default, but somebody's own
  EXPECT_EQ(given.value("q_angle_deg").origin, Origin::scenario);
}

TEST(Closure, AnyTwoDefineTheThird) {
  const auto speed_cadence = build({{{"speed_m_s", 3.0, ""}, {"cadence_spm", 180.0, ""}}});
  EXPECT_DOUBLE_EQ(speed_cadence.number("stride_length_m"), 2.0);
  EXPECT_EQ(speed_cadence.value("stride_length_m").origin, Origin::derived);
  const auto speed_stride = build({{{"speed_m_s", 3.0, ""}, {"stride_length_m", 2.0, ""}}});
  EXPECT_DOUBLE_EQ(speed_stride.number("cadence_spm"), 180.0);
  EXPECT_EQ(speed_stride.value("cadence_spm").origin, Origin::derived);
  const auto cadence_stride = build({{{"cadence_spm", 180.0, ""}, {"stride_length_m", 2.0, ""}}});
  EXPECT_DOUBLE_EQ(cadence_stride.number("speed_m_s"), 3.0);
  EXPECT_EQ(cadence_stride.value("speed_m_s").origin, Origin::derived);
}

TEST(Closure, SpeedAloneTakesThePreferredCadence) {
  const auto set = build({{{"speed_m_s", 2.5, ""}, {"height_m", 1.756, ""}}});
  EXPECT_DOUBLE_EQ(set.number("cadence_spm"), 161.7);
  EXPECT_NEAR(closure_error(set), 0.0, 1e-12);
}

TEST(Relative, CadenceHoldsSpeed) {
  const auto base = build({});
  const auto quick = build({{{"cadence_percent", 10.0, ""}}});
  EXPECT_DOUBLE_EQ(quick.number("speed_m_s"), base.number("speed_m_s"));
  EXPECT_NEAR(quick.number("cadence_spm"), 1.1 * base.number("cadence_spm"), 1e-9);
  EXPECT_NEAR(closure_error(quick), 0.0, 1e-12);
  EXPECT_EQ(quick.value("cadence_spm").origin, Origin::scenario);
  EXPECT_EQ(quick.value("stride_length_m").origin, Origin::derived);
}

TEST(Relative, StrideLengthHoldsSpeed) {
  for (const Layers& base : {Layers{}, Layers{{{"cadence_spm", 170.0, ""}}}, Layers{{{"stride_length_m", 2.2, ""}}}}) {
    Layers longer = base;
    longer.push_back({{"stride_length_percent", 10.0, ""}});
    EXPECT_DOUBLE_EQ(build(longer).number("speed_m_s"), 3.3);
    EXPECT_NEAR(build(longer).number("stride_length_m"), 1.1 * build(base).number("stride_length_m"), 1e-9);
    EXPECT_NEAR(closure_error(build(longer)), 0.0, 1e-12);
  }
}

TEST(Relative, SpeedTakesThePreferredCadenceUnlessOneWasGiven) {
  const auto preferred = build({{{"speed_percent", 10.0, ""}}});
  EXPECT_NEAR(preferred.number("speed_m_s"), 3.63, 1e-12);
  EXPECT_DOUBLE_EQ(preferred.number("cadence_spm"), preferred_cadence_spm(preferred.number("speed_m_s"), 1.75));
  const auto given = build({{{"cadence_spm", 180.0, ""}}, {{"speed_percent", 10.0, ""}}});
  EXPECT_DOUBLE_EQ(given.number("cadence_spm"), 180.0);
}

TEST(Relative, AbsoluteValuesOfTheSameLayerComeFirst) {
  const auto set = build({{{"stride_length_percent", -10.0, ""}, {"speed_m_s", 3.0, ""}}});
  EXPECT_NEAR(set.number("cadence_spm"), preferred_cadence_spm(3.0, 1.75) / 0.9, 1e-9);
}

TEST(Relative, ChangesOfSeveralLayersMultiply) {
  const auto set = build({{{"cadence_percent", 10.0, ""}}, {{"cadence_percent", 10.0, ""}}});
  EXPECT_NEAR(set.number("cadence_spm"), 1.21 * ParameterSet().number("cadence_spm"), 1e-9);
}

TEST(Layers, APreferredCadenceFollowsALaterSpeed) {
  const auto set = build({{{"cadence_percent", 10.0, ""}}, {{"speed_m_s", 3.0, ""}}});
  EXPECT_NEAR(set.number("cadence_spm"), 1.1 * preferred_cadence_spm(3.0, 1.75), 1e-9);
}

TEST(Layers, TheNewestOfTheThreeWinsAndSpeedIsKept) {
  const auto set = build({{{"speed_m_s", 3.0, ""}, {"cadence_spm", 180.0, ""}}, {{"stride_length_m", 2.4, ""}}});
  EXPECT_DOUBLE_EQ(set.number("speed_m_s"), 3.0);
  EXPECT_DOUBLE_EQ(set.number("cadence_spm"), 150.0);
}

TEST(Layers, NegativeZeroIsZero) {
  const auto set = build({{{"foot_placement_m", -0.0, ""}}});
  EXPECT_FALSE(std::signbit(set.number("foot_placement_m")));
}

TEST(Notes, AnExtrapolatedPreferredCadenceIsSaid) {
  EXPECT_EQ(build({{{"speed_m_s", 5.0, ""}}}).notes().size(), 1U);
  EXPECT_TRUE(build({{{"speed_m_s", 5.0, ""}, {"cadence_spm", 185.0, ""}}}).notes().empty());
}

constexpr Habit flat_and_quick{-7.0, 2.5};

ParameterSet build_in_shoe(const Layers& layers) {
  ParameterBuilder builder;
  for (const auto& layer : layers) builder.apply(layer, Origin::scenario);
  return builder.build(flat_and_quick);
}

ParameterSet on_a_slope(std::vector<Assignment> more, double slope_percent) {
  ParameterBuilder builder;
  more.push_back({"slope_percent", slope_percent, ""});
  builder.apply(more, Origin::command_line);
  return builder.build();
}

// Uphill quicker steps and a flatter foot, downhill the other way (signs Dewolf 2016); never outside the range of the key.
TEST(SlopeHabit, MovesWhatNobodyGave) {
  const ParameterSet level = on_a_slope({}, 0.0), up = on_a_slope({}, 10.0), down = on_a_slope({}, -10.0);
  EXPECT_EQ(level.number("cadence_spm"), ParameterBuilder().build().number("cadence_spm"));
  EXPECT_GT(up.number("cadence_spm"), level.number("cadence_spm"));
  EXPECT_LT(down.number("cadence_spm"), level.number("cadence_spm"));
  EXPECT_LT(up.number("foot_strike_deg"), level.number("foot_strike_deg"));
  EXPECT_GT(down.number("foot_strike_deg"), level.number("foot_strike_deg"));
  EXPECT_GE(on_a_slope({{"speed_m_s", 1.8, ""}, {"height_m", 2.0, ""}}, -20.0).number("cadence_spm"), 130.0);
}

TEST(SlopeHabit, LeavesWhatSomebodyGave) {
  const ParameterSet up = on_a_slope({{"cadence_spm", 171.0, ""}, {"foot_strike_deg", 9.0, ""}}, 10.0);
  EXPECT_EQ(up.number("cadence_spm"), 171.0);
  EXPECT_EQ(up.number("foot_strike_deg"), 9.0);
}

TEST(Habits, MoveWhatNobodyGave) {
  const auto set = build_in_shoe({});
  EXPECT_DOUBLE_EQ(set.number("foot_strike_deg"), 5.0);
  EXPECT_EQ(set.value("foot_strike_deg").origin, Origin::model);
  EXPECT_DOUBLE_EQ(set.number("cadence_spm"), 1.025 * preferred_cadence_spm(3.3, 1.75));
  EXPECT_EQ(set.value("cadence_spm").origin, Origin::model);
  EXPECT_EQ(set.value("stride_length_m").origin, Origin::derived);
  EXPECT_NEAR(closure_error(set), 0.0, 1e-12);
  EXPECT_EQ(set.notes().size(), 1U);
}

TEST(Habits, NoHabitIsTheSameBitForBit) { EXPECT_EQ(ParameterBuilder().build({}), ParameterBuilder().build()); }

TEST(Habits, LeaveWhatSomebodyGave) {
  const Layers strike{{{"foot_strike_deg", 12.0, ""}}};
  EXPECT_DOUBLE_EQ(build_in_shoe(strike).number("foot_strike_deg"), 12.0);
  EXPECT_EQ(build_in_shoe(strike).value("cadence_spm").origin, Origin::model);  // the other one still moves
  const Layers steps{{{"cadence_spm", 170.0, ""}}}, stride{{{"stride_length_m", 2.3, ""}}};
  EXPECT_DOUBLE_EQ(build_in_shoe(steps).number("cadence_spm"), 170.0);
  EXPECT_EQ(build_in_shoe(steps).value("cadence_spm").origin, Origin::scenario);
  EXPECT_DOUBLE_EQ(build_in_shoe(stride).number("stride_length_m"), 2.3);
  EXPECT_EQ(build_in_shoe(stride).value("cadence_spm").origin, Origin::derived);
}

TEST(Habits, RelativeChangesStartFromTheCadenceInThatShoe) {
  const double in_shoe = build_in_shoe({}).number("cadence_spm");
  const auto quick = build_in_shoe({{{"cadence_percent", 10.0, ""}}});
  EXPECT_NEAR(quick.number("cadence_spm"), 1.1 * in_shoe, 1e-9);
  EXPECT_EQ(quick.value("cadence_spm").origin, Origin::scenario);
  const auto longer = build_in_shoe({{{"stride_length_percent", 10.0, ""}}});
  EXPECT_NEAR(longer.number("stride_length_m"), 1.1 * 120.0 * 3.3 / in_shoe, 1e-9);
  EXPECT_NEAR(closure_error(longer), 0.0, 1e-12);
}

TEST(Contradiction, ShowsTheArithmeticOfThree) {
  const std::vector<Assignment> three{{"speed_m_s", 3.3, ""}, {"cadence_spm", 180.0, ""}, {"stride_length_m", 2.6, ""}};
  const auto found = find_contradiction(three);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->key, "stride_length_m");
  EXPECT_EQ(
      found->message,
      "speed, cadence and stride length do not agree: 2.6 m x 180 steps/min / 120 = 3.9 m/s, but speed_m_s = 3.3");
}

TEST(Contradiction, RoundedNumbersOfAPersonAgree) {
  const std::vector<Assignment> three{
      {"speed_m_s", 3.33, ""}, {"cadence_spm", 170.0, ""}, {"stride_length_m", 2.35, ""}};
  EXPECT_FALSE(find_contradiction(three));
}

TEST(Contradiction, RelativeAndAbsoluteOfOneThing) {
  const auto clash = [](std::string a, std::string b) {
    return find_contradiction(std::vector<Assignment>{{std::move(a), 2.0, ""}, {std::move(b), 2.0, ""}}).has_value();
  };
  EXPECT_TRUE(clash("speed_percent", "speed_m_s"));
  EXPECT_TRUE(clash("cadence_percent", "cadence_spm"));
  EXPECT_TRUE(clash("stride_length_percent", "stride_length_m"));
  EXPECT_TRUE(clash("stride_length_percent", "cadence_percent"));
  EXPECT_FALSE(clash("speed_percent", "cadence_percent"));
  EXPECT_FALSE(clash("speed_m_s", "cadence_percent"));
}

}  // namespace
}  // namespace stridelab
